import type { Meeting } from '../../model/snapshot.ts';
import { addDays } from '../../util/day-arithmetic.ts';
import { lengthOf, type Stretch, unionOf } from '../scoring/intervals.ts';
import type { WeekWindow } from '../scoring/iso-weeks.ts';
import type { WorkCalendar } from '../scoring/work-calendar.ts';

const HOUR = 3_600_000;
/** An entry of a day or more marks a date, it is not a meeting. */
const ALL_DAY_HOURS = 24;
/**
 * A week without one record counts as zero while chance explains it: below five records a week on average an empty week
 * is likely enough (Poisson, e^-5 = 0.7 %); above that it is a holiday or a hole in the export, and unknown is not zero.
 */
const RECORDS_THAT_FILL_A_WEEK = 5;

/** A calendar entry in the window, times in epoch milliseconds. */
export interface CalendarEntry {
  readonly meeting: Meeting;
  readonly span: Stretch;
  readonly week: string;
  /** People of the organisation in it, organiser included; outsiders are not. Null = attendees not given. */
  readonly people: readonly number[] | null;
}

export interface MeetingFacts {
  /** Everything that makes somebody busy, private entries included. */
  readonly entries: readonly CalendarEntry[];
  /** Entries with at least two people, guests counted (METHOD 6a.9). */
  readonly meetings: readonly (CalendarEntry & { readonly people: readonly number[] })[];
  /** Share of entries that say who attends. */
  readonly attendeesKnown: number;
  /** Mondays of the weeks that the calendar covers, rising. */
  readonly weeks: readonly string[];
  readonly windowCoverage: number;
  /** People in scope who appear in an entry. */
  readonly seen: ReadonlySet<number>;
}

/** When, where and for whom meetings count; `zone` is the organisation's. */
export interface MeetingScope {
  readonly window: WeekWindow;
  readonly zone: string;
  readonly inScope: ReadonlySet<number>;
  readonly calendar: WorkCalendar;
}

export function readMeetings(all: readonly Meeting[], scope: MeetingScope): MeetingFacts {
  const { window, inScope } = scope;
  const entries = all.flatMap((meeting) => entryOf(meeting, scope));
  const meetings = entries.flatMap((e) =>
    e.people !== null && e.people.length + e.meeting.outsiders >= 2 ? [{ ...e, people: e.people }] : [],
  );
  const weeks = coveredWeeks(
    window,
    entries.map((e) => e.week),
  );
  const seen = new Set(entries.flatMap((e) => e.people ?? [e.meeting.organizer]).filter((p) => inScope.has(p)));
  const known = entries.filter((e) => e.people !== null).length;
  return {
    entries,
    meetings,
    attendeesKnown: entries.length === 0 ? 0 : known / entries.length,
    weeks,
    windowCoverage: window.weeks === 0 ? 0 : weeks.length / window.weeks,
    seen,
  };
}

/** Weeks that count: all of them, or only those with records where records are so many that an empty week is no chance. */
export function coveredWeeks(window: WeekWindow, weekOfEachRecord: readonly string[]): readonly string[] {
  const filled = [...new Set(weekOfEachRecord)].sort();
  if (window.start === null || filled.length === 0) return [];
  if (weekOfEachRecord.length / filled.length >= RECORDS_THAT_FILL_A_WEEK) return filled;
  const first = window.start;
  return Array.from({ length: window.weeks }, (_, i) => addDays(first, 7 * i));
}

/** Person -> hours in the union of their meetings: a double booking is one hour of a person's time. */
export function hoursByPerson(
  meetings: readonly (CalendarEntry & { readonly people: readonly number[] })[],
  inScope: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const spans = spansByPerson(meetings, inScope);
  return new Map([...spans].map(([person, list]) => [person, lengthOf(unionOf(list)) / HOUR]));
}

/** Person -> hours of all their meetings, two at once counted twice: person-hours (METHOD 6a.9). */
export function personHours(
  meetings: readonly (CalendarEntry & { readonly people: readonly number[] })[],
  inScope: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const spans = spansByPerson(meetings, inScope);
  return new Map([...spans].map(([person, list]) => [person, lengthOf(list) / HOUR]));
}

/** Person -> busy stretches, people rising. */
export function spansByPerson(
  entries: readonly CalendarEntry[],
  inScope: ReadonlySet<number>,
): ReadonlyMap<number, readonly Stretch[]> {
  const spans = new Map<number, Stretch[]>();
  for (const entry of entries) {
    for (const person of entry.people ?? [entry.meeting.organizer]) {
      if (!inScope.has(person)) continue;
      const list = spans.get(person);
      if (list === undefined) spans.set(person, [entry.span]);
      else list.push(entry.span);
    }
  }
  return new Map([...spans].sort(([a], [b]) => a - b));
}

function entryOf(meeting: Meeting, { window, zone, calendar }: MeetingScope): readonly CalendarEntry[] {
  const span: Stretch = [Date.parse(meeting.start), Date.parse(meeting.end)];
  const hours = (span[1] - span[0]) / HOUR;
  if (!(hours > 0 && hours < ALL_DAY_HOURS) || window.start === null || window.end === null) return [];
  const day = calendar.dayOf(span[0], zone);
  if (day < window.start || day > window.end) return [];
  const people = meeting.attendees === null ? null : [...new Set([meeting.organizer, ...meeting.attendees])];
  return [{ meeting, span, week: calendar.mondayOf(day), people }];
}
