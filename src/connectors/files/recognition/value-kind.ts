import { stripCurrency } from '../cells/amount.ts';
import { CellProblem } from '../cells/cell.ts';
import { readCurrency } from '../cells/currency.ts';
import { serialMillis, serialOf } from '../cells/day.ts';
import { writtenNumber } from '../cells/number.ts';
import { writtenDay } from '../cells/written-day.ts';
import { yesNoOf } from '../cells/yes-no.ts';
import type { Holds } from '../profile.ts';

function isCurrency(text: string): boolean {
  try {
    return readCurrency(text) !== null;
  } catch (thrown) {
    if (thrown instanceof CellProblem) return false;
    throw thrown;
  }
}

function isSerialDay(text: string): boolean {
  const serial = serialOf(text);
  return serial !== null && serialMillis(serial) !== null;
}

function isDay(text: string): boolean {
  return writtenDay(text) !== null || isSerialDay(text);
}

function isNumber(text: string): boolean {
  return writtenNumber(text) !== null;
}

const COULD_HOLD: Readonly<Partial<Record<Holds, (text: string) => boolean>>> = {
  day: isDay,
  instant: (text) => (writtenDay(text)?.rest ?? '') !== '' || (isSerialDay(text) && text.includes('.')),
  amount: (text) => isNumber(stripCurrency(text).text),
  decimal: isNumber,
  count: isNumber,
  'yes-no': (text) => yesNoOf(text) !== undefined,
  currency: isCurrency,
  person: (text) => text.includes('@'),
  people: (text) => text.includes('@'),
};

/** Share of the values that such a column could hold, 0..1; null where it may hold anything or there are no values. */
export function valueLikeness(values: readonly string[], holds: Holds): number | null {
  const couldHold = COULD_HOLD[holds];
  if (couldHold === undefined || values.length === 0) return null;
  return values.filter(couldHold).length / values.length;
}

/** Kinds of value that can be told from any other, the plainest sign first. */
const KINDS = ['person', 'instant', 'day', 'currency', 'yes-no', 'amount'] as const satisfies readonly Holds[];
/** Share of values from which a column is said to hold them. */
export const MOST = 0.9;

/**
 * What nearly all values of a column are; `text` where they are nothing in particular, null where there are none. Plain
 * numbers are numbers, even where a spreadsheet could mean days by them.
 */
export function kindOfValues(values: readonly string[]): (typeof KINDS)[number] | 'text' | null {
  if (values.length === 0) return null;
  const isPlain = values.every((text) => serialOf(text) !== null);
  const kinds = isPlain ? KINDS.filter((kind) => kind !== 'day' && kind !== 'instant') : KINDS;
  return kinds.find((holds) => (valueLikeness(values, holds) ?? 0) >= MOST) ?? 'text';
}
