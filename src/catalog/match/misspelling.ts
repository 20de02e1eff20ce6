import type { Lookup } from './lookup.ts';
import { identity, type ProductTarget } from './target.ts';

/** Shorter names have too many neighbours one letter away. */
const SHORTEST = 7;
const LONGEST = 24;

/** Key with one letter left out -> the product, or null where several products come that near. */
type Neighbours = ReadonlyMap<string, ProductTarget | null>;
const neighboursOf = new WeakMap<Lookup, Neighbours>();

function* withoutOne(key: string): Generator<string> {
  yield key;
  for (let at = 0; at < key.length; at += 1) yield key.slice(0, at) + key.slice(at + 1);
}

/** Built when the first unknown name is met: two words are one letter apart where both lose a letter to the same text. */
function neighbours(lookup: Lookup): Neighbours {
  const known = neighboursOf.get(lookup);
  if (known !== undefined) return known;
  const near = new Map<string, ProductTarget | null>();
  for (const [key, target] of lookup.names) {
    const isName = target.is === 'product' && /^(?:name|alias|former)$/.test(target.source);
    if (!isName || key.length < SHORTEST || key.length > LONGEST) continue;
    for (const cut of withoutOne(key)) {
      const held = near.get(cut);
      const isSame = held === undefined || (held !== null && identity(held) === identity(target));
      near.set(cut, isSame ? target : null);
    }
  }
  neighboursOf.set(lookup, near);
  return near;
}

/**
 * The one product whose name is one letter away (left out, added, changed or swapped with its neighbour) and begins
 * alike; undefined where none or several are.
 */
export function misspelt(lookup: Lookup, key: string): ProductTarget | undefined {
  if (key.length < SHORTEST || key.length > LONGEST || /\d/.test(key)) return undefined;
  const near = neighbours(lookup);
  const found = new Map<string, ProductTarget>();
  for (const cut of withoutOne(key)) {
    const target = near.get(cut);
    if (target === null) return undefined;
    if (target !== undefined) found.set(identity(target), target);
  }
  const [only, ...others] = found.values();
  const isAlike = only !== undefined && only.text.slice(0, 1).toLowerCase() === key.slice(0, 1);
  return isAlike && others.length === 0 ? only : undefined;
}
