import type { ToolSpend } from '../../model/audit/structure.ts';
import type { Day, Period } from '../../model/calendar.ts';
import type { Money } from '../../model/money.ts';
import type { Contract, Snapshot, SpendLine } from '../../model/snapshot.ts';
import { daySpan } from '../../util/day-span.ts';
import { monthsCovered } from '../../util/months-covered.ts';
import { annualOfAll, type Exchange } from './contract-cost.ts';
import { moneyWords } from './money-words.ts';
import { between, netMinor, paymentPattern, trailingYear } from './payments.ts';
import { inForce, isOver, type Term, termsOn } from './terms.ts';

/** What the cost of every tool is judged by. */
export interface CostContext {
  readonly period: Period;
  readonly exchange: Exchange;
  readonly asOf: Day;
  /** Sources of spend cover the audited period; where they do not, what was booked in it is unknown. */
  readonly wholePeriod: boolean;
  /** They cover the whole trailing year, so that its sum is a year's cost. */
  readonly wholeYear: boolean;
}

export function costContext(snapshot: Snapshot): CostContext {
  const { period, asOf, organisation, rates } = snapshot;
  const spans = paymentSpans(snapshot);
  return {
    period,
    exchange: { currency: organisation.currency, rates, day: asOf },
    asOf,
    wholePeriod: monthsCovered(spans, period),
    wholeYear: monthsCovered(spans, trailingYear(period.end)),
  };
}

/** Days that each source of spend covers; where the source does not say, the days of its lines on tools. */
function paymentSpans({ sources, spend }: Snapshot): readonly Period[] {
  const told = new Map(sources.map(({ id, payments }) => [id, payments]));
  const dates = new Map<string, string[]>();
  for (const { date, evidence } of spend) {
    if (told.get(evidence.source) !== undefined) continue;
    const own = dates.get(evidence.source);
    if (own === undefined) dates.set(evidence.source, [date]);
    else own.push(date);
  }
  return [
    ...[...told.values()].flatMap((span) => span ?? []),
    ...[...dates.values()].flatMap((own) => daySpan(own) ?? []),
  ];
}

const NOT_COVERED = 'The spend sources do not cover the audited period: what was booked in it is unknown.';
const VAT = 'Amounts as booked; the sources do not tell VAT apart.';

/** One annual cost: contract, else the trailing 12 months, else a stated pattern annualised (METHOD 6a.21). */
export function toolSpend(
  lines: readonly SpendLine[],
  contracts: readonly Contract[],
  lastUse: Day | null,
  context: CostContext,
): ToolSpend {
  const { period, exchange, wholePeriod, wholeYear, asOf } = context;
  const money = (minor: number): Money => ({ minor, currency: exchange.currency });
  const known = lines.filter((line) => line.base !== null);
  const year = between(known, trailingYear(period.end));
  const trailing = wholeYear && year.length > 0 ? money(netMinor(year)) : null;
  const pattern = paymentPattern(year, period.end);
  const running = inForce(contracts, period.end).filter((term) => !isOver(term, asOf));
  const ended = endOfAll(contracts, asOf);
  const later = ended === null ? [] : laterSigns(ended, lines, lastUse);
  const isFree = ended !== null && later.length === 0;
  const contract = isFree ? money(0) : annualOfAll(running, exchange);
  const goesOn = ended === null || later.includes('paid for');
  const paid = !goesOn ? null : (trailing ?? (pattern === null ? null : money(pattern.annualMinor)));
  const patternWords = pattern === null ? '' : `paid ${pattern.name}, ${pattern.payments} payments, annualised`;
  const paidWords = trailing === null ? patternWords : 'payments of the trailing 12 months';
  return {
    period: known.length === 0 || !wholePeriod ? null : money(netMinor(between(known, period))),
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
    basis: [
      ...(ended === null ? [] : [endedWords(ended, later)]),
      ...(isFree ? [] : [basisOf(contract, paid, paidWords, running, goesOn ? known : null)]),
      ...(known.length > 0 && !wholePeriod ? [NOT_COVERED] : []),
      ...withoutRate(lines),
      VAT,
    ].join(' '),
    disagreement: disagreementOf(contract, paid, paidWords),
  };
}

function basisOf(
  contract: Money | null,
  paid: Money | null,
  paidWords: string,
  running: readonly Term[],
  known: readonly SpendLine[] | null,
): string {
  const rows = running.map(({ evidence }) => `${evidence.source} row ${evidence.row ?? '?'}`).join(', ');
  if (contract !== null) return `Contract: ${moneyWords(contract)} a year (${rows}).${renewedWords(running)}`;
  const why = running.length > 0 ? `The contract (${rows}) gives no annual cost that can be converted. ` : '';
  if (paid !== null) return `${why}${capital(paidWords)}: ${moneyWords(paid)} a year.`;
  if (known === null) return 'What it costs now is unknown.';
  if (known.length === 0) return `${why}No spend source names an amount for it.`;
  return `${why}Payments in ${monthsOf(known)} month(s) show no pattern that a year could be told from.`;
}

/** Ends of terms that are past and taken as renewed. */
function renewedWords(running: readonly Term[]): string {
  const ends = running.flatMap(({ renewedFrom }) => renewedFrom ?? []);
  return ends.length === 0 ? '' : ` Taken as renewed by itself after ${ends.join(', ')}: assumed.`;
}

/** Last end where every contract is over and none renews; null where one goes on, or there is none. */
function endOfAll(contracts: readonly Contract[], asOf: Day): Day | null {
  const terms = termsOn(contracts, asOf);
  if (!terms.every((term) => isOver(term, asOf))) return null;
  return terms.reduce<Day | null>((last, { end }) => (last === null || end > last ? end : last), null);
}

/** What speaks against the end: somebody still pays, or still works in it. */
function laterSigns(end: Day, lines: readonly SpendLine[], lastUse: Day | null): readonly ('paid for' | 'used')[] {
  const isPaid = lines.some(({ date, refund }) => !refund && date > end);
  return [
    ...(isPaid ? (['paid for'] as const) : []),
    ...(lastUse !== null && lastUse > end ? (['used'] as const) : []),
  ];
}

function endedWords(end: Day, later: readonly string[]): string {
  const ended = `The contract ended on ${end} and does not renew`;
  return later.length === 0 ? `${ended}: no future cost.` : `${ended}, but it was ${later.join(' and ')} after that.`;
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
