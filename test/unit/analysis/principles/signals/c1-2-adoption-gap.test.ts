import { describe, expect, it } from 'vitest';
import { adoptionGap } from '../../../../../src/analysis/principles/signals/c1-2-adoption-gap.ts';
import type { Rollout, Snapshot } from '../../../../../src/model/snapshot.ts';
import { withRows } from '../../../../support/section-rows.ts';
import { read } from '../../../../support/signal-input.ts';
import { emptySnapshot, span, withPeople, withUse } from '../../../../support/snapshot.ts';

const people = withPeople(emptySnapshot(), 'Studio', 20);
const threeDays = ['2026-07-15', '2026-07-20', '2026-08-13'];

function launched(snapshot: Snapshot, tool: string | null, invited: number | null, date = '2026-07-15'): Snapshot {
  const row: Omit<Rollout, 'evidence'> = { change: 'new-tool', date, tool, invited, target: null };
  return withRows(snapshot, 'rollouts', [row]);
}

describe('C1.2 invited but not using', () => {
  it('of 20 invited 5 are active on three of the first 30 days, 15 July to 13 August: 1 - 5 / 20 = .75', () => {
    let snapshot = withUse(people, 'miro', span(0, 4), threeDays);
    snapshot = withUse(snapshot, 'miro', span(5, 9), ['2026-07-15', '2026-07-16']); // two days only
    snapshot = withUse(snapshot, 'miro', span(10, 12), ['2026-07-14', '2026-07-15', '2026-08-14']); // one of them inside
    const reading = read(adoptionGap, launched(snapshot, 'miro', 20));
    expect(reading).toMatchObject({ state: 'measured', value: 0.75, coverage: 1, people: 20 });
    expect(reading.words).toBe('75 % of the people invited to new tools did not take them up in the first month');
  });

  it('weighs roll-outs by people invited: 1 - (10 + 5) / (10 + 30) = .625', () => {
    const used = withUse(withUse(people, 'miro', span(0, 9), threeDays), 'asana', span(0, 4), threeDays);
    expect(read(adoptionGap, launched(launched(used, 'miro', 10), 'asana', 30)).value).toBeCloseTo(0.625, 9);
  });

  it('more users than people invited do not hide the gap of another tool: 1 - (5 + 5) / (5 + 20) = .6', () => {
    const used = withUse(withUse(people, 'miro', span(0, 19), threeDays), 'asana', span(0, 4), threeDays);
    expect(read(adoptionGap, launched(launched(used, 'miro', 5), 'asana', 20)).value).toBeCloseTo(0.6, 9);
  });

  it('the 30 days have to lie inside the period: 1 September is the last day to begin, 1 July the first', () => {
    const used = withUse(people, 'miro', span(0, 9), ['2026-09-03', '2026-09-10', '2026-09-30']);
    expect(read(adoptionGap, launched(used, 'miro', 10, '2026-09-01')).value).toBe(0);
    expect(read(adoptionGap, launched(used, 'miro', 10, '2026-09-02'))).toMatchObject({
      state: 'not-connected',
      words: 'The first 30 days of the new tool are not over; it can be told from 2026-10-02 on.',
    });
    expect(read(adoptionGap, launched(used, 'miro', 10, '2026-07-01')).value).toBe(1);
    expect(read(adoptionGap, launched(used, 'miro', 10, '2026-06-30')).words).toContain('inside the audited period');
  });

  it('a tool without sign-ins is unknown, not unused, and costs coverage', () => {
    const used = withUse(people, 'miro', span(0, 9), threeDays);
    expect(read(adoptionGap, launched(used, 'asana', 10))).toMatchObject({ state: 'not-connected', value: null });
    expect(read(adoptionGap, launched(launched(used, 'asana', 30), 'miro', 10))).toMatchObject({
      value: 0,
      coverage: 0.25,
    });
  });

  it('names what is missing', () => {
    const used = withUse(people, 'miro', span(0, 9), threeDays);
    expect(read(adoptionGap, used).words).toContain('dates of changes to the tools or the charter are missing');
    expect(read(adoptionGap, launched(people, 'miro', 10)).words).toContain('sign-ins are missing');
    for (const incomplete of [launched(used, 'miro', null), launched(used, 'miro', 0), launched(used, null, 10)]) {
      expect(read(adoptionGap, incomplete).words).toContain('how many people were invited');
    }
  });

  it('four people invited are too few to show; the works-council profile never computes it', () => {
    const used = withUse(people, 'miro', span(0, 2), threeDays);
    expect(read(adoptionGap, launched(used, 'miro', 4)).state).toBe('suppressed');
    const ten = launched(used, 'miro', 20);
    const strict = { ...ten, privacy: { ...ten.privacy, profile: 'works-council' as const } };
    expect(read(adoptionGap, strict).words).toContain('works-council');
  });
});
