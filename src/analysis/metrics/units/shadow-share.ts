import type { Metric } from '../metric.ts';
import { outcomeOf } from '../metric.ts';

export const shadowShare = {
  meta: {
    id: 'shadow-share',
    title: 'Tools outside inventory and contracts',
    unit: '0..1',
    direction: 'lower is better',
    grade: 'D',
    formula: 'tools in neither inventory nor contracts / all tools found',
    reference: 'METHOD 2.8, 6a.17',
    requires: ['tools'],
  },
  measure: ({ structure }) =>
    outcomeOf(structure.people.shadow.share, 1, 'An inventory or contracts', 'an inventory, sign-ins and spend'),
} as const satisfies Metric<'tools'>;
