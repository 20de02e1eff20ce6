import type { Metric } from '../metric.ts';
import { outcomeOf } from '../metric.ts';

export const signOnByTool = {
  meta: {
    id: 'sign-on-by-tool',
    title: 'Single sign-on, by tools',
    unit: '0..1',
    direction: 'higher is better',
    grade: 'D',
    formula: 'tools seen in single sign-on / all tools; read the three together',
    reference: 'METHOD 2.8',
    requires: ['tools'],
  },
  measure: ({ structure }) =>
    outcomeOf(structure.people.sso.byApp, 1, 'Sign-ins by tool', 'sign-ins (a directory connector or template events)'),
} as const satisfies Metric<'tools'>;
