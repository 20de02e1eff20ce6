import type { DuckDBConnection } from '@duckdb/node-api';
import { type SampledTimes, sampleTimes } from '../../connectors/files/log-times.ts';
import { InputError } from '../../errors/audit-error.ts';
import { firstTimes, largestParts, readTimes } from '../../usage/duckdb/peek-log.ts';
import type { LogShape, WrittenTimes } from '../../usage/log-shape.ts';

const SAMPLE = 1000;
type DayOrder = 'day-first' | 'month-first';

const CLOCKS = ['%H:%M:%S', '%H:%M', '%H:%M:%S.%f', '%I:%M:%S %p', '%I:%M %p'];

/** Each day with each clock, joined as exports do it. */
function patterns(days: readonly string[]): WrittenTimes {
  const joined = days.flatMap((day) => CLOCKS.flatMap((clock) => [`${day} ${clock}`, `${day}, ${clock}`]));
  return { form: 'patterns', patterns: [...joined, ...joined.map((pattern) => `${pattern}%z`)] };
}

const WORDS = patterns(['%b %d, %Y', '%B %d, %Y', '%d-%b-%Y', '%d %b %Y', '%Y/%m/%d']);
const FORMS: Readonly<Record<DayOrder, readonly WrittenTimes[]>> = {
  'day-first': [{ form: 'iso' }, { form: 'epoch' }, patterns(['%d/%m/%Y', '%d.%m.%Y', '%d-%m-%Y']), WORDS],
  'month-first': [{ form: 'iso' }, { form: 'epoch' }, patterns(['%m/%d/%Y', '%m-%d-%Y']), WORDS],
};

function unreadable(file: string): InputError {
  return new InputError({
    code: 'times-unreadable',
    message: `The times of ${file} are written in a way that cannot be read in a log of this size.`,
    nextSteps: ['Export them as 2026-08-27T09:15:00Z.'],
    file,
  });
}

function open(file: string): InputError {
  return new InputError({
    code: 'day-order-open',
    message: `No time of ${file} tells whether the day or the month stands first.`,
    nextSteps: [
      'Import a longer stretch of the log, or export the times as 2026-08-27T09:15:00Z.',
      'Or say it in mappings.yaml under day_orders.',
    ],
    file,
  });
}

/** The whole column tells which part is the day, where a person or the vendor does not. */
async function orderOf(
  connection: DuckDBConnection,
  shape: LogShape,
  known: DayOrder | null,
  sample: SampledTimes,
  file: string,
): Promise<DayOrder> {
  if (sample.isClear) return 'day-first';
  const { first, second } = await largestParts(connection, shape);
  if (first > 12 && second > 12) throw unreadable(file);
  if (first > 12) return 'day-first';
  if (second > 12) return 'month-first';
  if (known === null) throw open(file);
  return known;
}

/** Of a sample: times that only the engine reads, such as those with letters for a zone that several places share. */
const MOST_MORE = 0.01;

/** The engine has to read what is read row by row elsewhere, to the second alike, and hardly more. */
function agree(ours: readonly (number | null)[], engine: readonly (number | null)[]): boolean {
  const more = ours.filter((seconds, position) => seconds === null && engine[position] !== null).length;
  const isAlike = ours.every((seconds, position) => seconds === null || seconds === engine[position]);
  return isAlike && more <= ours.length * MOST_MORE;
}

/**
 * How the times of a log are written: the first form in which the engine reads a sample as the readers of tables do.
 * @throws InputError where none does, or where the order of day and month is open
 */
export async function settleTimes(
  connection: DuckDBConnection,
  shape: LogShape,
  known: DayOrder | null,
  file: string,
): Promise<WrittenTimes> {
  const texts = await firstTimes(connection, shape, SAMPLE);
  // A Parquet file holds times as such, or texts that the engine writes anew; either way they come out as ISO 8601.
  const sample = sampleTimes(texts, shape.timeZone);
  const order = await orderOf(connection, shape, known, sample, file);
  const ours = sample.seconds(order);
  if (ours.every((seconds) => seconds === null)) throw unreadable(file);
  for (const times of FORMS[order]) {
    if (agree(ours, await readTimes(connection, texts, times))) return times;
  }
  throw unreadable(file);
}
