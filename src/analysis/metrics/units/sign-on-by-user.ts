import type { Metric } from '../metric.ts';
import { outcomeOf } from '../metric.ts';

export const signOnByUser = {
  meta: {
    id: 'sign-on-by-user',
    title: 'Single sign-on, by use',
    unit: '0..1',
    direction: 'higher is better',
    grade: 'D',
    formula: 'people x tools seen in single sign-on / all people x tools; read the three together',
    reference: 'METHOD 2.8',
    requires: ['tools', 'accounts'],
  },
  measure: ({ structure }) =>
    outcomeOf(
      structure.people.sso.byUserApp,
      1,
      'Sign-ins by tool',
      'sign-ins (a directory connector or template events)',
    ),
} as const satisfies Metric<'tools' | 'accounts'>;
