import { NameKind } from '../../model/product.ts';
import { REVIEW_COLUMNS } from '../../util/review-sheet.ts';
import type { Cell } from './cells/cell.ts';
import type { Sheet } from './tables/sheet.ts';

/** One answered row of the workbook's sheet of open names, as it was written. */
export interface AnsweredName {
  readonly row: number;
  readonly name: string;
  readonly kind: NameKind;
  readonly answer: string;
  readonly by: string | null;
  readonly note: string | null;
}

/** A row that says something which cannot be taken. */
export interface AnswerReject {
  readonly row: number;
  readonly field: string | null;
  readonly reason: string;
}

export interface ReviewAnswers {
  /** Rows with an answer; rows without one are still open and stand nowhere. */
  readonly answered: readonly AnsweredName[];
  readonly rejected: readonly AnswerReject[];
}

const COLUMNS: readonly string[] = Object.values(REVIEW_COLUMNS);

/** True for a row that holds every column of the sheet of open names, whatever their order. */
export function isReviewHeader(cells: readonly Cell[]): boolean {
  const names = new Set(cells.map((cell) => String(cell).trim()));
  return COLUMNS.every((name) => names.has(name));
}

/** Reads the answers of a filled sheet. Nothing else of its workbook is input. */
export function readReviewAnswers(sheet: Sheet): ReviewAnswers {
  const answered: AnsweredName[] = [];
  const rejected: AnswerReject[] = [];
  const at = (column: string): number => sheet.header.indexOf(column);
  sheet.visit({
    broken: (row, reason) => rejected.push({ row, field: null, reason }),
    row: ({ row, cells }) => {
      const text = (column: string): string => String(cells[at(column)] ?? '').trim();
      const answer = text(REVIEW_COLUMNS.answer);
      if (answer === '') return;
      const name = text(REVIEW_COLUMNS.name);
      const kind = NameKind.safeParse(text(REVIEW_COLUMNS.kind));
      if (name === '') rejected.push({ row, field: REVIEW_COLUMNS.name, reason: 'is empty' });
      else if (!kind.success) {
        rejected.push({ row, field: REVIEW_COLUMNS.kind, reason: `is not ${NameKind.options.join(', ')}` });
      } else {
        const by = text(REVIEW_COLUMNS.by) || null;
        answered.push({ row, name, kind: kind.data, answer, by, note: text(REVIEW_COLUMNS.note) || null });
      }
    },
  });
  return { answered, rejected };
}
