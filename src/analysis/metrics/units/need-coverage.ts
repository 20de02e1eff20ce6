import type { Metric } from '../metric.ts';
import { outcomeOf } from '../metric.ts';

export const needCoverage = {
  meta: {
    id: 'need-coverage',
    title: 'Hand-offs that pass through a live integration',
    unit: '0..1',
    direction: 'higher is better',
    grade: 'D',
    formula: 'hand-offs on pairs with a live integration / all hand-offs on record',
    reference: 'METHOD 2.6, 6a.8',
    requires: ['integrations'],
  },
  measure: ({ structure }) =>
    outcomeOf(
      structure.integrations.needCoverage.direct,
      1,
      'Weekly hand-offs between tools',
      'integrations (template integrations)',
    ),
} as const satisfies Metric<'integrations'>;
