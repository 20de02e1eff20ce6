import type { Metric } from '../metric.ts';
import { overCapabilities } from '../over-capabilities.ts';

export const fragmentation = {
  meta: {
    id: 'fragmentation',
    title: 'Fragmentation of jobs',
    unit: '0-100',
    direction: 'lower is better',
    grade: 'D',
    formula: '100 (1 - 1 / D1) for each capability; mean by active people',
    reference: 'METHOD 2.1',
    requires: ['tools', 'accounts'],
  },
  measure: ({ structure }) => overCapabilities(structure, (capability) => capability.fragmentation),
} as const satisfies Metric<'tools' | 'accounts'>;
