import type { Metric } from '../metric.ts';
import { outcomeOf } from '../metric.ts';

export const unseenTools = {
  meta: {
    id: 'unseen-tools',
    title: 'Tools that nobody has seen',
    unit: 'tools',
    direction: 'lower is better',
    grade: 'D',
    formula: 'Chapman estimate from sign-ins and spend less the tools seen; a floor',
    reference: 'METHOD 2.8',
    requires: ['tools', 'spend'],
  },
  measure: ({ structure }) =>
    outcomeOf(
      structure.people.shadow.unseen,
      1,
      'Tools seen in sign-ins and in spend',
      'an inventory, sign-ins and spend',
    ),
} as const satisfies Metric<'tools' | 'spend'>;
