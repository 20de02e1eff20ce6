import { DateTime, IANAZone } from 'luxon';
import { QUARTER } from './definition.ts';

/** From `from` (inclusive) to `until` (exclusive), both at a quarter of an hour since 1970: seconds that local time is ahead. */
export interface ZoneOffset {
  readonly zone: number;
  readonly from: number;
  readonly until: number;
  readonly seconds: number;
}

const STEP = 6 * 3600;

function offsetAt(zone: string, second: number): number {
  return DateTime.fromSeconds(second, { zone }).offset * 60;
}

/** The first quarter of an hour in (low, high] at which the offset is no longer that of `low`. */
function changeIn(zone: string, low: number, high: number): number {
  const before = offsetAt(zone, low);
  let [left, right] = [low, high];
  while (right - left > QUARTER) {
    const middle = left + Math.floor((right - left) / 2 / QUARTER) * QUARTER;
    if (offsetAt(zone, middle) === before) left = middle;
    else right = middle;
  }
  return right;
}

/**
 * Offsets of the zones between two instants, daylight saving included.
 * @param zones IANA names; their position is the number of the zone; unknown names count as UTC
 */
export function zoneOffsets(zones: readonly string[], first: number, last: number): readonly ZoneOffset[] {
  const begin = Math.floor(first / QUARTER) * QUARTER;
  const end = (Math.floor(last / QUARTER) + 1) * QUARTER;
  return zones.flatMap((asked, zone) => {
    const name = IANAZone.isValidZone(asked) ? asked : 'UTC';
    const ranges: ZoneOffset[] = [];
    let from = begin;
    let seconds = offsetAt(name, begin);
    for (let at = begin; at < end; at += STEP) {
      const next = Math.min(at + STEP, end);
      const ahead = offsetAt(name, next);
      if (ahead === seconds) continue;
      const until = changeIn(name, at, next);
      ranges.push({ zone, from, until, seconds });
      from = until;
      seconds = ahead;
    }
    return [...ranges, { zone, from, until: end, seconds }];
  });
}
