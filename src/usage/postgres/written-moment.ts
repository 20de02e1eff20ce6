import { ZONE_LETTERS } from '../../util/zone-letters.ts';

/** What the column of times holds: instants as such, numbers since 1970, or text. */
export type ColumnOfTimes = 'instants' | 'numbers' | 'texts';

/** Object ids of types are the same in every engine that speaks this protocol. */
const INSTANTS: ReadonlySet<number> = new Set([1114, 1184]);
const NUMBERS: ReadonlySet<number> = new Set([20, 21, 23, 700, 701, 1700]);

/** Days without a clock are read as texts, of which they are no time. */
export function columnOfTimes(type: number): ColumnOfTimes {
  if (INSTANTS.has(type)) return 'instants';
  return NUMBERS.has(type) ? 'numbers' : 'texts';
}

/** Years 1900 to 2199, as the embedded engine has it; what is infinite lies outside. */
const [EARLIEST, LATEST] = ["timestamptz '1900-01-01 00:00:00+00'", "timestamptz '2200-01-01 00:00:00+00'"];

function instantSeconds(column: string): string {
  const instant = `cast(${column} as timestamptz)`;
  return `case when ${instant} >= ${EARLIEST} and ${instant} < ${LATEST} then cast(floor(extract(epoch from ${instant})) as bigint) end`;
}

/** Ten digits are seconds, thirteen milliseconds, sixteen microseconds, nineteen nanoseconds. */
function numberSeconds(column: string): string {
  const number = `cast(${column} as double precision)`;
  const sizes = [1, 1e3, 1e6, 1e9].map(
    (unit) =>
      `when ${number} >= ${1e9 * unit} and ${number} < ${1e10 * unit} then cast(floor(${number} / ${unit}) as bigint)`,
  );
  return `case ${sizes.join(' ')} end`;
}

const YEAR = '(?:19|20|21)[0-9]{2}';
/** A year whose February has 29 days. */
const LEAP = '(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)';
const day = (mark: string) =>
  `(?:${YEAR}${mark}(?:(?:0?[13578]|1[02])${mark}(?:0?[1-9]|[12][0-9]|3[01])|(?:0?[469]|11)${mark}(?:0?[1-9]|[12][0-9]|30)|0?2${mark}(?:0?[1-9]|1[0-9]|2[0-8]))|${LEAP}${mark}0?2${mark}29)`;
/** Only what is a day and a clock that there are: the server gives up at any other text. */
const LOCAL = `(?:${day('-')}|${day('/')})[T ](?:(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]+)?)?|24:00(?::00)?)`;
const ZONE = '[A-Za-z]{1,4}|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?';
const EPOCH = '^[0-9]{10}([0-9]{3}){0,3}([.][0-9]+)?$';

function offsetOf(zone: string): string {
  const letters = [...ZONE_LETTERS].map(([name, minutes]) => `when '${name}' then ${minutes * 60}`).join(' ');
  const hours = `cast(substring(${zone} from '^[+-]([0-9]{2})') as integer)`;
  const minutes = `coalesce(cast(substring(${zone} from '^[+-][0-9]{2}:?([0-9]{2})$') as integer), 0)`;
  const sign = `case when ${zone} like '-%' then -1 when ${zone} like '+%' then 1 end`;
  return `case ${zone} ${letters} else (${sign}) * (${hours} * 3600 + ${minutes} * 60) end`;
}

function textSeconds(column: string): string {
  const text = `trim(cast(${column} as text))`;
  const local = `replace(replace(substring(${text} from '^(${LOCAL}) ?(?:${ZONE})?$'), 'T', ' '), '/', '-')`;
  const zone = `upper(coalesce(substring(${text} from '^${LOCAL} ?(${ZONE})$'), ''))`;
  return `case when ${text} ~ '${EPOCH}' then ${numberSeconds(text)}
    when ${local} is null then null
    when ${zone} = '' then cast(floor(extract(epoch from cast(${local} as timestamptz))) as bigint)
    else cast(floor(extract(epoch from cast(${local} as timestamp))) as bigint) - (${offsetOf(zone)}) end`;
}

/**
 * Whole seconds since 1970 of a column; null where it holds no time, so that one text that is none costs its own row.
 * Times without a zone are taken in the session's.
 */
export function momentOf(column: string, holds: ColumnOfTimes): string {
  if (holds === 'instants') return instantSeconds(column);
  return holds === 'numbers' ? numberSeconds(column) : textSeconds(column);
}
