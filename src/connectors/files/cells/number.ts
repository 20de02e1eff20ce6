import { type Cell, CellProblem, readValueText } from './cell.ts';

export type DecimalMark = '.' | ',';

/** What the whole column says about its decimal mark; `mixed` = its values contradict each other, null = none tells. */
export type ColumnMark = DecimalMark | 'mixed' | null;

/** How `1,234` is read in a column that does not tell: a thousands mark, a decimal point only, or not at all. */
export type LoneMark = 'thousands' | 'point' | 'reject';

const SPACES_AND_APOSTROPHES = /(?<=\d)[\s'’](?=\d)/g;
const PLAIN = /^(?:\d[\d.,]*|[.,]\d+)$/;
const GROUPED_BY_COMMA = /^\d{1,3}(?:,\d{3})+$/;
const GROUPED_BY_POINT = /^\d{1,3}(?:\.\d{3})+$/;
const INDIAN_GROUPS = /^\d{1,2}(?:,\d{2})+,\d{3}$/;

/** Sign, and the digits with their marks, of a written number. */
interface WrittenNumber {
  readonly negative: boolean;
  readonly body: string;
}

/** Takes off sign, brackets, `CR`/`DR` and spaces between digits. Null where what is left is no number. */
export function writtenNumber(text: string): WrittenNumber | null {
  let body = text.replace('\u2212', '-').trim();
  let negative = false;
  if (body.startsWith('(') && body.endsWith(')')) {
    negative = true;
    body = body.slice(1, -1).trim();
  }
  // Card statements of British banks mark credits this way.
  if (/\bCR$/i.test(body)) negative = true;
  body = body.replace(/\s*\b[CD]R$/i, '').trim();
  if (body.startsWith('-') || body.endsWith('-')) {
    negative = true;
    body = body.startsWith('-') ? body.slice(1).trim() : body.slice(0, -1).trim();
  } else if (body.startsWith('+')) {
    body = body.slice(1).trim();
  }
  body = body.replace(SPACES_AND_APOSTROPHES, '');
  return PLAIN.test(body) ? { negative, body } : null;
}

/** The decimal mark that this one number proves, or null where `1,234` and the like leave it open. */
export function markProvedBy(body: string): DecimalMark | null {
  const comma = body.lastIndexOf(',');
  const point = body.lastIndexOf('.');
  if (comma === -1 && point === -1) return null;
  if (comma !== -1 && point !== -1) return comma > point ? ',' : '.';
  const mark: DecimalMark = comma === -1 ? '.' : ',';
  const other: DecimalMark = mark === '.' ? ',' : '.';
  const first = body.indexOf(mark);
  if (first !== body.lastIndexOf(mark)) return other;
  const before = first;
  const after = body.length - first - 1;
  const couldGroup = after === 3 && before >= 1 && before <= 3 && body.charCodeAt(0) !== 48;
  return couldGroup ? null : mark;
}

/** Digits with at most one point; null where thousands marks do not stand between groups of three. */
function canonical(body: string, mark: DecimalMark): string | null {
  const at = body.lastIndexOf(mark);
  if (at !== body.indexOf(mark)) return null;
  const whole = at === -1 ? body : body.slice(0, at);
  const fraction = at === -1 ? '' : body.slice(at + 1);
  const grouped = mark === '.' ? GROUPED_BY_COMMA : GROUPED_BY_POINT;
  const digits = /^\d*$/.test(whole);
  if (!digits && !grouped.test(whole) && !(mark === '.' && INDIAN_GROUPS.test(whole))) return null;
  if (!/^\d*$/.test(fraction)) return null;
  const plain = digits ? whole : whole.replace(/[.,]/g, '');
  return fraction === '' ? plain : `${plain === '' ? '0' : plain}.${fraction}`;
}

function chosenMark(body: string, column: ColumnMark, lone: LoneMark): DecimalMark | null {
  const proved = markProvedBy(body);
  if (proved !== null) return proved;
  if (!/[.,]/.test(body)) return '.';
  if (column === 'mixed') return null;
  if (column !== null) return column;
  const isPoint = body.includes('.');
  if (lone === 'thousands') return isPoint ? ',' : '.';
  return lone === 'point' && isPoint ? '.' : null;
}

/**
 * A written number as `-1234.56`: digits, one point, a sign.
 * @throws CellProblem where it is no number, or where `1,234` may be two numbers.
 */
export function canonicalNumber(text: string, column: ColumnMark, lone: LoneMark): string {
  const written = writtenNumber(text);
  if (written === null) throw new CellProblem('is not a number');
  const mark = chosenMark(written.body, column, lone);
  if (mark === null) {
    throw new CellProblem(
      'has a comma or point that may be a decimal or a thousands mark; the column does not tell which',
    );
  }
  const plain = canonical(written.body, mark);
  if (plain === null) throw new CellProblem('has decimal and thousands marks that do not fit together');
  return written.negative ? `-${plain}` : plain;
}

/** A number that a workbook stores, without exponent. */
export function numberText(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}

function readNumber(cell: Cell, column: ColumnMark, lone: LoneMark): number | null {
  const text = typeof cell === 'number' ? null : readValueText(cell);
  if (typeof cell !== 'number' && text === null) return null;
  const value = typeof cell === 'number' ? cell : Number(canonicalNumber(text ?? '', column, lone));
  if (!Number.isFinite(value)) throw new CellProblem('is not a number');
  return value;
}

/** A number that may have decimals, such as a rate. Without other evidence a lone point is the decimal point. */
export function readDecimal(cell: Cell, column: ColumnMark = null): number | null {
  return readNumber(cell, column, 'point');
}

/** A number of things: 0 or more. `1,200` and `1.200` are twelve hundred. */
export function readCount(cell: Cell, column: ColumnMark = null): number | null {
  const value = readNumber(cell, column, 'thousands');
  if (value !== null && value < 0) throw new CellProblem('is below zero');
  return value;
}
