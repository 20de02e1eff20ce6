import type { ToolSpend } from '../../model/audit/structure.ts';
import type { Period } from '../../model/calendar.ts';
import type { Money } from '../../model/money.ts';
import type { Contract, Snapshot, SpendLine } from '../../model/snapshot.ts';
import { addDays } from '../scoring/iso-weeks.ts';
import { annualOfAll, type Exchange } from './contract-cost.ts';
import { moneyWords } from './money-words.ts';
import { between, netMinor, paymentPattern, trailingYear } from './payments.ts';
import { inForce } from './terms.ts';

/** What the cost of every tool is judged by. */
export interface CostContext {
  readonly period: Period;
  readonly exchange: Exchange;
  /** Spend data reach over the whole trailing year, so that its sum is a year's cost. */
  readonly wholeYear: boolean;
}

export function costContext(snapshot: Snapshot): CostContext {
  const year = trailingYear(snapshot.period.end);
  const dates = snapshot.spend.map((line) => line.date);
  // A month of slack at both ends: few companies book something every day.
  const reaches =
    dates.some((date) => date <= addDays(year.start, 31)) && dates.some((d) => d >= addDays(year.end, -31));
  const exchange = { currency: snapshot.organisation.currency, rates: snapshot.rates, day: snapshot.asOf };
  return { period: snapshot.period, exchange, wholeYear: reaches };
}

const VAT = 'Amounts as booked; the sources do not tell VAT apart.';

/** One annual cost: contract, else the trailing 12 months, else a stated pattern annualised (METHOD 6a.21). */
export function toolSpend(
  lines: readonly SpendLine[],
  contracts: readonly Contract[],
  context: CostContext,
): ToolSpend {
  const { period, exchange, wholeYear } = context;
  const money = (minor: number): Money => ({ minor, currency: exchange.currency });
  const known = lines.filter((line) => line.base !== null);
  const year = between(known, trailingYear(period.end));
  const trailing = wholeYear && year.length > 0 ? money(netMinor(year)) : null;
  const pattern = paymentPattern(year, period.end);
  const running = inForce(contracts, period.end);
  const contract = annualOfAll(running, exchange);
  const paid = trailing ?? (pattern === null ? null : money(pattern.annualMinor));
  const patternWords = pattern === null ? '' : `paid ${pattern.name}, ${pattern.payments} payments, annualised`;
  const paidWords = trailing === null ? patternWords : 'payments of the trailing 12 months';
  return {
    period: known.length === 0 ? null : money(netMinor(between(known, period))),
    trailing12Months: trailing,
    annual: contract ?? paid,
    rule:
      contract !== null
        ? 'contract'
        : trailing !== null
          ? 'trailing-12-months'
          : paid !== null
            ? 'annualised'
            : 'unknown',
    basis: [basisOf(contract, paid, paidWords, running, known), ...withoutRate(lines), VAT].join(' '),
    disagreement: disagreementOf(contract, paid, paidWords),
  };
}

function basisOf(
  contract: Money | null,
  paid: Money | null,
  paidWords: string,
  running: readonly Contract[],
  known: readonly SpendLine[],
): string {
  const rows = running.map(({ evidence }) => `${evidence.source} row ${evidence.row ?? '?'}`).join(', ');
  if (contract !== null) return `Contract: ${moneyWords(contract)} a year (${rows}).`;
  const why = running.length > 0 ? `The contract (${rows}) gives no annual cost that can be converted. ` : '';
  if (paid !== null) return `${why}${capital(paidWords)}: ${moneyWords(paid)} a year.`;
  if (known.length === 0) return `${why}No spend source names an amount for it.`;
  return `${why}Payments in ${monthsOf(known)} month(s) show no pattern that a year could be told from.`;
}

function withoutRate(lines: readonly SpendLine[]): readonly string[] {
  const open = lines.filter((line) => line.base === null);
  const currencies = [...new Set(open.map((line) => line.amount.currency))].sort();
  return open.length === 0
    ? []
    : [`${open.length} payment(s) in ${currencies.join(', ')} have no rate and are left out.`];
}

/** METHOD 6a.21: a contract and its payments never add up; where they differ by more than 10 % it is said. */
function disagreementOf(contract: Money | null, paid: Money | null, paidWords: string): string | null {
  if (contract === null || paid === null || contract.minor <= 0) return null;
  const difference = (paid.minor - contract.minor) / contract.minor;
  if (Math.abs(difference) <= 0.1) return null;
  const percent = Math.round(Math.abs(difference) * 100);
  const words = `${percent} % ${difference > 0 ? 'more' : 'less'}`;
  return `The contract says ${moneyWords(contract)} a year, ${paidWords} come to ${moneyWords(paid)}: ${words}.`;
}

function monthsOf(lines: readonly SpendLine[]): number {
  return new Set(lines.map((line) => line.date.slice(0, 7))).size;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
