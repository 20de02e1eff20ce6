import type { RatioRow } from '../scoring/cluster-bootstrap.ts';
import type { Facts } from './facts.ts';
import type { CalendarEntry, MeetingFacts } from './meeting-facts.ts';
import { evidenceOf, notConnected, stale } from './reading.ts';
import type { Reading } from './signal-unit.ts';

/** Parts that every reading from the calendar shares: who is seen, how many weeks, which rows. */
export function calendarParts(facts: Facts, used: readonly CalendarEntry[]): Pick<Reading, CalendarPart> {
  const { seen, windowCoverage } = facts.meetings();
  return {
    coverage: facts.population.length === 0 ? 0 : seen.size / facts.population.length,
    windowCoverage,
    reliability: facts.reliability('meetings'),
    evidence: evidenceOf(used.map((e) => e.meeting)),
    people: seen.size,
  };
}

type CalendarPart = 'coverage' | 'windowCoverage' | 'reliability' | 'evidence' | 'people';

/** "2 of 40 entries do not say who attends and are left out." */
export function unknownAttendeesNote({ entries, attendeesKnown }: MeetingFacts): string | null {
  const unknown = Math.round(entries.length * (1 - attendeesKnown));
  return unknown === 0 ? null : `${unknown} of ${entries.length} entries do not say who attends and are left out.`;
}

/** Hours of one person for each week asked, as rows that can be resampled. */
export function hoursPerPersonWeek(
  population: readonly number[],
  hours: ReadonlyMap<number, number>,
  weeks: number,
): readonly RatioRow[] {
  return population.map((person) => ({ person, numerator: hours.get(person) ?? 0, denominator: weeks }));
}

/** Share of the total that the busiest person makes up (METHOD 5, dominance). */
export function largestShare(values: Iterable<number>): number {
  let total = 0;
  let largest = 0;
  for (const value of values) {
    total += value;
    largest = Math.max(largest, value);
  }
  return total > 0 ? largest / total : 0;
}

export function ratioOf(rows: readonly RatioRow[]): number | null {
  const bottom = rows.reduce((n, r) => n + r.denominator, 0);
  return bottom > 0 ? rows.reduce((n, r) => n + r.numerator, 0) / bottom : null;
}

/** Why nothing can be said about meetings: no entry in the window, or none that says who attends. */
export function noMeetings({ entries }: MeetingFacts): Reading {
  if (entries.length === 0) return stale('No calendar entry lies in the window.');
  return notConnected('No calendar entry in the window names two people who attend.');
}
