import type { PeopleCount } from '../../model/audit/figures.ts';
import type { Money } from '../../model/money.ts';
import { toMajor } from '../../util/minor-units.ts';

/** Up to four significant digits and never in powers of ten: `0.05`, `11.4`, `2178`. */
export function plain(value: number): string {
  if (value === 0 || Math.abs(value) >= 1000) return String(Number(value.toFixed(1)));
  const digits = Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value))));
  return String(Number(value.toFixed(Math.min(12, digits))));
}

/** One decimal, and no minus before a zero. */
export function score(value: number): string {
  return Math.abs(value) < 0.05 ? '0.0' : value.toFixed(1);
}

export function percentOf(share: number): string {
  return `${plain(Math.round(share * 1000) / 10)} %`;
}

export function amount({ minor, currency }: Money): string {
  return `${currency} ${toMajor(minor, currency).toFixed(2)}`;
}

/** What is withheld says so and never tells the number. */
export function count(value: PeopleCount): string {
  if (value === null) return 'unknown';
  return value === 'suppressed' ? 'withheld' : plain(value);
}

const WITHOUT_UNIT = ['ratio', '0..1', '0-100', 'yes/no'];

/** `0.5`, `4.2 tools`: a share or an index carries no unit. */
export function withUnit(value: number, unit: string): string {
  return WITHOUT_UNIT.includes(unit) ? plain(value) : `${plain(value)} ${unit}`;
}

/** Of a tiny probability only that it is tiny. */
export function probability(p: number | null): string {
  if (p === null) return 'unknown';
  return p < 0.0001 ? 'under 0.0001' : plain(p);
}

export function known(value: number | null, unit = ''): string {
  return value === null ? 'unknown' : `${plain(value)}${unit}`;
}

/** Whether arithmetic on what is shown gives the figure of the audit; arithmetic that does not is never printed. */
export function agrees(computed: number, stated: number): boolean {
  return Math.abs(computed - stated) <= 1e-6 * Math.max(1, Math.abs(stated));
}
