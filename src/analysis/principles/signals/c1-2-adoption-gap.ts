import type { Period } from '../../../model/calendar.ts';
import { counted } from '../../../util/counted.ts';
import { addDays } from '../../../util/day-arithmetic.ts';
import { low } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected, notes } from '../reading.ts';
import { type PersonDay, personDaysOf, type ToolRollout, toolRollouts } from '../rollout-facts.ts';
import type { Reading, SignalInput, SignalUnit } from '../signal-unit.ts';

const FIRST_DAYS = 30;
const ENOUGH_DAYS = 3;

export const adoptionGap = {
  meta: {
    id: 'C1.2',
    title: 'Invited but not using',
    construct: 'C1',
    unit: 'ratio',
    shape: low(0.1, 0.6),
    grade: 'D',
    weight: 1,
    formula: '1 - users active on at least 3 of the first 30 days / users invited, roll-outs weighted by users invited',
    reference: 'METHOD 1 C1.2, Annex A',
    source: 'date, tool and number of people invited (template rollouts), and sign-ins by day (template events)',
    requires: ['rollouts', 'usageDays'],
    privacy: 'usage',
    personDay: true,
    windowed: false,
  },
  measure: ({ snapshot, facts }: SignalInput): Reading => {
    const declared = toolRollouts(snapshot, 'new-tool').flatMap((r) =>
      r.invited !== null && r.invited > 0 ? [{ ...r, invited: r.invited }] : [],
    );
    if (declared.length === 0) return notConnected('No roll-out of a new tool says how many people were invited.');
    const inPeriod = declared.filter((r) => isInside(firstDays(r), snapshot.period));
    if (inPeriod.length === 0) return outsidePeriod(declared, snapshot.period);
    const days = personDaysOf(snapshot, new Set(inPeriod.map((r) => r.tool)));
    const known = inPeriod.filter((r) => days.has(r.tool));
    if (known.length === 0) return notConnected('No sign-in to the tools that were rolled out is known.');
    const invited = sumOf(known, (r) => r.invited);
    // More users than people invited at one tool must not hide a gap at another.
    const active = sumOf(known, (r) => Math.min(r.invited, activeUsers(r, days.get(r.tool) ?? [])));
    const value = 1 - active / invited;
    return measured({
      value,
      coverage: invited / sumOf(inPeriod, (r) => r.invited),
      reliability: Math.min(facts.reliability('usageDays'), facts.reliability('rollouts')),
      people: invited,
      words: `${percent(value)} of the people invited to new tools did not take them up in the first month`,
      note: notes(
        `${counted(known.length, 'roll-out')}, ${invited} people invited.`,
        'Sign-ins undercount long sessions, so the gap may be smaller.',
      ),
      evidence: evidenceOf(known),
    });
  },
} as const satisfies SignalUnit;

function firstDays({ date }: ToolRollout): Period {
  return { start: date, end: addDays(date, FIRST_DAYS - 1) };
}

function isInside(span: Period, period: Period): boolean {
  return span.start >= period.start && span.end <= period.end;
}

function activeUsers(rollout: ToolRollout, personDays: readonly PersonDay[]): number {
  const { start, end } = firstDays(rollout);
  const daysOf = new Map<number, Set<string>>();
  for (const { person, day } of personDays) {
    if (day < start || day > end) continue;
    const days = daysOf.get(person) ?? new Set<string>();
    daysOf.set(person, days.add(day));
  }
  return [...daysOf.values()].filter((days) => days.size >= ENOUGH_DAYS).length;
}

function outsidePeriod(rollouts: readonly ToolRollout[], period: Period): Reading {
  const pending = rollouts.map(firstDays).filter((span) => span.end > period.end && span.start >= period.start);
  const soonest = pending.map((span) => span.end).sort()[0];
  if (soonest === undefined) return notConnected('The first 30 days of no new tool lie inside the audited period.');
  const told = addDays(soonest, 1);
  return notConnected(`The first 30 days of the new tool are not over; it can be told from ${told} on.`);
}

function sumOf<Row>(rows: readonly Row[], amountOf: (row: Row) => number): number {
  return rows.reduce((n, row) => n + amountOf(row), 0);
}
