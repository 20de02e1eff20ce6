import { type Cell, CellProblem, readValueText } from './cell.ts';

const BY_SIGN: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP' };
const KNOWN = new Set(Intl.supportedValuesOf('currency'));

/** ISO 4217 code in capitals; `€` and `£` are understood, `$` is not: it belongs to many. */
export function readCurrency(cell: Cell): string | null {
  const text = readValueText(cell);
  if (text === null) return null;
  const code = BY_SIGN[text] ?? text.toUpperCase();
  if (!KNOWN.has(code)) throw new CellProblem('is not a currency code such as EUR');
  return code;
}
