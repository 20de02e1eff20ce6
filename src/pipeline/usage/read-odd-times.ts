import type { DuckDBConnection } from '@duckdb/node-api';
import { type DayOrder, orderOfTimes, type ReadTime, readTime } from '../../connectors/files/log-times.ts';
import { InputError } from '../../errors/audit-error.ts';
import { hasEmptyLines } from '../../usage/duckdb/log-lines.ts';
import { firstOddRows, type OddForm, type OddRows, oddForms, oddTexts } from '../../usage/duckdb/odd-times.ts';
import type { OddTime } from '../../usage/log-shape.ts';
import type { LogSurvey } from './log-survey.ts';

/** More times that are written otherwise than most are a log of two systems. */
const MOST_ODD = 10_000;
const SHOWN = 100;
const NO_TIME = 'cannot be read as a time';
const EMPTY = 'is empty';

export interface OddTimes {
  /** Times that the readers of tables can read. */
  readonly readable: readonly OddTime[];
  /** Reason of each text that they cannot, by text or else by form. */
  readonly reasons: { readonly text: ReadonlyMap<string, string>; readonly form: ReadonlyMap<string, string> };
  /** Rows by reason. */
  readonly rows: ReadonlyMap<string, number>;
}

/** The one reason for which all examples of a form are no times; null where they differ or one of them is a time. */
function commonReason({ examples }: OddForm, read: (text: string) => ReadTime): string | null {
  const times = examples.map(read);
  const [first] = times;
  if (first === undefined) return EMPTY;
  if (typeof first === 'number') return null;
  const isCommon = times.every((time) => typeof time === 'object' && time.reason === first.reason);
  return isCommon ? first.reason : null;
}

function tooMany(file: string): InputError {
  return new InputError({
    code: 'times-mixed',
    message: `The times of ${file} are written in several ways, and over ${MOST_ODD} of them in another than most.`,
    nextSteps: ['Import the parts of the log that come from different systems as files of their own.'],
    file,
  });
}

/**
 * What the readers of tables make of the times that the engine could not read.
 * @throws InputError where there are too many of them
 */
export async function readOddTimes(
  connection: DuckDBConnection,
  odd: OddRows,
  order: DayOrder | null,
  file: string,
): Promise<OddTimes> {
  const read = (text: string) => readTime(text, odd.shape.timeZone, order);
  const readable: OddTime[] = [];
  const reasons = { text: new Map<string, string>(), form: new Map<string, string>() };
  const rows = new Map<string, number>();
  const count = (reason: string, many: number) => rows.set(reason, (rows.get(reason) ?? 0) + many);
  const apart: string[] = [];
  for (const form of await oddForms(connection, odd)) {
    const reason = commonReason(form, read);
    if (reason === null) apart.push(form.form);
    else {
      reasons.form.set(form.form, reason);
      count(reason, form.rows);
    }
  }
  const texts = await oddTexts(connection, odd, apart, MOST_ODD);
  if (texts.length > MOST_ODD) throw tooMany(file);
  const own = order ?? orderOfTimes(texts.map(({ text }) => text));
  for (const { text, rows: many } of texts) {
    const time = readTime(text, odd.shape.timeZone, own);
    if (typeof time === 'number') readable.push({ text, second: time });
    else {
      reasons.text.set(text, time.reason);
      count(time.reason, many);
    }
  }
  for (const form of apart) reasons.form.set(form, NO_TIME);
  return { readable, reasons, rows };
}

function formOf(text: string): string {
  return text.replace(/[0-9]/g, '9').slice(0, 64);
}

/** Lines that are no rows, as far as they are known. */
type Broken = Pick<LogSurvey, 'brokenLines' | 'broken'>;

/** Number in the file of the row at a place among those that are read: lines that are no rows stand between. */
function rowAt(place: number, headerRow: number, { broken }: Broken): number {
  return broken.reduce((row, { line }) => (line <= row ? row + 1 : row), headerRow + place);
}

/** The first rows whose times are of these forms, under their numbers in the file; none where these cannot be told. */
async function firstRows(
  connection: DuckDBConnection,
  odd: OddRows,
  forms: readonly string[],
  broken: Broken,
): Promise<readonly { readonly row: number; readonly text: string }[]> {
  const { layout } = odd.shape;
  const isText = layout.format === 'csv';
  if (isText && (broken.brokenLines > broken.broken.length || (await hasEmptyLines(connection, odd.shape)))) return [];
  const found = await firstOddRows(connection, odd, forms, SHOWN);
  return found.map(({ place, text }) => ({ row: isText ? rowAt(place, layout.headerRow, broken) : place, text }));
}

/** The rows that stay without a time, by reason, with the numbers of the first of them. @param total of all reasons */
export async function undatedByReason(
  connection: DuckDBConnection,
  odd: OddRows,
  { reasons, rows }: OddTimes,
  total: number,
  broken: Broken,
): Promise<LogSurvey['undated']> {
  const first = await firstRows(connection, odd, [...reasons.form.keys()], broken);
  const reasonOf = (text: string) => reasons.text.get(text) ?? reasons.form.get(formOf(text)) ?? NO_TIME;
  const known = [...rows].map(([reason, many]) => {
    const own = first.filter(({ text }) => reasonOf(text) === reason).map(({ row }) => row);
    return { reason, rows: many, first: own.slice(0, many) };
  });
  const rest = total - known.reduce((sum, each) => sum + each.rows, 0);
  return rest > 0 ? [...known, { reason: NO_TIME, rows: rest, first: [] }] : known;
}
