import { createEvents, type DateArray, type EventAttributes } from 'ics';
import type { Audit } from '../../model/audit/audit.ts';
import type { CalendarEntry } from '../../model/audit/transition.ts';
import type { Renderer } from '../renderer.ts';

function dateOf(day: string): DateArray {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

/** A deadline is worth nothing on the day itself. */
const REMIND_DAYS = { notice: 14, 'go-no-go': 7 } as const;

/** The library reads this stamp but its types leave it out; by default it would be the clock. */
type StampedEvent = EventAttributes & { readonly timestamp: number };

function event(audit: Audit, entry: CalendarEntry): StampedEvent {
  const days = entry.kind === 'notice' || entry.kind === 'go-no-go' ? REMIND_DAYS[entry.kind] : null;
  return {
    timestamp: Date.parse(`${audit.asOf}T00:00:00Z`),
    uid: `${entry.id.replace(/[^A-Za-z0-9-]+/g, '-')}@unsprawl`,
    start: dateOf(entry.date),
    duration: { days: 1 },
    title: entry.title,
    description:
      entry.state === 'assumed'
        ? 'Rests on the assumption that the title names. Check the contract.'
        : `State on ${audit.asOf}: ${entry.state}.`,
    categories: [entry.kind],
    busyStatus: 'FREE',
    ...(days === null
      ? {}
      : { alarms: [{ action: 'display', description: entry.title, trigger: { before: true, days } }] }),
  };
}

/** Notice deadlines, go/no-go, cut-overs and reviews as all-day entries. */
export const ical = {
  meta: {
    id: 'ical',
    title: 'Calendar of notice deadlines, go/no-go, cut-overs and reviews',
    produces: ['calendar.ics'],
  },
  async render(audit) {
    const events = audit.transition.calendar.map((entry) => event(audit, entry));
    const { error, value } = createEvents(events, {
      productId: 'unsprawl',
      calName: `Tools: ${audit.organisation.name}`,
    });
    if (error) throw error;
    return [{ name: 'calendar.ics', bytes: new TextEncoder().encode(value ?? '') }];
  },
} satisfies Renderer;
