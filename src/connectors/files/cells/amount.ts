import type { Money } from '../../../model/money.ts';
import { minorDigits } from '../../../util/minor-units.ts';
import { type Cell, CellProblem, readValueText } from './cell.ts';
import { type ColumnMark, canonicalNumber, numberText } from './number.ts';

/** Signs that mean one currency only; `$` and `¥` are shared and say nothing. */
const CURRENCY_OF_SIGN: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₪': 'ILS',
  '₩': 'KRW',
};
const SIGN = /[$€£¥₹₪₩]/;
const CODE = /^([A-Za-z]{3})(?=[\s\d(+-])|(?<=[\s\d)-])([A-Za-z]{3})$/;

interface Stripped {
  readonly text: string;
  /** Currency that the cell itself names; null = none. */
  readonly currency: string | null;
}

/** Takes one currency sign or code off a written amount. */
export function stripCurrency(text: string): Stripped {
  const sign = SIGN.exec(text)?.[0];
  if (sign !== undefined) return { text: text.replace(sign, '').trim(), currency: CURRENCY_OF_SIGN[sign] ?? null };
  const match = CODE.exec(text);
  const code = match?.[1] ?? match?.[2];
  if (match === null || code === undefined) return { text, currency: null };
  return { text: text.replace(code, '').trim(), currency: code.toUpperCase() };
}

/** `-1234.565` to minor units, half away from zero where it has more decimals than the currency. */
function toMinor(plain: string, currency: string): number {
  const negative = plain.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? plain.slice(1) : plain).split('.');
  const digits = minorDigits(currency);
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  const up = (fraction.charCodeAt(digits) || 48) >= 53 ? 1 : 0;
  const minor = Number(`${whole}${kept}`) + up;
  if (!Number.isSafeInteger(minor)) throw new CellProblem('is too large for an amount');
  return minor === 0 ? 0 : negative ? -minor : minor;
}

/**
 * An amount of money; brackets, a minus on either side and `CR` make it negative. `currency` is that of the row.
 * `1,234` without other evidence is twelve hundred: money is not written with three decimals, save in the few
 * currencies that have them, where it is refused.
 */
export function readAmount(cell: Cell, currency: string, column: ColumnMark = null): Money | null {
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new CellProblem('is not an amount');
    return { minor: toMinor(numberText(cell), currency), currency };
  }
  const text = readValueText(cell);
  if (text === null) return null;
  const stripped = stripCurrency(text);
  if (stripped.currency !== null && stripped.currency !== currency) {
    throw new CellProblem('names another currency than the row');
  }
  const plain = canonicalNumber(stripped.text, column, minorDigits(currency) >= 3 ? 'reject' : 'thousands');
  return { minor: toMinor(plain, currency), currency };
}
