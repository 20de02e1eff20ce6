import type { Metric } from '../metric.ts';
import { outcomeOf } from '../metric.ts';

export const manualHandoffShare = {
  meta: {
    id: 'manual-handoff-share',
    title: 'Hand-offs done by hand',
    unit: '0..1',
    direction: 'lower is better',
    grade: 'D',
    formula: 'hand-offs on pairs without a live integration / all hand-offs on record',
    reference: 'METHOD 2.6, 6a.8',
    requires: ['integrations'],
  },
  measure: ({ structure }) =>
    outcomeOf(
      structure.integrations.manualHandoffShare,
      1,
      'Weekly hand-offs between tools',
      'integrations (template integrations)',
    ),
} as const satisfies Metric<'integrations'>;
