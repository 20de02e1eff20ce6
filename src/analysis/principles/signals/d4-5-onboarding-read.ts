import type { Onboarding, Snapshot } from '../../../model/snapshot.ts';
import { counted } from '../../../util/counted.ts';
import { addDays } from '../../../util/day-arithmetic.ts';
import { high } from '../../scoring/shape.ts';
import { ratioOf } from '../calendar-reading.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected, notes } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

const FIRST_DAYS = 14;

export const onboardingRead = {
  meta: {
    id: 'D4.5',
    title: 'Onboarding pages read',
    construct: 'D4',
    unit: 'ratio',
    shape: high(0.3, 0.8),
    grade: 'D',
    weight: 1,
    formula: 'required onboarding pages opened by day 14 / required pages, mean over joiners',
    reference: 'METHOD 1 D4.5, Annex A',
    source: 'wiki views of joiners (template onboarding), a row for each joiner',
    requires: ['onboarding'],
    privacy: 'collaboration',
    personDay: false,
    windowed: false,
  },
  measure: ({ snapshot, facts }: SignalInput) => {
    const asked = snapshot.onboarding.filter((joiner) => joiner.requiredPages > 0);
    if (asked.length === 0) return notConnected('No joiner is required to read a page.');
    const due = asked.filter((joiner) => isDue(joiner, snapshot));
    if (due.length === 0) return notConnected('No joiner has been there for 14 days at the end of the period.');
    const rows = due.map(({ person, openedPages, requiredPages }) => ({
      person,
      numerator: Math.min(1, openedPages / requiredPages),
      denominator: 1,
    }));
    const value = ratioOf(rows) ?? 0;
    const people = new Set(due.map((joiner) => joiner.person)).size;
    const early = asked.length - due.length;
    return measured({
      value,
      coverage: due.length / asked.length,
      reliability: facts.reliability('onboarding'),
      people,
      words: `joiners open ${percent(value)} of the required pages in their first two weeks`,
      note: notes(
        `${counted(people, 'joiner')}.`,
        early > 0 ? `${early} of ${asked.length} are left out: their first two weeks are not over.` : null,
      ),
      evidence: evidenceOf(due),
      sample: { kind: 'ratio', rows },
    });
  },
} as const satisfies SignalUnit;

/** Who started too late to have a 14th day by the end of the period cannot be told yet; an unknown start is no bar. */
function isDue({ person }: Onboarding, { people, period }: Snapshot): boolean {
  const start = people[person]?.start ?? null;
  return start === null || addDays(start, FIRST_DAYS) <= period.end;
}
