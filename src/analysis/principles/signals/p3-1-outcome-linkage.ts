import { high } from '../../scoring/shape.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { closedInWindow } from '../work-item-facts.ts';
import { shareOfItems } from '../work-item-share.ts';

export const outcomeLinkage = {
  meta: {
    id: 'P3.1',
    title: 'Work linked to a goal',
    construct: 'P3',
    unit: 'ratio',
    shape: high(0.2, 0.8),
    grade: 'D',
    weight: 1,
    formula: 'closed items linked to a goal, KPI or customer request / closed items of which it is known',
    reference: 'METHOD 1 P3.1; measures free of presence [R15]',
    source: 'issue tracker (template work_items) with linked_to_goal',
    requires: ['workItems'],
    privacy: 'none',
    personDay: false,
    windowed: true,
  },
  measure: ({ snapshot, facts }: SignalInput) =>
    shareOfItems({
      items: closedInWindow(snapshot.workItems, facts.window),
      answer: (item) => item.linkedToGoal,
      reliability: facts.reliability('workItems'),
      noItems: 'No work item was closed in the window.',
      noAnswer: 'The tracker does not say which items serve a goal.',
      words: (share) => `${share} of closed work serves a stated goal`,
    }),
} as const satisfies SignalUnit;
