import { high } from '../../scoring/shape.ts';
import { notes } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { isInWindow } from '../work-item-facts.ts';
import { shareOfItems } from '../work-item-share.ts';

export const acceptanceCriteria = {
  meta: {
    id: 'P3.2',
    title: 'Agreed result before the start',
    construct: 'P3',
    unit: 'ratio',
    shape: high(0.3, 0.9),
    grade: 'D',
    weight: 1,
    formula:
      'items started in the window with acceptance criteria or a due outcome / items started of which it is known',
    reference: 'METHOD 1 P3.2',
    source: 'issue tracker (template work_items) with has_acceptance',
    requires: ['workItems'],
    privacy: 'none',
    personDay: false,
    windowed: true,
  },
  measure: ({ snapshot, facts }: SignalInput) => {
    const reading = shareOfItems({
      items: snapshot.workItems.filter((item) => isInWindow(item.started, facts.window)),
      answer: (item) => item.hasAcceptance,
      reliability: facts.reliability('workItems'),
      noItems: 'No work item was started in the window.',
      noAnswer: 'The tracker does not say which items have an agreed result.',
      words: (share) => `${share} of started work has an agreed result`,
    });
    if (reading.state !== 'measured') return reading;
    return { ...reading, note: notes(reading.note, 'Whether the result was agreed before the start is not known.') };
  },
} as const satisfies SignalUnit;
