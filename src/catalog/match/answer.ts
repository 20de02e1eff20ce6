import type { MatchAnswer, MatchStatus } from '../../model/product.ts';
import type { ProductTarget, Target } from './target.ts';

const NOTHING = { product: null, productName: null, vendor: null, candidates: [], instance: null, formerName: null };

interface Ground {
  readonly rule: string;
  readonly reason: string;
  /** 0..1. */
  readonly confidence: number;
  readonly instance?: string | null;
}

/** The answer that a target of the catalogue gives. */
export function answerOf(target: Target, ground: Ground): MatchAnswer {
  if (target.is === 'rejection') return without(target.status, { ...ground, reason: target.reason });
  const { instance = null, ...rest } = ground;
  if (target.is === 'vendor') return { ...NOTHING, ...rest, status: 'vendor-only', vendor: target.vendor, instance };
  return {
    ...NOTHING,
    ...rest,
    status: 'matched',
    product: target.product.id,
    productName: target.product.name,
    vendor: target.vendor,
    instance,
    formerName: target.source === 'former' ? target.text : null,
  };
}

/** An answer that names neither product nor vendor. */
export function without(status: MatchStatus, ground: Ground): MatchAnswer {
  const { instance = null, ...rest } = ground;
  return { ...NOTHING, ...rest, status, instance };
}

/** Left to a person, with what it may be. */
export function reviewOf(targets: readonly ProductTarget[], ground: Ground): MatchAnswer {
  const seen = new Map(targets.map((target) => [target.product.id, target.product.name]));
  const candidates = [...seen].map(([product, name]) => ({ product, name, confidence: ground.confidence }));
  return { ...without('review', ground), candidates };
}

/** How the found text stands to the product, for reasons in plain words. */
export function foundAs(target: Target): string {
  if (target.is === 'rejection') return target.reason;
  if (target.is === 'vendor') return `"${target.text}" names the vendor ${target.vendor}, not one product`;
  const { name, status } = target.product;
  const kept = status === 'retired' ? `${name} (retired by its vendor)` : name;
  switch (target.source) {
    case 'name':
      return `the name of ${kept}`;
    case 'former':
      return `"${target.text}" is a former name of ${kept}`;
    case 'legal':
      return `"${target.text}" is the company behind ${kept}`;
    case 'domain':
      return `${target.text} is a domain of ${kept}`;
    case 'oauth':
      return `"${target.text}" is a client of ${kept}`;
    case 'merchant':
      return `the charge is written the way ${kept} bills`;
    default:
      return `"${target.text}" is another name of ${kept}`;
  }
}
