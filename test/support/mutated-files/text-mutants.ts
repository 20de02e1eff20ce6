import type { Holds } from '../../../src/connectors/files/profile.ts';
import { bindColumns } from '../../../src/connectors/files/recognition/bind.ts';
import type { Dice } from './dice.ts';
import { keptBut, type Mutant, same } from './mutant.ts';
import { type Original, textOf } from './originals.ts';

export type Mutate = (original: Original, dice: Dice) => Mutant;

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function written({ delimiter }: Original, cells: readonly (readonly string[])[]): string {
  return textOf(cells.map((row) => row.map((cell) => quoted(cell, delimiter)).join(delimiter)));
}

/** A row below the header. */
function someRow({ headerRow, records }: Original, dice: Dice): number {
  return headerRow + 1 + dice.below(records.length - headerRow);
}

function someRows(original: Original, dice: Dice, most: number): readonly number[] {
  const { headerRow, records } = original;
  return dice.some(1 + dice.below(most), records.length - headerRow).map((at) => headerRow + 1 + at);
}

/** Rows from the header on with another cell for each position. */
function onTable(original: Original, change: (cells: readonly string[]) => readonly string[]): string {
  const { cells, headerRow } = original;
  return written(original, [...cells.slice(0, headerRow - 1), ...cells.slice(headerRow - 1).map(change)]);
}

const truncated: Mutate = (original, dice) => {
  const bytes = Buffer.from(textOf(original.records));
  const cut = dice.below(bytes.length);
  let [end, last] = [0, 0];
  for (const record of original.records) {
    const next = end + Buffer.byteLength(record) + 1;
    if (next > cut) break;
    [end, last] = [next, last + 1];
  }
  const gone = new Set(original.records.map((_, at) => at + 1).filter((row) => row > last));
  return {
    ...same(original, 'truncated', bytes.subarray(0, cut)),
    kept: keptBut(original, gone),
    fate: last < original.headerRow ? 'either' : 'read',
    rowsTotal: null,
    touched: 'told',
  };
};

const shuffledColumns: Mutate = (original, dice) => {
  const width = original.cells[original.headerRow - 1]?.length ?? 0;
  const order = dice.shuffled(Array.from({ length: width }, (_, at) => at));
  return same(
    original,
    'shuffled columns',
    onTable(original, (cells) => order.map((at) => cells[at] ?? '')),
  );
};

const blankColumn: Mutate = (original, dice) => {
  const at = dice.below((original.cells[original.headerRow - 1]?.length ?? 0) + 1);
  return same(
    original,
    'blank column',
    onTable(original, (cells) => [...cells.slice(0, at), '', ...cells.slice(at)]),
  );
};

/** A column twice: where it is one that is read, a person has to say which counts. */
const columnTwice: Mutate = (original, dice) => {
  const header = original.cells[original.headerRow - 1] ?? [];
  const at = dice.below(header.length);
  const isRead = [...bindColumns(header, original.profile.meta).positions.values()].includes(at);
  const content = onTable(original, (cells) => [...cells, cells[at] ?? '']);
  return { ...same(original, 'column twice', content), fate: isRead ? 'refused' : 'read' };
};

const headerTwice: Mutate = (original, dice) => {
  const { records, headerRow, rows } = original;
  const before = someRow(original, dice);
  const content = textOf([...records.slice(0, before - 1), records[headerRow - 1] ?? '', ...records.slice(before - 1)]);
  return {
    ...same(original, 'header twice', content),
    kept: new Map([...rows.keys()].map((row) => [row, row < before ? row : row + 1])),
    rowsTotal: original.rowsTotal + 1,
  };
};

const headerMissing: Mutate = (original) => ({
  ...same(original, 'header missing', textOf(original.records.slice(original.headerRow))),
  fate: 'refused',
});

const blankLines: Mutate = (original, dice) => {
  const before = new Set(someRows(original, dice, 4));
  const content = original.records.flatMap((record, at) => (before.has(at + 1) ? ['', record] : [record]));
  const shift = (row: number) => row + [...before].filter((blank) => blank <= row).length;
  return {
    ...same(original, 'blank lines', textOf(content)),
    kept: new Map([...original.rows.keys()].map((row) => [row, shift(row)])),
  };
};

