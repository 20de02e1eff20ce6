import type { Evidence } from '../../model/evidence.ts';
import { wilson } from '../scoring/wilson.ts';
import { percent } from './phrases.ts';
import type { Reading } from './signal-unit.ts';

/** Rows listed one by one; above that the evidence names whole files. */
const ROWS_LISTED = 20;

type Parts = Partial<Reading> & Pick<Reading, 'value' | 'words'>;

/** A measured value; coverage, window coverage and reliability are full unless given. */
export function measured(parts: Parts): Reading {
  return { state: 'measured', coverage: 1, windowCoverage: 1, reliability: 1, note: null, evidence: [], ...parts };
}

/** As `measured`, but the source sees only a part; the note says which. */
export function partlyMeasured(parts: Parts & { readonly note: string | null }): Reading {
  return measured({ ...parts, state: 'measured-partial' });
}

export function notConnected(words: string, note: string | null = null): Reading {
  return absent('not-connected', words, note);
}

export function notApplicable(words: string, note: string | null = null): Reading {
  return absent('not-applicable', words, note);
}

/** Records exist, none of them in the window. */
export function stale(words: string): Reading {
  return absent('stale', words, 'The records lie outside the full weeks of the audited period.');
}

export function suppressed(note: string): Reading {
  return absent('suppressed', 'Withheld: the group is too small to show.', note);
}

/** Withheld whatever the size of the group: the privacy profile forbids to compute it (METHOD 6a.30). */
export function notComputed(words: string): Reading {
  return absent('suppressed', words, null);
}

function absent(state: Reading['state'], words: string, note: string | null): Reading {
  return { state, value: null, coverage: 0, windowCoverage: 0, reliability: 0, words, note, evidence: [] };
}

/** Joins the notes that say something. */
export function notes(...parts: readonly (string | null)[]): string | null {
  const said = parts.filter((p): p is string => p !== null && p !== '');
  return said.length === 0 ? null : said.join(' ');
}

/** How sure a share of few records is. */
export function wilsonNote(successes: number, trials: number, what: string): string | null {
  const interval = wilson(successes, trials);
  if (interval === null) return null;
  return `${successes} of ${trials} ${what}; 95 % interval ${percent(interval[0])} to ${percent(interval[1])}.`;
}

/** Up to twenty rows by name, then the files as a whole; sorted by source and row. */
export function evidenceOf(records: readonly { readonly evidence: Evidence }[]): Evidence[] {
  const all = records.map((r) => r.evidence);
  const listed = all.length <= ROWS_LISTED ? all : all.map((e): Evidence => ({ source: e.source, row: null }));
  const unique = new Map(listed.map((e) => [`${e.source}\u0000${e.row}`, e]));
  return [...unique.values()].sort((a, b) =>
    a.source === b.source ? (a.row ?? 0) - (b.row ?? 0) : a.source < b.source ? -1 : 1,
  );
}
