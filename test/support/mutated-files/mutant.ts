import type { Original } from './originals.ts';

/** A spoilt file, and what must become of it. */
export interface Mutant {
  readonly kind: string;
  readonly original: Original;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Row of the original -> its row here, for rows of which not a byte was touched. */
  readonly kept: ReadonlyMap<number, number>;
  /**
   * `read`: the file is good enough to be read. `refused`: it must not be read without a person. `either`: the defect
   * may lie in the header.
   */
  readonly fate: 'read' | 'refused' | 'either';
  /** Rows below the header, where the defect leaves them countable. */
  readonly rowsTotal: number | null;
  /**
   * What must become of rows that are not kept. `rejected`: the defect cannot be a value of any kind. `told`: they may be
   * read where a notice says so. `free`: the defect may be a good value.
   */
  readonly touched: 'rejected' | 'told' | 'free';
  /** Code of a notice that must stand beside the sheet. */
  readonly notice?: string;
  /** Archives: files that must be told as problems, by a part of the message. */
  readonly problems?: readonly string[];
}

/** A mutant of which nothing is said but that it has to be read in full. */
export function same(original: Original, kind: string, content: string | Uint8Array, name = 'input.csv'): Mutant {
  return {
    kind,
    original,
    name,
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
    kept: new Map([...original.rows.keys()].map((row) => [row, row])),
    fate: 'read',
    rowsTotal: original.rowsTotal,
    touched: 'rejected',
  };
}

/** Rows of the original but these. */
export function keptBut({ rows }: Original, touched: ReadonlySet<number>): ReadonlyMap<number, number> {
  return new Map([...rows.keys()].filter((row) => !touched.has(row)).map((row) => [row, row]));
}
