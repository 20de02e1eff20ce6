import type { Gap } from '../model/evidence.ts';
import type { Reconciliation } from '../model/reconciliation.ts';
import type { Person } from '../model/snapshot.ts';
import { isKnownZone } from './usage/local-day.ts';

/** People whose time zone is no name of the zone database. */
export function zoneGaps(people: readonly Person[]): readonly Gap[] {
  const zones = new Set(people.flatMap(({ timeZone }) => (timeZone === null ? [] : [timeZone])));
  const unknown = new Set([...zones].filter((zone) => !isKnownZone(zone)));
  const strange = people.filter(({ timeZone }) => timeZone !== null && unknown.has(timeZone)).length;
  if (strange === 0) return [];
  return [
    {
      id: 'unknown-time-zones',
      section: 'people',
      title: `Time zone not recognised for ${strange} of ${people.length} people`,
      why: "Their days are counted in the organisation's zone.",
      wouldSupply: 'IANA names such as Europe/Berlin in the column time_zone.',
    },
  ];
}

/** Currencies of software spend that no rate converts (METHOD 6a.16). */
export function rateGaps(unconverted: Reconciliation['unconverted']): readonly Gap[] {
  if (unconverted.length === 0) return [];
  const currencies = unconverted.map((entry) => entry.currency).join(', ');
  return [
    {
      id: 'missing-rates',
      section: 'rates',
      title: `No rate for ${currencies}`,
      why: 'Spend in these currencies is reported apart and is in no sum.',
      wouldSupply: 'The template rates: date, from, to, rate, dated on or before the spend.',
    },
  ];
}
