import type { MatchAnswer } from '../../model/product.ts';
import type { Bucket } from '../../model/reconciliation.ts';
import { isOtherTrade } from './other-trade.ts';
import type { Resolve, ToolIdentity } from './resolve-names.ts';
import type { Sighting } from './sightings.ts';

/** Where a sighting ends: on a tool, or in a bucket. */
export interface Place {
  /** null = no tool is made of it. */
  readonly tool: ToolIdentity | null;
  /** `used` with a tool, else why there is none. */
  readonly bucket: Bucket;
  /** The matcher's answer where a person should look at the name. */
  readonly open: MatchAnswer | null;
}

export type PlaceName = (sighting: Pick<Sighting, 'raw' | 'proves' | 'category'>) => Place;

const NO_TOOL: Place = { tool: null, bucket: 'not-software', open: null };

/**
 * A name that the catalogue leaves open is a tool where the source proves one (a contract or an inventory row is never
 * dropped). A merchant or grant of exactly such a tool's name belongs to it; any other waits for a person, unless the
 * source booked the payment under another trade.
 */
export function placeNames(resolve: Resolve, sightings: readonly Sighting[]): PlaceName {
  const proven = new Set<string>();
  for (const sighting of sightings) {
    const found = resolve(sighting.raw);
    if (found.is === 'named' || (found.is === 'open' && sighting.proves)) proven.add(found.identity.id);
  }
  return ({ raw, proves, category }) => {
    const found = resolve(raw);
    if (found.is === 'none') return NO_TOOL;
    if (found.is === 'named') return { tool: found.identity, bucket: 'used', open: null };
    if (proves) return { tool: found.identity, bucket: 'used', open: found.answer };
    if (proven.has(found.identity.id)) return { tool: found.identity, bucket: 'used', open: null };
    // Only where the catalogue knows nothing: a name that may be a product is for a person, whatever it was booked as.
    if (found.answer.status === 'unknown' && isOtherTrade(category ?? null)) return NO_TOOL;
    return { tool: null, bucket: openBucket(found.answer), open: found.answer };
  };
}

/** Bucket of a name that the matcher left open. */
export function openBucket(answer: MatchAnswer): Bucket {
  return answer.status === 'unknown' ? 'unknown' : 'review';
}
