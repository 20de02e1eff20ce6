import type { Response } from '../../model/snapshot.ts';
import { addDays } from '../../util/day-arithmetic.ts';
import type { PersonWaiting } from '../scoring/clustered-median.ts';
import { type WorkingClock, workingClock } from '../scoring/working-clock.ts';
import type { Facts } from './facts.ts';
import { coveredWeeks } from './meeting-facts.ts';
import type { SignalInput } from './signal-unit.ts';

const HOUR = 3_600_000;

export interface ResponseFacts {
  /** Asked in the window, whoever was asked. */
  readonly inWindow: readonly Response[];
  /** Those that can be timed: to people in scope, and not answered before they were asked. */
  readonly timed: readonly Response[];
  /** Working hours of the recipient, in the order of `timed`; open at the end of the period = not ended. */
  readonly waitings: readonly PersonWaiting[];
  readonly toOthers: number;
  readonly answeredBeforeAsked: number;
  readonly windowCoverage: number;
}

/** How long each recipient took, on the recipient's own calendar (METHOD 1 P1.4). */
export function readResponses({ snapshot, facts }: SignalInput): ResponseFacts {
  const { start, end } = facts.window;
  if (start === null || end === null) return NOTHING;
  const windowDays = daySpan(start, end);
  const watchedDays = daySpan(start, snapshot.period.end);
  const inWindow = snapshot.responses.filter((r) => isOn(windowDays, r.asked, r.recipient, facts));
  const toPeople = inWindow.filter((r) => facts.inPopulation.has(r.recipient));
  const timed = toPeople.filter((r) => r.answered === null || Date.parse(r.answered) >= Date.parse(r.asked));
  const clockOf = clocksByPerson(facts, watchedDays);
  return {
    inWindow,
    timed,
    waitings: timed.map((r) => {
      // Answered after the period is still open at its end.
      const answered = r.answered !== null && isOn(watchedDays, r.answered, r.recipient, facts) ? r.answered : null;
      return waitingOf(r, answered, clockOf(r.recipient));
    }),
    toOthers: inWindow.length - toPeople.length,
    answeredBeforeAsked: toPeople.length - timed.length,
    windowCoverage: weeksSeen(timed, facts) / facts.window.weeks,
  };
}

const NOTHING: ResponseFacts = {
  inWindow: [],
  timed: [],
  waitings: [],
  toOthers: 0,
  answeredBeforeAsked: 0,
  windowCoverage: 0,
};

function weeksSeen(timed: readonly Response[], { window, calendar }: Facts): number {
  const { start, end } = window;
  if (start === null || end === null) return 0;
  // The day in UTC is near enough to tell the week; at the ends it may lie a day outside the window.
  const inside = (day: string) => (day < start ? start : day > end ? end : day);
  const weeks = timed.map((r) => calendar.mondayOf(inside(r.asked.slice(0, 10))));
  return coveredWeeks(window, weeks).length;
}

function waitingOf({ asked, recipient }: Response, answered: string | null, clock: WorkingClock): PersonWaiting {
  // The clock stands still after the period, so its last reading is where an open question is censored.
  const until = answered === null ? Number.POSITIVE_INFINITY : Date.parse(answered);
  return { person: recipient, time: (clock(until) - clock(Date.parse(asked))) / HOUR, ended: answered !== null };
}

/** One clock for each zone, made when somebody there is first asked. */
function clocksByPerson({ zoneOf, calendar }: Facts, { first, last }: DaySpan): (person: number) => WorkingClock {
  const clocks = new Map<string, WorkingClock>();
  return (person) => {
    const zone = zoneOf(person);
    const known = clocks.get(zone) ?? workingClock(first, last, zone, calendar);
    clocks.set(zone, known);
    return known;
  };
}

interface DaySpan {
  readonly first: string;
  readonly last: string;
  readonly dayBefore: string;
  readonly dayAfter: string;
}

function daySpan(first: string, last: string): DaySpan {
  return { first, last, dayBefore: addDays(first, -1), dayAfter: addDays(last, 1) };
}

/** Whether an instant falls on these days where the person is; the zone is asked only where it can matter, as it is dear. */
function isOn({ first, last, dayBefore, dayAfter }: DaySpan, instant: string, person: number, facts: Facts): boolean {
  const day = instant.slice(0, 10);
  if (day > first && day < last) return true;
  if (day < dayBefore || day > dayAfter) return false;
  const local = facts.calendar.dayOf(Date.parse(instant), facts.zoneOf(person));
  return local >= first && local <= last;
}
