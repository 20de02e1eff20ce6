import type { Metric } from '../metric.ts';
import { overPairs } from '../over-pairs.ts';

export const parallelTools = {
  meta: {
    id: 'parallel-tools',
    title: 'Different people, two tools for one job',
    unit: '0..1',
    direction: 'lower is better',
    grade: 'D',
    formula: 'sum of smaller cost x C (1 - O) / sum of smaller cost, over pairs for one job',
    reference: 'METHOD 2.4, C3.2',
    requires: ['tools', 'accounts'],
  },
  measure: ({ structure }) => overPairs(structure, (pair) => pair.parallelTools),
} as const satisfies Metric<'tools' | 'accounts'>;
