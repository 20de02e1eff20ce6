import { counted } from '../../../util/counted.ts';
import { daysBetween } from '../../../util/day-arithmetic.ts';
import { quantile } from '../../scoring/quantile.ts';
import { low } from '../../scoring/shape.ts';
import { figure } from '../phrases.ts';
import { evidenceOf, measured, notApplicable, notConnected, stale } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { closedInWindow, cycleDays } from '../work-item-facts.ts';

export const ageOfWork = {
  meta: {
    id: 'D3.4',
    title: 'Age of work in progress',
    construct: 'D3',
    unit: 'ratio',
    shape: low(1, 3),
    grade: 'D',
    weight: 1,
    formula:
      'p85 of the age of items in progress at the end of the period / p85 of cycle time of items closed in the window',
    reference: 'METHOD 1 D3.4, Annex A, 6a.11',
    source: 'issue tracker (template work_items) with started and closed',
    requires: ['workItems'],
    privacy: 'none',
    personDay: false,
    windowed: true,
  },
  measure: ({ snapshot, facts }: SignalInput) => {
    const { end } = snapshot.period;
    const items = snapshot.workItems;
    if (items.every((item) => item.started === null))
      return notConnected('The tracker does not say when work started.');
    const cycle = quantile(closedInWindow(items, facts.window).flatMap(cycleDays), 0.85);
    if (cycle === null) return stale('No work item was started and closed with dates in the window.');
    const open = items.flatMap((item) =>
      item.started !== null && item.started <= end && (item.closed === null || item.closed > end)
        ? [{ item, age: daysBetween(item.started, end) }]
        : [],
    );
    const age = quantile(
      open.map((o) => o.age),
      0.85,
    );
    if (age === null) return notApplicable('No work is in progress at the end of the period.');
    if (cycle === 0) return notApplicable('Work is closed on the day it is started; days are too coarse to judge it.');
    return measured({
      value: age / cycle,
      reliability: facts.reliability('workItems'),
      words: `work in progress is ${figure(age / cycle)} times as old as finished work took`,
      note: `${counted(open.length, 'item')} in progress; 85 % are younger than ${figure(age)} days, finished ones took ${figure(cycle)}.`,
      evidence: evidenceOf(open.map((o) => o.item)),
    });
  },
} as const satisfies SignalUnit;
