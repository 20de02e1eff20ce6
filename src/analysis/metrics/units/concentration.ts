import type { Metric } from '../metric.ts';
import { overCapabilities } from '../over-capabilities.ts';

export const concentration = {
  meta: {
    id: 'concentration',
    title: 'Concentration of use',
    unit: '0..1',
    direction: 'higher is better',
    grade: 'D',
    formula: 'HHI = sum p squared for each capability; mean by active people',
    reference: 'METHOD 2.1; direction opposite to antitrust',
    requires: ['tools', 'accounts'],
  },
  measure: ({ structure }) => overCapabilities(structure, (capability) => capability.hhi),
} as const satisfies Metric<'tools' | 'accounts'>;
