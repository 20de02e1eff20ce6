import type { Metric } from '../metric.ts';
import { overCapabilities } from '../over-capabilities.ts';

export const toolsBetweenTeams = {
  meta: {
    id: 'tools-between-teams',
    title: 'How far teams differ in their tools',
    unit: 'ratio from 1',
    direction: 'lower is better',
    grade: 'D',
    formula: 'beta = gamma / alpha for each capability; 1 = all teams alike; mean by active people',
    reference: 'METHOD 2.5',
    requires: ['tools', 'accounts', 'people'],
  },
  measure: ({ structure }) => overCapabilities(structure, (capability) => capability.beta),
} as const satisfies Metric<'tools' | 'accounts' | 'people'>;
