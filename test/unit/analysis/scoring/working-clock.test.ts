import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workCalendar } from '../../../../src/analysis/scoring/work-calendar.ts';
import { workingClock } from '../../../../src/analysis/scoring/working-clock.ts';
import { workingHoursBetween } from '../../../../src/analysis/scoring/working-hours.ts';

const HOUR = 3_600_000;
const calendar = workCalendar();

describe('the working clock', () => {
  it('Friday 16:00 to Monday 10:00 is 1 h + 1 h, not 66 h', () => {
    const clock = workingClock('2026-07-06', '2026-07-31', 'Europe/Berlin', calendar);
    const [friday, monday] = [Date.parse('2026-07-10T14:00:00Z'), Date.parse('2026-07-13T08:00:00Z')];
    expect((clock(monday) - clock(friday)) / HOUR).toBe(2);
  });

  it('stands still before the first and after the last day', () => {
    const clock = workingClock('2026-07-06', '2026-07-07', 'UTC', calendar);
    expect(clock(Date.parse('2026-07-03T12:00:00Z'))).toBe(0);
    expect(clock(Number.POSITIVE_INFINITY)).toBe(16 * HOUR);
  });

  it('agrees with day-by-day counting, over changes of the clock too', () => {
    const instant = fc.integer({ min: Date.parse('2026-03-02T00:00:00Z'), max: Date.parse('2026-05-01T00:00:00Z') });
    const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland');
    fc.assert(
      fc.property(instant, instant, zone, (a, b, where) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const clock = workingClock('2026-03-01', '2026-05-02', where, calendar);
        expect((clock(to) - clock(from)) / HOUR).toBeCloseTo(workingHoursBetween(from, to, where), 9);
      }),
      { numRuns: 60 },
    );
  });
});
