import type { Lookup } from './lookup.ts';
import { identity, type Target } from './target.ts';

/** Shortest name that a cut text may stand for, and shortest cut text: below these, chance decides. */
const LONG_NAME = 12;
const SHORTEST_CUT = 10;

type Buckets = ReadonlyMap<string, readonly (readonly [string, Target])[]>;
const bucketsOf = new WeakMap<Lookup, Buckets>();

/** Long names by their first letters, made when the first cut text is met. */
function longNames(lookup: Lookup): Buckets {
  const known = bucketsOf.get(lookup);
  if (known !== undefined) return known;
  const buckets = new Map<string, [string, Target][]>();
  for (const entry of lookup.names) {
    if (entry[0].length < LONG_NAME) continue;
    const start = entry[0].slice(0, SHORTEST_CUT);
    const bucket = buckets.get(start);
    if (bucket === undefined) buckets.set(start, [entry]);
    else bucket.push(entry);
  }
  bucketsOf.set(lookup, buckets);
  return buckets;
}

/**
 * What a text stands for that was cut at 18 to 25 characters: the one product, or the one vendor of several products,
 * whose long name goes on where the text ends. Several vendors: nothing.
 */
export function completed(lookup: Lookup, key: string): Target | undefined {
  if (key.length < SHORTEST_CUT) return undefined;
  const bucket = longNames(lookup).get(key.slice(0, SHORTEST_CUT)) ?? [];
  const goingOn = bucket
    .filter(([name]) => name.length > key.length && name.startsWith(key))
    .sort(([a], [b]) => a.length - b.length);
  const [shortest, ...longer] = goingOn;
  // `CONSTANT CONTAC`: the first name that the text can be completed to, where all others only add words to it.
  if (shortest?.[1].is === 'product' && longer.every(([name]) => name.startsWith(shortest[0]))) return shortest[1];
  const targets = goingOn.map(([, target]) => target);
  const [first, ...others] = targets;
  if (first === undefined || others.every((other) => identity(other) === identity(first))) return first;
  if (first.is === 'rejection') return undefined;
  const oneVendor = others.every((other) => other.is !== 'rejection' && other.vendor === first.vendor);
  if (!oneVendor) return undefined;
  return { is: 'vendor', vendor: first.vendor, source: first.source, text: first.vendor, common: false };
}
