import type { Metric } from '../metric.ts';
import { outcomeOf } from '../metric.ts';

export const integrationDensity = {
  meta: {
    id: 'integration-density',
    title: 'Density of integrations',
    unit: '0..1',
    direction: 'neither is better',
    grade: 'D',
    formula: '2 edges / (n (n - 1)) over the tools named in any edge or need; joining everything is no goal',
    reference: 'METHOD 2.6, 6a.8',
    requires: ['integrations'],
  },
  measure: ({ structure }) =>
    outcomeOf(structure.integrations.density, 1, 'Integrations between tools', 'integrations (template integrations)'),
} as const satisfies Metric<'integrations'>;
