import type { Period } from '../../model/calendar.ts';
import type { Person, Snapshot, WorkItem } from '../../model/snapshot.ts';
import { addDays, daysBetween } from '../../util/day-arithmetic.ts';
import type { ClusterSample } from '../scoring/cluster-bootstrap.ts';
import { ownerOf } from './work-item-facts.ts';

/** The audited period and four spans of its length before it. */
const SPANS = 5;

export interface ThroughputFacts {
  /** The period first, then the four spans before it, newest first. */
  readonly spans: readonly Period[];
  /** Items closed in one of the spans. */
  readonly items: readonly WorkItem[];
  /** How many of them in each span. */
  readonly closed: readonly number[];
  /** Listed people employed on any day of each span; null = nobody's employment dates are known. */
  readonly headcounts: readonly number[] | null;
  /** How many items of the period each person closed; items that name nobody are left out. */
  readonly closedBy: ReadonlyMap<number, number>;
  /** Share of the items that name somebody, 0..1. */
  readonly owned: number;
}

export function readThroughput({ workItems, people, period }: Snapshot): ThroughputFacts {
  const spans = spansBack(period);
  const items = workItems.filter((item) => spanOf(item, spans) >= 0);
  const closed = spans.map((_, at) => items.filter((item) => spanOf(item, spans) === at).length);
  const closedBy = new Map<number, number>();
  for (const item of items) {
    const owner = ownerOf(item);
    if (owner !== null && spanOf(item, spans) === 0) closedBy.set(owner, (closedBy.get(owner) ?? 0) + 1);
  }
  return {
    spans,
    items,
    closed,
    headcounts: hasEmploymentDates(people)
      ? spans.map((span) => people.filter((p) => isEmployedIn(p, span)).length)
      : null,
    closedBy,
    owned: items.length === 0 ? 0 : items.filter((item) => ownerOf(item) !== null).length / items.length,
  };
}

/**
 * Change in percent of the period against the mean of the four spans before, as a sample of people: of each, the items
 * closed and, where `perPerson`, the employment in each span.
 */
export function throughputChange(
  { spans, items }: ThroughputFacts,
  people: readonly Person[],
  perPerson: boolean,
): ClusterSample & { readonly kind: 'statistic' } {
  const employed = perPerson ? people.flatMap((p, i) => (spans.some((s) => isEmployedIn(p, s)) ? [i] : [])) : [];
  const owners = new Set<number | null>([...employed, ...items.map(ownerOf)]);
  const entries = [...owners].sort((a, b) => (a ?? -1) - (b ?? -1));
  const place = new Map(entries.map((person, i) => [person, i]));
  const closed = new Float64Array(entries.length * SPANS);
  for (const item of items) {
    const cell = (place.get(ownerOf(item)) ?? 0) * SPANS + spanOf(item, spans);
    closed[cell] = (closed[cell] ?? 0) + 1;
  }
  const present = new Float64Array(entries.length * SPANS);
  for (const person of employed) {
    spans.forEach((span, at) => {
      const known = people[person];
      if (known !== undefined && isEmployedIn(known, span)) present[(place.get(person) ?? 0) * SPANS + at] = 1;
    });
  }
  return {
    kind: 'statistic',
    people: entries,
    evaluate: (weights) => {
      const tops = weightedSums(closed, weights);
      return changeOf(tops, perPerson ? weightedSums(present, weights) : tops.map(() => 1));
    },
  };
}

function changeOf(tops: readonly number[], bottoms: readonly number[]): number | null {
  if (bottoms.some((n) => n <= 0)) return null;
  const [now = 0, ...before] = tops.map((top, at) => top / (bottoms[at] ?? 1));
  const usual = before.reduce((n, rate) => n + rate, 0) / before.length;
  return usual > 0 ? 100 * (now / usual - 1) : null;
}

function weightedSums(cells: Float64Array, weights: readonly number[]): readonly number[] {
  const sums = Array.from({ length: SPANS }, () => 0);
  for (let entry = 0; entry < weights.length; entry += 1) {
    const weight = weights[entry] ?? 0;
    if (weight === 0) continue;
    for (let at = 0; at < SPANS; at += 1) sums[at] = (sums[at] ?? 0) + weight * (cells[entry * SPANS + at] ?? 0);
  }
  return sums;
}

function spansBack({ start, end }: Period): readonly Period[] {
  const length = daysBetween(start, end) + 1;
  return Array.from({ length: SPANS }, (_, back) => ({
    start: addDays(start, -back * length),
    end: addDays(end, -back * length),
  }));
}

/** Place of the span in which an item was closed; -1 = in none. */
function spanOf({ closed }: WorkItem, spans: readonly Period[]): number {
  return closed === null ? -1 : spans.findIndex(({ start, end }) => closed >= start && closed <= end);
}

function hasEmploymentDates(people: readonly Person[]): boolean {
  return people.some((p) => p.listed && (p.start !== null || p.end !== null));
}

function isEmployedIn({ listed, start, end }: Person, span: Period): boolean {
  return listed && (start === null || start <= span.end) && (end === null || end >= span.start);
}
