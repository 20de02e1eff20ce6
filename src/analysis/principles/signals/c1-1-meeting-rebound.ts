import type { Rollout } from '../../../model/snapshot.ts';
import { addDays } from '../../../util/day-arithmetic.ts';
import { textOrder } from '../../../util/text-order.ts';
import { low } from '../../scoring/shape.ts';
import { hoursPerPersonWeek, largestShare, noMeetings, ratioOf, unknownAttendeesNote } from '../calendar-reading.ts';
import { type CharterWeeks, readCharterWeeks, weeksFiveToEight } from '../charter-weeks.ts';
import { hoursByPerson } from '../meeting-facts.ts';
import { figure } from '../phrases.ts';
import { evidenceOf, notConnected, notes, partlyMeasured } from '../reading.ts';
import type { Reading, SignalInput, SignalUnit } from '../signal-unit.ts';

/** METHOD 1 P1.1: more than half of all calls have no invitation, so what rests on a calendar alone is worth 0.6. */
const CALENDAR_ONLY = 0.6;

export const meetingRebound = {
  meta: {
    id: 'C1.1',
    title: 'Meetings come back',
    construct: 'C1',
    unit: 'ratio',
    shape: low(1, 2),
    grade: 'D',
    weight: 1,
    formula: 'meeting hours a person-week in weeks 5 to 8 after the charter, as P1.1 / agreed target',
    reference: 'METHOD 1 C1.1, Annex A',
    source:
      'date and target of the communication charter (template rollouts), calendar (template meetings), people list',
    requires: ['rollouts', 'meetings', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: false,
  },
  measure: (input: SignalInput): Reading => {
    const { snapshot, facts } = input;
    const charters = chartersOf(snapshot.rollouts);
    const [latest] = charters;
    if (latest === undefined) return notConnected('No charter with a date and a target is declared.');
    for (const charter of charters) {
      const weeks = readCharterWeeks(weeksFiveToEight(charter.date), snapshot, facts);
      if (weeks === null || weeks.population.length === 0) continue;
      return reboundOf(charter, weeks, input, charter === latest ? null : notYet(latest, snapshot.period.end));
    }
    return notConnected(
      notYet(latest, snapshot.period.end) ??
        `The calendar does not cover weeks 5 to 8 after the charter of ${latest.date}.`,
    );
  },
} as const satisfies SignalUnit;

interface Charter extends Rollout {
  readonly target: number;
}

/** The latest first. A target of none cannot be divided by. */
function chartersOf(rollouts: readonly Rollout[]): readonly Charter[] {
  return rollouts
    .flatMap((r) => (r.change === 'charter' && r.target !== null && r.target > 0 ? [{ ...r, target: r.target }] : []))
    .sort((a, b) => textOrder(b.date, a.date));
}

/** Why a charter cannot be judged at the end of the period; null where its eight weeks are over. */
function notYet({ date }: Charter, periodEnd: string): string | null {
  const { end } = weeksFiveToEight(date);
  if (end <= periodEnd) return null;
  return `Weeks 5 to 8 after the charter of ${date} are not over; it can be told from ${addDays(end, 1)} on.`;
}

function reboundOf(
  charter: Charter,
  { calendar, weeks, population, inScope }: CharterWeeks,
  { facts }: SignalInput,
  later: string | null,
): Reading {
  if (calendar.meetings.length === 0) return noMeetings(calendar);
  const { target } = charter;
  const hours = hoursByPerson(calendar.meetings, inScope);
  const load = ratioOf(hoursPerPersonWeek(population, hours, weeks)) ?? 0;
  return partlyMeasured({
    value: load / target,
    coverage: calendar.seen.size / population.length,
    windowCoverage: weeks / 4,
    reliability: Math.min(CALENDAR_ONLY, facts.reliability('meetings'), facts.reliability('rollouts')),
    people: calendar.seen.size,
    words: `${figure(load)} meeting hours a week for each person in weeks 5 to 8 after the charter, ${figure(target)} were agreed`,
    note: notes(
      `Charter of ${charter.date}; ${calendar.meetings.length} meetings, ${population.length} people, ${weeks} weeks.`,
      'Calls without an invitation are not seen.',
      unknownAttendeesNote(calendar),
      later,
    ),
    evidence: evidenceOf([charter, ...calendar.meetings.map((m) => m.meeting)]),
    dominance: largestShare(hours.values()),
    sample: { kind: 'ratio', rows: hoursPerPersonWeek(population, hours, weeks * target) },
  });
}
