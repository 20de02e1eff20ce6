import type { Metric } from '../metric.ts';
import { outcomeOf } from '../metric.ts';

export const signOnBySpend = {
  meta: {
    id: 'sign-on-by-spend',
    title: 'Single sign-on, by spend',
    unit: '0..1',
    direction: 'higher is better',
    grade: 'D',
    formula: 'annual cost of tools seen in single sign-on / annual cost of all tools; read the three together',
    reference: 'METHOD 2.8',
    requires: ['tools'],
  },
  measure: ({ structure }) =>
    outcomeOf(
      structure.people.sso.bySpend,
      1,
      'Sign-ins by tool',
      'sign-ins (a directory connector or template events)',
    ),
} as const satisfies Metric<'tools'>;
