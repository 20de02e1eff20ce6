import type { Dice } from './dice.ts';
import { keptBut, type Mutant, same } from './mutant.ts';
import { type Original, textOf } from './originals.ts';
import type { Mutate } from './text-mutants.ts';

function utf16(text: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

const isPlain = (text: string): boolean => /^[\0-\u007f]*$/.test(text);

const inUtf16: Mutate = (original, dice) => {
  const text = `${dice.pick(['', '\ufeff'])}${textOf(original.records, '\r\n')}`;
  return { ...same(original, 'UTF-16', utf16(text, dice.pick(['le', 'be'] as const))), notice: 'encoding' };
};

const withMark: Mutate = (original) => same(original, 'UTF-8 with mark', `\ufeff${textOf(original.records)}`);

/** The file as Windows-1252 writes it, with an accent in a line of its own where it has none. */
const inWindows1252: Mutate = (original) => {
  const text = textOf(original.records);
  const bytes = Buffer.from(isPlain(text) ? `${text}é\n` : text, 'latin1');
  const extra = isPlain(text) ? 1 : 0;
  return {
    ...same(original, 'Windows-1252', bytes),
    rowsTotal: extra === 0 ? original.rowsTotal : null,
    touched: 'free',
    notice: 'encoding',
  };
};

/** UTF-8 that a program took for Latin-1 and saved once more. */
const twiceEncoded: Mutate = (original, dice) => {
  const row = original.headerRow + 1 + dice.below(original.records.length - original.headerRow);
  const records = original.records.map((record, at) => (at + 1 === row ? `${record}é` : record));
  const bytes = Buffer.from(Buffer.from(textOf(records)).toString('latin1'));
  const isFirst = isPlain(textOf(original.records));
  return {
    ...same(original, 'twice encoded', bytes),
    kept: isFirst ? keptBut(original, new Set([row])) : new Map(),
    fate: isPlain(textOf(original.records.slice(0, original.headerRow))) ? 'read' : 'either',
    rowsTotal: null,
    touched: 'told',
    notice: 'twice-encoded',
  };
};

/** Bytes that no text holds: control bytes, and bytes that are no UTF-8 where letters stand around them. */
function noise(dice: Dice, count: number): Buffer {
  return Buffer.from(
    Array.from({ length: count }, () => (dice.below(2) === 0 ? 1 + dice.below(8) : 0xc0 + dice.below(2))),
  );
}

function spans({ records }: Original): readonly { readonly row: number; readonly from: number; readonly to: number }[] {
  let from = 0;
  return records.map((record, at) => {
    const to = from + Buffer.byteLength(record) + 1;
    const span = { row: at + 1, from, to };
    from = to;
    return span;
  });
}

/** Noise put between the bytes of the file, or in the place of some. */
function noisy(kind: string, isOver: boolean): Mutate {
  return (original, dice): Mutant => {
    const bytes = Buffer.from(textOf(original.records));
    const places = dice.some(1 + dice.below(3), bytes.length);
    const rows = spans(original);
    const touched = new Set<number>();
    const joined: number[] = [];
    const parts: Buffer[] = [];
    let from = 0;
    for (const place of places.filter((each, at) => at === 0 || each > (places[at - 1] ?? 0) + 6)) {
      const put = noise(dice, 1 + dice.below(6));
      const to = isOver ? Math.min(bytes.length, place + put.length) : place;
      for (const { row, from: start, to: end } of rows) {
        if (start <= Math.max(place, to - 1) && end > place) touched.add(row);
        // What takes the place of a line end joins two rows.
        if (isOver && place < end && to >= end) joined.push(row);
      }
      parts.push(bytes.subarray(from, place), put);
      from = to;
    }
    for (const row of joined) touched.add(row + 1);
    const isHeader = [...touched].some((row) => row <= original.headerRow);
    const kept = isHeader ? [] : [...keptBut(original, touched).keys()];
    return {
      ...same(original, kind, Buffer.concat([...parts, bytes.subarray(from)])),
      kept: new Map(kept.map((row) => [row, row - joined.filter((before) => before < row).length])),
      // A small file may be more noise than text.
      fate: 'either',
      rowsTotal: null,
      touched: 'told',
    };
  };
}

const onlyNoise: Mutate = (original, dice) => {
  const bytes = Buffer.from(Array.from({ length: 200 + dice.below(4000) }, () => dice.below(256)));
  const name = dice.pick(['input.csv', 'input.xlsx', 'input.zip', 'input.csv.gz', 'input']);
  return { ...same(original, 'only noise', bytes, name), kept: new Map(), fate: 'refused', rowsTotal: null };
};

export const BYTE_MUTANTS: readonly Mutate[] = [
  inUtf16,
  withMark,
  inWindows1252,
  twiceEncoded,
  noisy('noise put in', false),
  noisy('noise over bytes', true),
  onlyNoise,
];
