import { DateTime, IANAZone } from 'luxon';
import type { WorkspaceConfig } from '../../model/workspace-config.ts';
import { countsDays } from '../../normalize/usage/usage-sections.ts';
import { QUARTER } from '../../usage/definition.ts';
import type { FactConditions } from '../../usage/usage-engine.ts';
import { zoneOffsets } from '../../usage/zone-offsets.ts';

const DAY = 86_400;
/** Days before the period in which the day of an event is exact to its zone; the longest look-back is 120 days. */
const COVERED_DAYS = 130;

/** What a log is counted by: the period, and the zones of the people. */
export interface ZonedConditions extends FactConditions {
  /** IANA names; the first is the organisation's. */
  readonly zones: readonly string[];
  /** Name of the zone in force for somebody whose own is this; null = not known. */
  readonly zoneName: (own: string | null) => string;
  /** Its number. */
  readonly zoneNumber: (own: string | null) => number;
}

function secondOf(day: string): number {
  return DateTime.fromISO(day, { zone: 'utc' }).toSeconds();
}

/**
 * METHOD 6a.19: a person-day is a day in the person's own zone, else in the organisation's.
 * @param own zones of people as their sources name them
 */
export function factConditions(config: WorkspaceConfig, own: Iterable<string | null>): ZonedConditions {
  const asked = config.organisation.time_zone;
  const fallback = IANAZone.isValidZone(asked) ? asked : 'UTC';
  const known = [...new Set(own)].filter((zone) => zone !== null && IANAZone.isValidZone(zone)) as string[];
  const zones = [fallback, ...known.filter((zone) => zone !== fallback).sort()];
  const zoneName = (zone: string | null) => (zone !== null && zones.includes(zone) ? zone : fallback);
  const [start, end] = [secondOf(config.period.start), secondOf(config.period.end)];
  // Two days more: where it is still the period's last day, it may be the day after next elsewhere.
  const [covered, last] = [start - COVERED_DAYS * DAY, end + 2 * DAY];
  return {
    zones,
    zoneName,
    zoneNumber: (zone) => zones.indexOf(zoneName(zone)),
    offsets: zoneOffsets(zones, covered, last),
    window: { start, end, covered, until: Math.floor(last / QUARTER) * QUARTER, byDay: countsDays(config) },
  };
}
