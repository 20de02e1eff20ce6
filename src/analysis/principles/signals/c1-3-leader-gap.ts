import type { WritingWeek } from '../../../model/snapshot.ts';
import { low } from '../../scoring/shape.ts';
import { largestShare, noMeetings, unknownAttendeesNote } from '../calendar-reading.ts';
import { type Coordination, coordinationByPerson, type GroupWeek, leadersOf } from '../coordination-facts.ts';
import type { Facts } from '../facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, notApplicable, notConnected, notes, partlyMeasured, stale, suppressed } from '../reading.ts';
import type { Reading, SignalInput, SignalUnit } from '../signal-unit.ts';
import { weeksInWindow } from '../team-week-facts.ts';

/** METHOD 1 P1.1: more than half of all calls have no invitation, so what rests on a calendar alone is worth 0.6. */
const CALENDAR_ONLY = 0.6;

export const leaderGap = {
  meta: {
    id: 'C1.3',
    title: 'Leaders meet more than their teams',
    construct: 'C1',
    unit: 'ratio',
    shape: low(0, 0.3),
    grade: 'D',
    weight: 1,
    formula:
      'meeting minutes / (meeting + writing minutes) of leaders minus that of others, never below 0, both groups above the threshold',
    reference: 'METHOD 1 C1.3, Annex A',
    source:
      'time spent writing by role (template writing), calendar (template meetings) and people list with manager_email',
    requires: ['writing', 'meetings', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: ({ snapshot, facts }: SignalInput): Reading => {
    const inWindow = weeksInWindow(snapshot.writing, facts.window);
    if (inWindow.length === 0) return stale('No week of writing lies in the window.');
    const byRole = inWindow.flatMap(withRole);
    if (byRole.length === 0) return notConnected('The writing of leaders and of others is not told apart.');
    if (leadersOf(snapshot, facts).size === 0) return notConnected('The people list does not say who leads whom.');
    const calendar = facts.meetings();
    if (calendar.meetings.length === 0) return noMeetings(calendar);
    const covered = new Set(calendar.weeks);
    const used = byRole.filter((row) => covered.has(row.week));
    const people = coordinationByPerson(used, snapshot, facts);
    const unable = tooFew(people, facts);
    if (unable !== null) return unable;
    const all = people.map(() => 1);
    const [leads, others] = [syncShare(people, all, true), syncShare(people, all, false)];
    if (leads === null || others === null) return notApplicable('Leaders or others neither wrote nor met.');
    return partlyMeasured({
      value: Math.max(0, leads - others),
      coverage: people.length / facts.population.length,
      windowCoverage: new Set(used.map((row) => row.week)).size / facts.window.weeks,
      reliability: Math.min(CALENDAR_ONLY, facts.reliability('writing'), facts.reliability('meetings')),
      people: people.length,
      words: `leaders spend ${percent(leads)} of their coordination in meetings, others ${percent(others)}`,
      note: notes('Calls without an invitation are not seen.', unknownAttendeesNote(calendar)),
      dominance: Math.max(...[true, false].map((lead) => largestShare(of(people, lead).map(total)))),
      evidence: evidenceOf([...used, ...calendar.meetings.map((m) => m.meeting)]),
      sample: {
        kind: 'statistic',
        people: people.map((p) => p.person),
        evaluate: (weights) => gapOf(syncShare(people, weights, true), syncShare(people, weights, false)),
      },
    });
  },
} as const satisfies SignalUnit;

function withRole(row: WritingWeek): readonly GroupWeek[] {
  return row.role === null ? [] : [{ ...row, role: row.role }];
}

/** Leaders are compared as a group only, so both groups have to reach the threshold (METHOD 1 C1.3). */
function tooFew(people: readonly Coordination[], { k }: Facts): Reading | null {
  const sizes = [of(people, true).length, of(people, false).length];
  if (sizes.includes(0))
    return notConnected('No week tells the writing of both leaders and others in the people list.');
  if (sizes.every((size) => size >= k.collaboration)) return null;
  return suppressed(`Leaders or others are fewer than ${k.collaboration} people.`);
}

function of(people: readonly Coordination[], lead: boolean): readonly Coordination[] {
  return people.filter((p) => p.lead === lead);
}

function total({ meeting, writing }: Coordination): number {
  return meeting + writing;
}

function syncShare(people: readonly Coordination[], weights: readonly number[], lead: boolean): number | null {
  let meeting = 0;
  let all = 0;
  people.forEach((p, i) => {
    if (p.lead !== lead) return;
    meeting += p.meeting * (weights[i] ?? 0);
    all += total(p) * (weights[i] ?? 0);
  });
  return all > 0 ? meeting / all : null;
}

function gapOf(leads: number | null, others: number | null): number | null {
  return leads === null || others === null ? null : Math.max(0, leads - others);
}
