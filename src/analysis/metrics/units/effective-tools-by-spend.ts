import type { Metric } from '../metric.ts';
import { overCapabilities } from '../over-capabilities.ts';

export const effectiveToolsBySpend = {
  meta: {
    id: 'effective-tools-by-spend',
    title: 'Effective tools for each job, by spend',
    unit: 'tools',
    direction: 'lower is better',
    grade: 'D',
    formula: 'D1 for each capability, p = share of annual cost; mean by active people',
    reference: 'METHOD 2.1, C3.1',
    requires: ['tools', 'accounts'],
  },
  measure: ({ structure }) => overCapabilities(structure, (capability) => capability.bySpend.d1),
} as const satisfies Metric<'tools' | 'accounts'>;
