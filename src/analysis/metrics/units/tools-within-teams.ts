import type { Metric } from '../metric.ts';
import { overCapabilities } from '../over-capabilities.ts';

export const toolsWithinTeams = {
  meta: {
    id: 'tools-within-teams',
    title: 'Effective tools inside a team',
    unit: 'tools',
    direction: 'lower is better',
    grade: 'D',
    formula: 'alpha = exp(sum over teams of share x entropy of its tools) for each capability; mean by active people',
    reference: 'METHOD 2.5',
    requires: ['tools', 'accounts', 'people'],
  },
  measure: ({ structure }) => overCapabilities(structure, (capability) => capability.alpha),
} as const satisfies Metric<'tools' | 'accounts' | 'people'>;
