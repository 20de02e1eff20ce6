import type { Snapshot, WritingWeek } from '../../../model/snapshot.ts';
import { high } from '../../scoring/shape.ts';
import { largestShare, noMeetings, ratioOf, unknownAttendeesNote } from '../calendar-reading.ts';
import type { Facts } from '../facts.ts';
import { hoursByPerson } from '../meeting-facts.ts';
import { figure, percent } from '../phrases.ts';
import { evidenceOf, notApplicable, notConnected, notes, partlyMeasured, stale } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { teamWeekParts, weeksInWindow } from '../team-week-facts.ts';

/** METHOD 1 P1.1: more than half of all calls have no invitation, so what rests on a calendar alone is worth 0.6. */
const CALENDAR_ONLY = 0.6;

export const writtenShare = {
  meta: {
    id: 'D1.1',
    title: 'Written share of coordination',
    construct: 'D1',
    unit: 'ratio',
    shape: high(0.3, 0.7),
    grade: 'D',
    weight: 1,
    formula:
      'minutes spent on messages, comments and page edits / (those + merged meeting minutes of the same teams and weeks)',
    reference: 'METHOD 1 D1.1, Annex A; exclusive-time estimation [R5]',
    source: 'time spent writing by team and week (template writing), calendar (template meetings) and people list',
    requires: ['writing', 'meetings', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: ({ snapshot, facts }: SignalInput) => {
    const inWindow = weeksInWindow(snapshot.writing, facts.window);
    if (inWindow.length === 0) return stale('No week of writing lies in the window.');
    const calendar = facts.meetings();
    if (calendar.meetings.length === 0) return noMeetings(calendar);
    const covered = new Set(calendar.weeks);
    const used = inWindow.filter((w) => covered.has(w.week) && (facts.teamSizes.get(w.team) ?? 0) > 0);
    if (used.length === 0) {
      return notConnected('No week of writing is of a team in the people list and of a week that the calendar covers.');
    }
    const rows = minutesByPerson(used, snapshot, facts);
    const value = ratioOf(rows);
    if (value === null) return notApplicable('The teams neither wrote nor met.');
    const hours = (of: 'numerator' | 'denominator') => rows.reduce((n, r) => n + r[of], 0) / 60;
    return partlyMeasured({
      ...teamWeekParts(used, facts),
      value,
      reliability: Math.min(CALENDAR_ONLY, facts.reliability('writing', 'meetings')),
      words: `${percent(value)} of the time spent on coordination is spent writing`,
      note: notes(
        `${figure(hours('numerator'))} h of writing beside ${figure(hours('denominator') - hours('numerator'))} h of meetings.`,
        'Calls without an invitation are not seen.',
        unknownAttendeesNote(calendar),
      ),
      dominance: largestShare(rows.map((r) => r.denominator)),
      evidence: evidenceOf([...used, ...calendar.meetings.map((m) => m.meeting)]),
      sample: { kind: 'ratio', rows },
    });
  },
} as const satisfies SignalUnit;

/** Writing is known by team: each of its people is taken to have written the same when people are resampled. */
function minutesByPerson(used: readonly WritingWeek[], { people }: Snapshot, facts: Facts) {
  const membersOf = membersByTeam(people, facts);
  const written = new Map<number, number>();
  for (const { team, minutes } of used) {
    const members = membersOf.get(team) ?? [];
    for (const person of members) written.set(person, (written.get(person) ?? 0) + minutes / members.length);
  }
  const met = meetingMinutes(used, membersOf, facts);
  return [...written.keys()]
    .sort((a, b) => a - b)
    .map((person) => {
      const writing = written.get(person) ?? 0;
      return { person, numerator: writing, denominator: writing + (met.get(person) ?? 0) };
    });
}

function membersByTeam(people: Snapshot['people'], { population }: Facts): ReadonlyMap<string, readonly number[]> {
  const members = new Map<string, number[]>();
  for (const person of population) {
    const team = people[person]?.team ?? null;
    if (team === null) continue;
    const known = members.get(team);
    if (known === undefined) members.set(team, [person]);
    else known.push(person);
  }
  return members;
}

/** Union of the meetings of each person, in the weeks in which the writing of the person's team is known. */
function meetingMinutes(used: readonly WritingWeek[], membersOf: ReadonlyMap<string, readonly number[]>, facts: Facts) {
  const { meetings } = facts.meetings();
  const minutes = new Map<number, number>();
  for (const week of [...new Set(used.map((w) => w.week))].sort()) {
    const members = used.flatMap((w) => (w.week === week ? (membersOf.get(w.team) ?? []) : []));
    const inWeek = meetings.filter((m) => m.week === week);
    for (const [person, hours] of hoursByPerson(inWeek, new Set(members))) {
      minutes.set(person, (minutes.get(person) ?? 0) + hours * 60);
    }
  }
  return minutes;
}
