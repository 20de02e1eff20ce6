import type { CarrierTarget, Lookup } from './lookup.ts';
import { glued, leading } from './phrases.ts';
import { descriptorText, words } from './text.ts';

/** A card descriptor taken apart. */
export interface Descriptor {
  /** What names the seller, as `descriptorText` writes it. */
  readonly seller: string;
  /** Carriers met before the seller, outermost first. */
  readonly carriers: readonly CarrierTarget[];
}

const MOST_CARRIERS = 3;

/** Letters that must follow a carrier which ran into them. */
const SHORTEST_FUSED = 5;

/** Words of the payment rail (`CARD PURCHASE 03/04`) before the merchant. */
function withoutRail(lookup: Lookup, text: string): string {
  const parts = text.split(' ');
  let start = 0;
  while (start < parts.length - 1 && isRail(lookup, parts, start)) start += 1;
  return parts.slice(start).join(' ');
}

function isRail(lookup: Lookup, parts: readonly string[], at: number): boolean {
  const word = (parts[at] ?? '').toLowerCase();
  return lookup.words.rail.has(word) || (at > 0 && /^\d{2,8}$/.test(word));
}

/** `CBAWINZIP`, `DRINUANCE`: read as a carrier only where what follows it is known. */
function unfused(lookup: Lookup, seller: string): { carrier: CarrierTarget; seller: string } | undefined {
  for (const { prefix, carrier } of lookup.fused) {
    if (!seller.startsWith(prefix)) continue;
    const rest = seller.slice(prefix.length).trim();
    const first = rest.split(' ', 1)[0] ?? '';
    const isKnown =
      leading(lookup, 'expense', words(rest)) !== undefined ||
      glued(lookup, 'expense', words(rest)[0] ?? '') !== undefined ||
      (first.includes('.') && lookup.domains.has(first.toLowerCase().replace(/^www\./, '')));
    if (rest.length >= SHORTEST_FUSED && isKnown) return { carrier, seller: rest };
  }
  return undefined;
}

/**
 * Sets the carriers apart from the seller: `PAYPAL *ASANA` is Asana, paid through PayPal. A carrier that is itself a
 * known biller (`GOOGLE *GSUITE`) is no carrier here: its patterns stand in the catalogue.
 */
export function readDescriptor(lookup: Lookup, raw: string): Descriptor {
  let seller = withoutRail(lookup, descriptorText(raw));
  const carriers: CarrierTarget[] = [];
  while (carriers.length < MOST_CARRIERS && lookup.merchants.find(seller) === undefined) {
    const found = lookup.carriers.find(seller);
    if (found === undefined) break;
    carriers.push(found.value);
    seller = found.rest;
  }
  if (leading(lookup, 'expense', words(seller)) !== undefined) return { seller, carriers };
  const apart = lookup.merchants.find(seller) === undefined ? unfused(lookup, seller) : undefined;
  return apart === undefined ? { seller, carriers } : { seller: apart.seller, carriers: [...carriers, apart.carrier] };
}
