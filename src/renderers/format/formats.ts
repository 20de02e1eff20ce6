import type { PeopleCount } from '../../model/audit/figures.ts';
import type { Day, Period } from '../../model/calendar.ts';
import type { Money } from '../../model/money.ts';
import { formatDay, formatDistance, formatPeriod } from './date.ts';
import { formatAmount, formatMoney, formatMoneyWhole } from './money.ts';
import { formatFixed, formatNumber, formatShare, safeLocale } from './number.ts';

/** What every renderer prints for a thing that nobody knows. */
export const UNKNOWN = 'unknown';

/** What a name without a visible letter is called. */
export const BLANK = '(blank)';

/**
 * Words for a count that the privacy stage withheld. Not `<k`: a large count is withheld too where a small one could be
 * worked out from it (METHOD 5, complementary suppression).
 */
export function withheld(k: number): string {
  return `withheld (k = ${k})`;
}

export interface Formats {
  readonly locale: string;
  readonly k: number;
  number(value: number | null, digits?: number): string;
  fixed(value: number | null, digits: number): string;
  share(value: number | null): string;
  money(value: Money | null): string;
  whole(value: Money | null): string;
  amount(value: Money | null): string;
  day(value: Day | null): string;
  shortDay(value: Day | null): string;
  month(value: Day): string;
  period(value: Period): string;
  distance(from: Day, to: Day): string;
  count(value: PeopleCount): string;
}

/** All formats of one report. `locale` is explicit, so the machine's own never shows; null prints as {@link UNKNOWN}. */
export function createFormats(wanted: string, k: number): Formats {
  const locale = safeLocale(wanted);
  const known = <T>(value: T | null, print: (value: T) => string): string => (value === null ? UNKNOWN : print(value));
  return {
    locale,
    k,
    number: (value, digits = 0) => known(value, (v) => formatNumber(locale, v, digits)),
    fixed: (value, digits) => known(value, (v) => formatFixed(locale, v, digits)),
    share: (value) => known(value, (v) => formatShare(locale, v)),
    money: (value) => known(value, (v) => formatMoney(locale, v)),
    whole: (value) => known(value, (v) => formatMoneyWhole(locale, v)),
    amount: (value) => known(value, (v) => formatAmount(locale, v)),
    day: (value) => known(value, (v) => formatDay(locale, v)),
    shortDay: (value) => known(value, (v) => formatDay(locale, v, 'short')),
    month: (value) => formatDay(locale, value, 'month'),
    period: (value) => formatPeriod(locale, value),
    distance: formatDistance,
    count: (value) => (value === 'suppressed' ? withheld(k) : known(value, (v) => formatNumber(locale, v, 1))),
  };
}
