import type { CalendarEntry } from './meeting-facts.ts';

type Known = CalendarEntry & { readonly people: readonly number[] };

/** People of the organisation from which a recurring meeting without a document is a status round (METHOD 1 P3.4). */
const STATUS_ROUND = 4;
/** How often a series takes place in the window before D1.3 counts it (Annex A). */
const SERIES_OCCURRENCES = 4;

/** Null = it is not known whether it recurs or has a document. */
export function isStatusMeeting({ meeting, people }: Known): boolean | null {
  if (people.length < STATUS_ROUND || meeting.recurring === false || meeting.hasDocument === true) return false;
  const recurring = meeting.recurring ?? (meeting.series === null ? null : true);
  return recurring === null || meeting.hasDocument === null ? null : recurring;
}

/** Status meetings whose series takes place at least four times in the window. */
export function statusSeries(meetings: readonly Known[]): readonly Known[] {
  const status = meetings.filter((m) => isStatusMeeting(m) === true);
  const times = new Map<string, number>();
  for (const m of status) times.set(seriesOf(m), (times.get(seriesOf(m)) ?? 0) + 1);
  return status.filter((m) => (times.get(seriesOf(m)) ?? 0) >= SERIES_OCCURRENCES);
}

/** METHOD 6a.9: the series id where there is one, else organiser and purpose. */
export function seriesOf({ meeting }: Known): string {
  return meeting.series ?? `${meeting.organizer}\u0000${meeting.purpose ?? ''}`;
}
