import type { Money } from '../../model/money.ts';
import { minorDigits, toMajor } from '../../util/minor-units.ts';

/** `EUR 12,000`, with the minor units only where there are any: for sentences, the same on every machine. */
export function moneyWords({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const [whole = '0', part = ''] = Math.abs(toMajor(minor, currency)).toFixed(digits).split('.');
  const fraction = Number(part) === 0 ? '' : `.${part}`;
  return `${currency} ${minor < 0 ? '-' : ''}${grouped(whole)}${fraction}`;
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',');
}
