import type { Day } from '../../model/calendar.ts';
import type { Money } from '../../model/money.ts';
import type { Rate } from '../../model/snapshot.ts';
import { toMajor, toMinor } from '../../util/minor-units.ts';

/** Amount in another currency by the newest rate of `day` or before, stated either way round; null without one. */
export function convert(money: Money, to: string, rates: readonly Rate[], day: Day): Money | null {
  if (money.currency === to) return money;
  const rate = newestRate(money.currency, to, rates, day);
  return rate === null ? null : { minor: toMinor(toMajor(money.minor, money.currency) * rate, to), currency: to };
}

function newestRate(from: string, to: string, rates: readonly Rate[], day: Day): number | null {
  const usable = rates.filter((rate) => rate.date <= day);
  const direct = newest(usable.filter((rate) => rate.from === from && rate.to === to));
  const inverse = newest(usable.filter((rate) => rate.from === to && rate.to === from));
  if (inverse === null || (direct !== null && direct.date >= inverse.date)) return direct?.rate ?? null;
  return 1 / inverse.rate;
}

function newest(rates: readonly Rate[]): Rate | null {
  return rates.reduce<Rate | null>((last, rate) => (last === null || rate.date >= last.date ? rate : last), null);
}
