import type { WorkItem } from '../../../model/snapshot.ts';
import { counted } from '../../../util/counted.ts';
import { addDays } from '../../../util/day-arithmetic.ts';
import { high } from '../../scoring/shape.ts';
import { notApplicable, notes } from '../reading.ts';
import type { Reading, SignalInput, SignalUnit } from '../signal-unit.ts';
import { shareOfItems } from '../work-item-share.ts';

const FRESH_DAYS = 7;

export const freshStatus = {
  meta: {
    id: 'D3.1',
    title: 'Status kept up to date',
    construct: 'D3',
    unit: 'ratio',
    shape: high(0.3, 0.8),
    grade: 'D',
    weight: 1,
    formula:
      'items open at the end of the period and changed in the 7 days up to it / such items whose last change is known',
    reference: 'METHOD 1 D3.1, Annex A; visual management [R20]',
    source: 'issue tracker (template work_items) with last_changed',
    requires: ['workItems'],
    privacy: 'none',
    personDay: false,
    windowed: false,
  },
  measure: ({ snapshot, facts }: SignalInput): Reading => {
    const { end } = snapshot.period;
    const since = addDays(end, -FRESH_DAYS);
    const open = snapshot.workItems.filter((item) => isOpenAt(item, end));
    if (open.length === 0) return notApplicable('No item is open at the end of the period.');
    const reading = shareOfItems({
      items: open,
      // A change after the period has overwritten the one before, so the answer is unknown.
      answer: ({ lastChanged }) => (lastChanged === null || lastChanged > end ? null : lastChanged >= since),
      reliability: facts.reliability('workItems'),
      noItems: '',
      noAnswer: 'The tracker does not say when items were last changed before the end of the period.',
      words: (share) => `${share} of open items were changed in the last week`,
    });
    const later = open.filter((item) => item.lastChanged !== null && item.lastChanged > end).length;
    if (later === 0 || reading.state !== 'measured') return reading;
    const note = `Left out: ${counted(later, 'item')} changed after the period, since the change before cannot be told.`;
    return { ...reading, state: 'measured-partial', note: notes(reading.note, note) };
  },
} as const satisfies SignalUnit;

function isOpenAt({ created, closed }: WorkItem, end: string): boolean {
  return (created === null || created <= end) && (closed === null || closed > end);
}
