import { describe, expect, it } from 'vitest';
import { onboardingRead } from '../../../../../src/analysis/principles/signals/d4-5-onboarding-read.ts';
import type { Snapshot } from '../../../../../src/model/snapshot.ts';
import { withRows } from '../../../../support/section-rows.ts';
import { read } from '../../../../support/signal-input.ts';
import { emptySnapshot, span, withPeople } from '../../../../support/snapshot.ts';

const joiners = withPeople(emptySnapshot(), 'Studio', 12, { start: '2026-09-01' });

/** One row for each joiner: pages opened of pages required. */
function opened(snapshot: Snapshot, people: readonly number[], openedPages: number, requiredPages = 10): Snapshot {
  const rows = people.map((person) => ({ person, requiredPages, openedPages }));
  return withRows(snapshot, 'onboarding', rows);
}

describe('D4.5 onboarding pages read', () => {
  it('is the mean over joiners: (5 x .8 + 5 x .2) / 10 = .5', () => {
    const reading = read(onboardingRead, opened(opened(joiners, span(0, 4), 8), span(5, 9), 2));
    expect(reading.value).toBeCloseTo(0.5, 9);
    expect(reading).toMatchObject({ state: 'measured', coverage: 1, people: 10, note: '10 joiners.' });
  });

  it('weighs joiners alike, whatever they have to read, and nobody reads more than all: (5 x 1 + 5 x .5) / 10', () => {
    const snapshot = opened(opened(joiners, span(0, 4), 12, 10), span(5, 9), 50, 100);
    expect(read(onboardingRead, snapshot).value).toBeCloseTo(0.75, 9);
  });

  it('ten joiners are shown, nine are not', () => {
    expect(read(onboardingRead, opened(joiners, span(0, 9), 5)).value).toBeCloseTo(0.5, 9);
    expect(read(onboardingRead, opened(joiners, span(0, 8), 5))).toMatchObject({ state: 'suppressed', value: null });
  });

  it('leaves out who started too late: 16 September has its 14 days on the 30th, the 17th has not', () => {
    const staff = withPeople(withPeople(joiners, 'Studio', 1, { start: '2026-09-16' }), 'Studio', 1, {
      start: '2026-09-17',
    });
    const reading = read(onboardingRead, opened(opened(staff, span(0, 9), 10), [12, 13], 0));
    expect(reading.value).toBeCloseTo(10 / 11, 9);
    expect(reading.coverage).toBeCloseTo(11 / 12, 9);
    expect(reading.note).toContain('1 of 12 are left out');
  });

  it('names what is missing', () => {
    expect(read(onboardingRead, joiners).words).toContain('onboarding pages opened are missing');
    expect(read(onboardingRead, opened(joiners, span(0, 9), 0, 0))).toMatchObject({
      state: 'not-connected',
      words: 'No joiner is required to read a page.',
    });
    const late = withPeople(emptySnapshot(), 'Studio', 10, { start: '2026-09-20' });
    expect(read(onboardingRead, opened(late, span(0, 9), 3)).words).toContain('14 days');
  });
});
