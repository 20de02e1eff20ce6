import type { Metric } from '../metric.ts';
import { outcomeOf } from '../metric.ts';

export const manualMinutes = {
  meta: {
    id: 'manual-minutes',
    title: 'Time spent on hand-offs',
    unit: 'minutes a week',
    direction: 'lower is better',
    grade: 'D',
    formula: 'hand-offs without a live integration x 6 minutes',
    reference: 'METHOD 2.6, 6a.8',
    requires: ['integrations'],
  },
  measure: ({ structure }) =>
    outcomeOf(
      structure.integrations.manualMinutesPerWeek,
      1,
      'Weekly hand-offs between tools',
      'integrations (template integrations)',
    ),
} as const satisfies Metric<'integrations'>;
