import { ZONE_LETTERS } from '../../util/zone-letters.ts';
import type { WrittenTimes } from '../log-shape.ts';
import { quoted } from './open-duckdb.ts';

/** Years 1900 to 2199: a year of two digits is none of our time. */
const [EARLIEST, LATEST] = [-2_208_988_800, 7_258_118_400];
/** Day, clock, and a zone in letters or as an offset. Anything else is left to the reader of odd times. */
const ISO =
  '^(\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?) ?([A-Za-z]{1,4}|[+-]\\d{2}(?::?\\d{2})?)?$';
/** Letters of 2026-08-27T09:15:00Z. */
const WHOLE = 20;

function offsetOf(zone: string): string {
  const letters = [...ZONE_LETTERS].map(([name, minutes]) => `when '${name}' then ${minutes * 60}`).join(' ');
  const hours = `try_cast(substr(${zone}, 2, 2) as integer)`;
  const minutes = `try_cast('0' || right(${zone}, strlen(${zone}) - 3)[-2:] as integer)`;
  const seconds = `(${hours} * 3600 + ${minutes} * 60)`;
  return `case ${zone} ${letters} else
    case when ${hours} > 14 or ${minutes} > 59 then null when ${zone}[1] = '-' then -${seconds} else ${seconds} end end`;
}

/**
 * The engine would take letters for the nearest zone of that name, in summer time too; here they mean what they mean to
 * the readers of tables. Times in UTC are most times and go the short way.
 */
function isoSeconds(text: string): string {
  const parts = `regexp_extract(${text}, '${ISO}', ['local', 'zone'])`;
  const zone = `upper(${parts}.zone)`;
  // One case without coalesce: the engine would take the slow way for every row beside it.
  return `case
    when suffix(${text}, 'Z') and strlen(${text}) >= ${WHOLE} then epoch_ms(try_cast(${text} as timestamp)) // 1000
    when ${parts}.zone = '' then epoch_ms(try_cast(${parts}.local as timestamptz)) // 1000
    else epoch_ms(try_cast(${parts}.local as timestamp)) // 1000 - (${offsetOf(zone)}) end`;
}

/** Ten digits are seconds, thirteen milliseconds, sixteen microseconds, nineteen nanoseconds: from 2001 to 2286. */
function epochSeconds(text: string): string {
  const number = `(case when not contains(lower(${text}), 'e') then try_cast(${text} as double) end)`;
  const sizes = [1, 1e3, 1e6, 1e9].map(
    (unit) =>
      `when ${number} >= ${1e9 * unit} and ${number} < ${1e10 * unit} then cast(floor(${number} / ${unit}) as bigint)`,
  );
  return `case ${sizes.join(' ')} end`;
}

/**
 * Whole seconds since 1970 of a text; times without a zone are read in the session's zone, days without a time are none.
 * `plausible` has to judge them.
 */
export function secondsOf(text: string, times: WrittenTimes): string {
  if (times.form === 'iso') return isoSeconds(text);
  if (times.form === 'epoch') return epochSeconds(text);
  const patterns = times.patterns.map(quoted).join(', ');
  return `epoch_ms(cast(try_strptime(${text}, [${patterns}]) as timestamptz)) // 1000`;
}

/** Seconds that are a time of our days; null otherwise. @param seconds a column */
export function plausible(seconds: string): string {
  return `case when ${seconds} >= ${EARLIEST} and ${seconds} < ${LATEST} then ${seconds} end`;
}
