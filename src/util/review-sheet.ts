/** Columns by which the workbook's sheet of open names is known again when a client sends it back. */
export const REVIEW_COLUMNS = {
  name: 'Name',
  kind: 'Kind',
  candidates: 'Candidates',
  answer: 'Answer',
  by: 'By',
  note: 'Note',
} as const;

/** Answers that every name has, beside products and vendors. */
export const FIXED_ANSWERS = ['not-software', 'internal', 'platform-client'] as const;
