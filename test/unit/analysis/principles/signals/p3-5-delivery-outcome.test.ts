import { describe, expect, it } from 'vitest';
import { deliveryOutcome } from '../../../../../src/analysis/principles/signals/p3-5-delivery-outcome.ts';
import { scoreOf } from '../../../../../src/analysis/scoring/shape.ts';
import type { Snapshot } from '../../../../../src/model/snapshot.ts';
import { read, tenPeople, withItem } from '../../../../support/signal-input.ts';
import { emptySnapshot, withPeople } from '../../../../support/snapshot.ts';

/** The period has 92 days; spans of 92 days before it begin on 31 March 2026, 29 December, 28 September and 28 June 2025. */
const DAYS = ['2026-08-03', '2026-05-04', '2026-02-02', '2025-11-03', '2025-07-06'] as const;

/** So many items closed in the period and in each span before, closed by the people in turn. */
function withClosed(
  snapshot: Snapshot,
  counts: readonly number[],
  owners = 10,
  days: readonly string[] = DAYS,
): Snapshot {
  return counts.reduce(
    (all, count, at) =>
      Array.from({ length: count }, (_, i) => i).reduce(
        (some, i) =>
          withItem(some, { started: null, closed: days[at]!, contributors: owners === 0 ? null : [i % owners] }),
        all,
      ),
    snapshot,
  );
}

const staffed = withPeople(tenPeople(emptySnapshot()), 'Studio', 1, { start: '2020-01-01', end: '2025-01-31' });

describe('P3.5 delivery against own baseline', () => {
  it('60 against a mean of (40 + 50 + 60 + 50) / 4 = 50 by ten people throughout: + 20 %', () => {
    const reading = read(deliveryOutcome, withClosed(staffed, [60, 40, 50, 60, 50]));
    expect(reading.value).toBeCloseTo(20, 9);
    expect(reading).toMatchObject({ state: 'measured', people: 10, dominance: 0.1 });
    expect(reading.words).toBe('items closed per person: 20 % more than in the mean of the four quarters before');
    expect(reading.note).toContain(
      '60 items closed in the period; in the quarters before, newest first: 40, 50, 60, 50.',
    );
    // every person closed as many in each span as every other, so no draw differs
    expect(reading.note).toContain('95 % interval +20 to +20 %.');
  });

  it('divides by the people of each span: 60 by 15 against 40 by 10 is 4 against 4, no change', () => {
    const joiners = withPeople(staffed, 'Studio', 5, { start: '2026-07-01' });
    const reading = read(deliveryOutcome, withClosed(joiners, [60, 40, 40, 40, 40], 15));
    expect(reading.value).toBeCloseTo(0, 9);
    expect(reading.words).toContain('as in the mean');
    expect(reading.people).toBe(10); // the fewest of any span
  });

  it('gives an interval that holds the value and is wide where people differ', () => {
    const reading = read(deliveryOutcome, withClosed(staffed, [33, 31, 27, 35, 29], 10));
    // (33 / 30.5 - 1) x 100
    expect(reading.value).toBeCloseTo(8.1967, 3);
    const [low = 0, high = 0] =
      /interval (\S+) to (\S+) %/
        .exec(reading.note ?? '')
        ?.slice(1)
        .map((n) => Number(n.replace('−', '-'))) ?? [];
    expect(low).toBeLessThanOrEqual(8);
    expect(high).toBeGreaterThan(low);
  });

  it('counts items alone where the list has no employment dates, and says so', () => {
    const undated = tenPeople(emptySnapshot(), { start: null });
    const reading = read(deliveryOutcome, withClosed(undated, [45, 50, 50, 50, 50]));
    expect(reading.value).toBeCloseTo(-10, 9);
    expect(reading).toMatchObject({ state: 'measured-partial', people: 10 });
    expect(reading.words).toContain('items closed: 10 % fewer');
    expect(reading.note).toContain('Items alone');
    expect(scoreOf(-10, deliveryOutcome.meta.shape)).toBe(0);
  });

  it('is partial where nobody is listed who left, or a start is not known', () => {
    const today = read(deliveryOutcome, withClosed(tenPeople(emptySnapshot()), [50, 50, 50, 50, 50]));
    expect(today.state).toBe('measured-partial');
    expect(today.note).toContain('nobody who left');
    const undated = withPeople(staffed, 'Studio', 1, { start: null });
    expect(read(deliveryOutcome, withClosed(undated, [50, 50, 50, 50, 50])).note).toContain(
      '1 of 12 people have no start',
    );
  });

  it('gives no interval where most items name nobody', () => {
    const reading = read(deliveryOutcome, withClosed(staffed, [50, 50, 50, 50, 50], 0));
    expect(reading).toMatchObject({ state: 'measured-partial', value: 0 });
    expect(reading.sample).toBeUndefined();
    expect(reading.note).not.toContain('95 %');
  });

  it('needs items on day 360 before the period and in each of the four spans', () => {
    // 1 July 2026 less 360 days is 6 July 2025
    const late = [...DAYS.slice(0, 4), '2025-07-07'];
    expect(read(deliveryOutcome, withClosed(staffed, [5, 5, 5, 5, 5])).state).toBe('measured');
    expect(read(deliveryOutcome, withClosed(staffed, [5, 5, 5, 5, 5], 10, late))).toMatchObject({
      state: 'not-connected',
      words: 'The four quarters before the period are not known.',
    });
    expect(read(deliveryOutcome, withClosed(staffed, [5, 5, 0, 5, 5])).state).toBe('not-connected');
    expect(read(deliveryOutcome, withClosed(staffed, [0, 5, 5, 5, 5])).state).toBe('stale');
    expect(read(deliveryOutcome, staffed).words).toContain('work items are missing');
  });

  it('is withheld for four people, or where one of them closes over 40 %', () => {
    const four = withPeople(emptySnapshot(), 'Studio', 4);
    expect(read(deliveryOutcome, withClosed(four, [8, 8, 8, 8, 8], 4)).state).toBe('suppressed');
    expect(read(deliveryOutcome, withClosed(staffed, [8, 8, 8, 8, 8], 2)).state).toBe('suppressed'); // 4 of 8
  });
});
