import type { Metric } from '../metric.ts';
import { outcomeOf } from '../metric.ts';

export const needCoverageByPath = {
  meta: {
    id: 'need-coverage-by-path',
    title: 'Hand-offs within two live integrations',
    unit: '0..1',
    direction: 'higher is better',
    grade: 'D',
    formula: 'hand-offs on pairs joined by at most two live integrations / all hand-offs on record',
    reference: 'METHOD 2.6, 6a.8',
    requires: ['integrations'],
  },
  measure: ({ structure }) =>
    outcomeOf(
      structure.integrations.needCoverage.path,
      1,
      'Weekly hand-offs between tools',
      'integrations (template integrations)',
    ),
} as const satisfies Metric<'integrations'>;
