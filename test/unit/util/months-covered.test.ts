import { describe, expect, it } from 'vitest';
import { monthsCovered } from '../../../src/util/months-covered.ts';

const span = (start: string, end: string) => ({ start, end });
const quarter = span('2026-07-01', '2026-09-30');

describe('months covered', () => {
  it.each([
    ['a statement on the 15th of each month', [span('2026-07-15', '2026-09-15')]],
    ['two files that follow each other', [span('2026-01-03', '2026-08-28'), span('2026-09-02', '2026-12-30')]],
    ['the last day of one month and the first of another', [span('2026-07-31', '2026-09-01')]],
  ])('yes: %s', (_, spans) => {
    expect(monthsCovered(spans, quarter)).toBe(true);
  });

  it.each([
    ['nothing', []],
    ['a month too few at the end', [span('2026-01-01', '2026-08-31')]],
    ['a month too few at the start', [span('2026-08-01', '2026-12-31')]],
    ['a hole between two files', [span('2026-07-01', '2026-07-31'), span('2026-09-01', '2026-09-30')]],
    ['the same quarter of the year before', [span('2025-07-01', '2025-09-30')]],
  ])('no: %s', (_, spans) => {
    expect(monthsCovered(spans, quarter)).toBe(false);
  });
});
