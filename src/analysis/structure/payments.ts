import { DateTime } from 'luxon';
import type { Day, Period } from '../../model/calendar.ts';
import type { SpendLine } from '../../model/snapshot.ts';

/** Net minor units of lines with a known amount in the organisation's currency; refunds are taken off (METHOD 6a.15). */
export function netMinor(lines: readonly SpendLine[]): number {
  return lines.reduce((total, { base, refund }) => {
    if (base === null) return total;
    return total + (refund ? -Math.abs(base.minor) : base.minor);
  }, 0);
}

export function between(lines: readonly SpendLine[], { start, end }: Period): readonly SpendLine[] {
  return lines.filter(({ date }) => date >= start && date <= end);
}

/** The twelve months that end on `end`, both ends included: 2025-10-01 to 2026-09-30. */
export function trailingYear(end: Day): Period {
  const first = DateTime.fromISO(end, { zone: 'utc' }).plus({ days: 1 }).minus({ years: 1 });
  return { start: first.toISODate() ?? end, end };
}

/** How a tool is paid, where three or more months of payments show it. */
export interface Pattern {
  readonly name: 'every month' | 'every quarter';
  readonly payments: number;
  readonly annualMinor: number;
}

/**
 * Payments of three or more distinct months, each one or each three months apart and still going on at the end; anything
 * else states no pattern and is not annualised (METHOD 6a.21).
 */
export function paymentPattern(lines: readonly SpendLine[], end: Day): Pattern | null {
  const byMonth = new Map<number, number>();
  for (const line of lines) {
    if (line.base === null || line.date > end) continue;
    const month = monthNumber(line.date);
    byMonth.set(month, (byMonth.get(month) ?? 0) + netMinor([line]));
  }
  const months = [...byMonth].filter(([, minor]) => minor > 0).map(([month]) => month);
  months.sort((a, b) => a - b);
  const step = months.length >= 3 ? evenStep(months) : null;
  const last = months.at(-1) ?? 0;
  if ((step !== 1 && step !== 3) || last < monthNumber(end) - step) return null;
  const paid = [...byMonth.values()].reduce((total, minor) => total + minor, 0);
  return {
    name: step === 1 ? 'every month' : 'every quarter',
    payments: months.length,
    annualMinor: Math.round((paid / months.length) * (12 / step)),
  };
}

function evenStep(months: readonly number[]): number | null {
  const steps = new Set(months.slice(1).map((month, i) => month - (months[i] ?? month)));
  return steps.size === 1 ? ([...steps][0] ?? null) : null;
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
