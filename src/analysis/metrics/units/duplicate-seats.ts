import type { Metric } from '../metric.ts';
import { overPairs } from '../over-pairs.ts';

export const duplicateSeats = {
  meta: {
    id: 'duplicate-seats',
    title: 'Same people, two tools for one job',
    unit: '0..1',
    direction: 'lower is better',
    grade: 'D',
    formula: 'sum of smaller cost x C O / sum of smaller cost, over pairs for one job',
    reference: 'METHOD 2.4',
    requires: ['tools', 'accounts'],
  },
  measure: ({ structure }) => overPairs(structure, (pair) => pair.duplicateSeats),
} as const satisfies Metric<'tools' | 'accounts'>;