const mixedLineEnds: Mutate = (original, dice) => {
  const ends = original.records.map((record) => `${record}${dice.pick(['\n', '\r\n', '\r'])}`);
  return same(original, 'mixed line ends', ends.join(''));
};

const otherDelimiter: Mutate = (original, dice) =>
  same(
    original,
    'other delimiter',
    written({ ...original, delimiter: dice.pick([',', ';', '\t', '|']) }, original.cells),
  );

/** Puts something into some rows; `place` says where in the record. */
function spoilt(
  kind: string,
  place: (record: string, dice: Dice) => number,
  what: (dice: Dice) => string,
  most: number,
): Mutate {
  return (original, dice) => {
    const touched = new Set(someRows(original, dice, most));
    const records = original.records.map((record, at) => {
      if (!touched.has(at + 1)) return record;
      const cut = place(record, dice);
      return `${record.slice(0, cut)}${what(dice)}${record.slice(cut)}`;
    });
    const blank = [...touched].filter((row) => !original.rows.has(row)).length;
    return {
      ...same(original, kind, textOf(records)),
      kept: keptBut(original, touched),
      rowsTotal: original.rowsTotal + blank,
    };
  };
}

const anywhere = (record: string, dice: Dice): number => dice.below(record.length + 1);

const nulBytes = spoilt('NUL bytes', anywhere, () => '\0', 3);
const controls = spoilt(
  'control characters',
  anywhere,
  (dice) => dice.pick(['\u0001', '\u0008', '\u001b', '\u007f']),
  3,
);
const moreCells = spoilt(
  'more cells',
  (record) => record.length,
  () => ',;\tx,;\tx',
  3,
);
const brokenQuotes: Mutate = (original, dice) => ({
  ...spoilt('broken quotes', anywhere, () => '"', 3)(original, dice),
  // A quote may be a letter, and one that closes in a later row joins the lines between.
  touched: 'free',
  rowsTotal: null,
});

const hugeCell: Mutate = (original, dice) => {
  const row = someRow(original, dice);
  const at = dice.below(original.cells[row - 1]?.length ?? 1);
  const cells = original.cells.map((each, position) =>
    position === row - 1 ? each.map((cell, column) => (column === at ? 'x'.repeat(40_000) : cell)) : each,
  );
  return {
    ...same(original, 'huge cell', written(original, cells)),
    kept: keptBut(original, new Set([row])),
    rowsTotal: original.rowsTotal + (original.rows.has(row) ? 0 : 1),
  };
};

const TYPED: ReadonlySet<Holds> = new Set(['day', 'instant', 'amount', 'decimal', 'count', 'yes-no', 'currency']);

/** A word where a day, a number, a currency or a yes belongs. */
const otherKind: Mutate = (original, dice) => {
  const header = original.cells[original.headerRow - 1] ?? [];
  const { positions } = bindColumns(header, original.profile.meta);
  const typed = original.profile.meta.columns.flatMap(({ name, holds }) =>
    TYPED.has(holds) ? (positions.get(name) ?? []) : [],
  );
  if (typed.length === 0) return hugeCell(original, dice);
  const [row, at] = [someRow(original, dice), dice.pick(typed)];
  const cells = original.cells.map((each, position) =>
    position === row - 1 ? each.map((cell, column) => (column === at ? 'no such value' : cell)) : each,
  );
  return {
    ...same(original, 'other kind of value', written(original, cells)),
    kept: keptBut(original, new Set([row])),
    rowsTotal: original.rowsTotal + (original.rows.has(row) ? 0 : 1),
  };
};

export const TEXT_MUTANTS: readonly Mutate[] = [
  truncated,
  shuffledColumns,
  blankColumn,
  columnTwice,
  headerTwice,
  headerMissing,
  blankLines,
  mixedLineEnds,
  otherDelimiter,
  nulBytes,
  controls,
  moreCells,
  brokenQuotes,
  hugeCell,
  otherKind,
];
