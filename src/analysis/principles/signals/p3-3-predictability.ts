import { quantile } from '../../scoring/quantile.ts';
import { high } from '../../scoring/shape.ts';
import { figure, percent } from '../phrases.ts';
import { evidenceOf, measured, notApplicable, stale } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { closedInWindow, cycleDays } from '../work-item-facts.ts';

export const predictability = {
  meta: {
    id: 'P3.3',
    title: 'Predictable cycle time',
    construct: 'P3',
    unit: 'ratio',
    shape: high(0.15, 0.5),
    grade: 'D',
    weight: 1,
    formula: 'p50 / p85 of calendar days from started to closed, items closed in the window',
    reference: 'METHOD 1 P3.3, 6a.11; a ratio, so not a speed target',
    source: 'issue tracker (template work_items) with started and closed',
    requires: ['workItems'],
    privacy: 'none',
    personDay: false,
    windowed: true,
  },
  measure: ({ snapshot, facts }: SignalInput) => {
    const closed = closedInWindow(snapshot.workItems, facts.window);
    const timed = closed.filter((item) => cycleDays(item).length > 0);
    const days = timed.flatMap(cycleDays);
    const [p50, p85] = [quantile(days, 0.5), quantile(days, 0.85)];
    if (p50 === null || p85 === null) return stale('No work item was started and closed with dates in the window.');
    if (p85 === 0) return notApplicable('Work is closed on the day it is started; days are too coarse to judge it.');
    const value = p50 / p85;
    return measured({
      value,
      coverage: timed.length / closed.length,
      reliability: facts.reliability('workItems'),
      words: `half of the work closes within ${figure(p50)} days, 85 % within ${figure(p85)}`,
      note: `${timed.length} closed items; the usual time is ${percent(value)} of the slow one.`,
      evidence: evidenceOf(timed),
    });
  },
} as const satisfies SignalUnit;
