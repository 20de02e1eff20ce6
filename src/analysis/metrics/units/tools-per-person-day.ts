import type { Metric } from '../metric.ts';
import { outcomeOf } from '../metric.ts';

export const toolsPerPersonDay = {
  meta: {
    id: 'tools-per-person-day',
    title: 'Tools touched on a day',
    unit: 'tools',
    direction: 'lower is better',
    grade: 'B',
    formula: 'mean number of distinct tools on a person-day',
    reference: 'METHOD 2.7, P4.6',
    requires: ['usageDays'],
  },
  measure: ({ structure }) =>
    outcomeOf(
      structure.people.contextSwitch.effectiveToolsPerPersonDay,
      1,
      'Days of use',
      'sign-ins (template events)',
    ),
} as const satisfies Metric<'usageDays'>;
