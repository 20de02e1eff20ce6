import type { DuckDBConnection } from '@duckdb/node-api';
import { type DayOrder, type ReadTime, type SampledTimes, sampleTimes } from '../../connectors/files/log-times.ts';
import { InputError } from '../../errors/audit-error.ts';
import { firstTimes, orderProofs, readTimes, spreadTimes } from '../../usage/duckdb/peek-log.ts';
import type { LogShape, WrittenTimes } from '../../usage/log-shape.ts';
import { counted } from '../../util/counted.ts';

const SAMPLE = 1000;

const CLOCKS = ['%H:%M:%S', '%H:%M', '%H:%M:%S.%f', '%I:%M:%S %p', '%I:%M %p'];

/** Each day with each clock, joined as exports do it. */
function patterns(days: readonly string[]): WrittenTimes {
  const joined = days.flatMap((day) => CLOCKS.flatMap((clock) => [`${day} ${clock}`, `${day}, ${clock}`]));
  return { form: 'patterns', patterns: [...joined, ...joined.map((pattern) => `${pattern}%z`)] };
}

const ANY_ORDER = [
  patterns(['%d.%m.%Y']),
  patterns(['%d.%m.%y']),
  patterns(['%b %d, %Y', '%B %d, %Y', '%d-%b-%Y', '%d %b %Y', '%Y/%m/%d']),
];
const ORDERED: Readonly<Record<DayOrder, WrittenTimes>> = {
  'day-first': patterns(['%d/%m/%Y', '%d.%m.%Y', '%d-%m-%Y']),
  'month-first': patterns(['%m/%d/%Y', '%m-%d-%Y']),
};

function formsFor(order: DayOrder | null): readonly WrittenTimes[] {
  return [{ form: 'iso' }, { form: 'epoch' }, ...(order === null ? [] : [ORDERED[order]]), ...ANY_ORDER];
}

const AS_ISO = 'Export them as 2026-08-27T09:15:00Z.';

function unreadable(file: string, reason: string | null): InputError {
  return new InputError({
    code: 'times-unreadable',
    message:
      reason === null
        ? `The times of ${file} are written in a way that cannot be read in a log of this size.`
        : `No time of ${file} that was looked at can be read: what stands there ${reason}.`,
    nextSteps: [AS_ISO],
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

function contradictory(file: string, dayFirst: number, monthFirst: number): InputError {
  const times = `${counted(dayFirst, 'time')} of ${file} can only be read with the day first and ${counted(monthFirst, 'time')} only with the month first`;
  return new InputError({
    code: 'day-order-mixed',
    message: `${times}; what the others mean cannot be told.`,
    nextSteps: ['Import the parts of the log that come from different systems as files of their own.', AS_ISO],
    file,
  });
}

/**
 * The order of day and month that the whole column tells, by the rows that can be read in one way only; null where
 * nothing in it has an order.
 */
async function orderOf(
  connection: DuckDBConnection,
  shape: LogShape,
  known: DayOrder | null,
  { hasOrder, needsOrder }: { readonly hasOrder: boolean; readonly needsOrder: boolean },
  file: string,
): Promise<DayOrder | null> {
  if (!hasOrder) return known;
  const { dayFirst, monthFirst } = await orderProofs(connection, shape);
  if (dayFirst > 0 && monthFirst > 0) throw contradictory(file, dayFirst, monthFirst);
  if (dayFirst > 0) return 'day-first';
  if (monthFirst > 0) return 'month-first';
  if (known === null && needsOrder) throw open(file);
  return known;
}

/** Share of a sample that only the engine may read. */
const MOST_MORE = 0.01;

/** Texts that a form reads as the readers of tables do; null where it reads one otherwise, or several that they cannot read. */
function agreement(ours: readonly ReadTime[], engine: readonly (number | null)[]): number | null {
  let [alike, more] = [0, 0];
  for (const [position, time] of ours.entries()) {
    const seconds = engine[position] ?? null;
    if (seconds === null) continue;
    if (typeof time !== 'number') more += 1;
    else if (seconds === time) alike += 1;
    else return null;
  }
  return more > ours.length * MOST_MORE ? null : alike;
}

export interface SettledTimes {
  readonly times: WrittenTimes;
  /** For the times that are written otherwise than most. */
  readonly order: DayOrder | null;
}

interface Sample {
  readonly texts: readonly string[];
  readonly sample: SampledTimes;
}

/** The first times, or some of all where none of the first can be read. */
async function sampleOf(connection: DuckDBConnection, shape: LogShape): Promise<Sample> {
  const first = await firstTimes(connection, shape, SAMPLE);
  const sample = sampleTimes(first, shape.timeZone);
  const isRead = (time: ReadTime) => typeof time === 'number';
  if (sample.needsOrder || sample.read(null).some(isRead)) return { texts: first, sample };
  const texts = await spreadTimes(connection, shape, SAMPLE);
  return { texts, sample: sampleTimes(texts, shape.timeZone) };
}

/** The reason that most of the texts are no times for. */
function mainReason(times: readonly ReadTime[]): string | null {
  const counts = new Map<string, number>();
  for (const time of times) if (typeof time === 'object') counts.set(time.reason, (counts.get(time.reason) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/**
 * How most times of a log are written: the form in which the engine reads most of a sample, none of it otherwise than
 * the readers of tables do.
 * @throws InputError where there is none, or where the order of day and month is open or contradictory
 */
export async function settleTimes(
  connection: DuckDBConnection,
  shape: LogShape,
  known: DayOrder | null,
  file: string,
): Promise<SettledTimes> {
  // A Parquet file holds times as such, or texts that the engine writes anew; either way they come out as ISO 8601.
  const { texts, sample } = await sampleOf(connection, shape);
  const order = await orderOf(connection, shape, known, sample, file);
  const ours = sample.read(order);
  if (!ours.some((time) => typeof time === 'number')) throw unreadable(file, mainReason(ours));
  let best: { readonly times: WrittenTimes; readonly alike: number } | null = null;
  for (const times of formsFor(order)) {
    const alike = agreement(ours, await readTimes(connection, texts, times));
    if (alike !== null && alike > (best?.alike ?? 0)) best = { times, alike };
    if (alike === texts.length) break;
  }
  if (best === null) throw unreadable(file, null);
  return { times: best.times, order };
}
