/** Which part of `03/04/2026` is the day. `mixed` = the column's values contradict each other. */
export type DayOrder = 'day-first' | 'month-first';
export type ColumnOrder = DayOrder | 'mixed' | null;

/** A day as it is written, before the order of its parts is known; `rest` is what follows (a time, or nothing). */
export type WrittenDay =
  | {
      readonly kind: 'clear';
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly rest: string;
    }
  | {
      readonly kind: 'ordered';
      readonly year: number;
      readonly first: number;
      readonly second: number;
      readonly rest: string;
    };

const REST = '(?:(?:T|,? +|, *)(\\d{1,2}:.*))?';
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${REST}$`);
const DOTTED = new RegExp(`^(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4}|\\d{2})${REST}$`);
const SLASHED = new RegExp(`^(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4})${REST}$`);
const MONTH_FIRST_WORD = new RegExp(`^([A-Za-zÄä]{3,9})\\.? (\\d{1,2}),? (\\d{4})${REST}$`);
const DAY_FIRST_WORD = new RegExp(`^(\\d{1,2})\\.?[ -]([A-Za-zÄä]{3,9})\\.?[ -](\\d{4})${REST}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

const MONTHS: ReadonlyMap<string, number> = new Map([
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['mär', 3],
  ['apr', 4],
  ['may', 5],
  ['mai', 5],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['sep', 9],
  ['oct', 10],
  ['okt', 10],
  ['nov', 11],
  ['dec', 12],
  ['dez', 12],
]);

function clear(year: string, month: number, day: string, rest: string | undefined): WrittenDay {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  return { kind: 'clear', year: full, month, day: Number(day), rest: rest ?? '' };
}

function withWord(text: string): WrittenDay | null {
  const monthFirst = MONTH_FIRST_WORD.exec(text);
  const dayFirst = monthFirst === null ? DAY_FIRST_WORD.exec(text) : null;
  const word = monthFirst?.[1] ?? dayFirst?.[2];
  const day = monthFirst?.[2] ?? dayFirst?.[1];
  const year = monthFirst?.[3] ?? dayFirst?.[3];
  if (word === undefined || day === undefined || year === undefined) return null;
  const month = MONTHS.get(word.slice(0, 3).toLowerCase());
  return month === undefined ? null : clear(year, month, day, monthFirst?.[4] ?? dayFirst?.[4]);
}

const WEEKDAY =
  /^(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mo|di|mi|do|fr|sa|so|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)\.?,? (?=[a-z]{3}|\d)/i;

/** Takes a written day apart; null where it is none. Points mean day first (German use), slashes and hyphens either. */
export function writtenDay(written: string): WrittenDay | null {
  // The day of the week says nothing that the rest does not.
  const text = written.replace(WEEKDAY, '');
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return clear(yearFirst[1] ?? '', Number(yearFirst[2]), yearFirst[3] ?? '', yearFirst[4]);
  const slashed = SLASHED.exec(text);
  if (slashed !== null) {
    const [, first, , second, year, rest] = slashed;
    return { kind: 'ordered', year: Number(year), first: Number(first), second: Number(second), rest: rest ?? '' };
  }
  const dotted = DOTTED.exec(text);
  if (dotted !== null) return clear(dotted[3] ?? '', Number(dotted[2]), dotted[1] ?? '', dotted[4]);
  const compact = COMPACT.exec(text);
  if (compact !== null) return clear(compact[1] ?? '', Number(compact[2]), compact[3] ?? '', undefined);
  return withWord(text);
}

/** The order that this one day proves; null where both readings are possible or it has no order. */
export function orderProvedBy(written: WrittenDay): DayOrder | null {
  if (written.kind === 'clear') return null;
  if (written.first > 12 && written.second <= 12) return 'day-first';
  return written.second > 12 && written.first <= 12 ? 'month-first' : null;
}
