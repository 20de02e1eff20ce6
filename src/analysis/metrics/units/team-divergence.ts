import type { Metric } from '../metric.ts';
import { overCapabilities } from '../over-capabilities.ts';

export const teamDivergence = {
  meta: {
    id: 'team-divergence',
    title: 'Divergence between teams',
    unit: '0..1',
    direction: 'lower is better',
    grade: 'D',
    formula:
      'Jensen-Shannon divergence / entropy of team shares, less the mean of 200 permutations; mean by active people',
    reference: 'METHOD 2.5 (Nielsen 2020)',
    requires: ['tools', 'accounts', 'people'],
  },
  measure: ({ structure }) => overCapabilities(structure, (capability) => capability.normalisedDivergenceCorrected),
} as const satisfies Metric<'tools' | 'accounts' | 'people'>;
