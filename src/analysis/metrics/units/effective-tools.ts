import type { Metric } from '../metric.ts';
import { overCapabilities } from '../over-capabilities.ts';

export const effectiveTools = {
  meta: {
    id: 'effective-tools',
    title: 'Effective tools for each job',
    unit: 'tools',
    direction: 'lower is better',
    grade: 'D',
    formula: 'D1 = exp(-sum p ln p) for each capability, p = share of activity; mean by active people',
    reference: 'METHOD 2.1 (Hill 1973, Jost 2006)',
    requires: ['tools', 'accounts'],
  },
  measure: ({ structure }) => overCapabilities(structure, (capability) => capability.effectiveTools.d1),
} as const satisfies Metric<'tools' | 'accounts'>;
