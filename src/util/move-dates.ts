import { addDays, addMonths } from './day-arithmetic.ts';

/** A running contract as far as dates go. */
export interface MoveTerm {
  readonly end: string;
  readonly noticeDays: number;
  /** false = it ends by itself and needs no notice; null = not known, taken as renewing. */
  readonly autoRenew: boolean | null;
  /** Length of a renewal. */
  readonly termMonths: number;
}

export interface MoveSettings {
  /** Judges whether notice can still be given. */
  readonly asOf: string;
  /** No work on the move before this day. */
  readonly earliest: string;
  readonly migrationDays: number;
  readonly parallelDays: number;
  readonly bufferDays: number;
  /** No cut-over on these days, both ends included. */
  readonly freezes: readonly { readonly from: string; readonly to: string }[];
}

export interface MoveDates {
  readonly start: string;
  readonly cutOver: string;
  readonly parallelEnds: string;
  /** First day on which nothing is paid for the old tool any more; the end of the term paid for. */
  readonly exit: string;
  readonly noticeDeadline: string | null;
  readonly goNoGo: string | null;
  /** End of the term that runs on the as-of date; null = no contract. */
  readonly currentEnd: string | null;
  /** Terms paid for beyond the current one, and why. */
  readonly renewals: number;
  readonly renewedBecause: 'notice missed' | 'too little time' | null;
}

/** More terms than any plan looks ahead. */
const MAX_TERMS = 200;

/**
 * Dates of giving up a tool (METHOD 4.1): notice = end - notice days; latest cut-over = end - parallel run; latest
 * start = cut-over - migration; go/no-go = notice - buffer. A term whose notice is past, or that leaves too little
 * time, is paid for and the next one is taken. Without a contract the move starts on the earliest day.
 */
export function dateMove(term: MoveTerm | null, settings: MoveSettings): MoveDates {
  if (term === null || (term.autoRenew === false && term.end < settings.asOf)) return withoutTerm(settings);
  let currentEnd: string | null = null;
  let renewals = 0;
  let because: MoveDates['renewedBecause'] = null;
  for (let renewal = 0; renewal < MAX_TERMS; renewal++) {
    const end = addMonths(term.end, renewal * term.termMonths);
    if (end < settings.asOf) continue;
    currentEnd ??= end;
    const dates = withinTerm(term, end, settings);
    const missed = term.autoRenew !== false && dates.noticeDeadline < settings.asOf;
    if (!missed && dates.start >= settings.earliest) {
      return { ...dates, currentEnd, renewals, renewedBecause: because };
    }
    because ??= missed ? 'notice missed' : 'too little time';
    renewals++;
  }
  return withoutTerm(settings);
}

function withinTerm(term: MoveTerm, end: string, settings: MoveSettings) {
  const cutOver = beforeFreezes(addDays(end, -settings.parallelDays), settings.freezes);
  const noticeDeadline = addDays(end, -term.noticeDays);
  return {
    start: addDays(cutOver, -settings.migrationDays),
    cutOver,
    parallelEnds: addDays(cutOver, settings.parallelDays),
    exit: end,
    noticeDeadline,
    goNoGo: addDays(noticeDeadline, -settings.bufferDays),
  };
}

function withoutTerm(settings: MoveSettings): MoveDates {
  const cutOver = afterFreezes(addDays(settings.earliest, settings.migrationDays), settings.freezes);
  const parallelEnds = addDays(cutOver, settings.parallelDays);
  return {
    start: addDays(cutOver, -settings.migrationDays),
    cutOver,
    parallelEnds,
    exit: parallelEnds,
    noticeDeadline: null,
    goNoGo: null,
    currentEnd: null,
    renewals: 0,
    renewedBecause: null,
  };
}

function beforeFreezes(day: string, freezes: MoveSettings['freezes']): string {
  const freeze = freezes.find(({ from, to }) => from <= day && day <= to);
  return freeze === undefined ? day : beforeFreezes(addDays(freeze.from, -1), freezes);
}

function afterFreezes(day: string, freezes: MoveSettings['freezes']): string {
  const freeze = freezes.find(({ from, to }) => from <= day && day <= to);
  return freeze === undefined ? day : afterFreezes(addDays(freeze.to, 1), freezes);
}
