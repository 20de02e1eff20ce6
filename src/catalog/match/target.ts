import type { MatchStatus, NameKind } from '../../model/product.ts';
import type { ProductEntry } from '../schema.ts';

/** Where in the catalogue a text was found. */
export type Source = 'name' | 'alias' | 'former' | 'legal' | 'oauth' | 'domain' | 'merchant';

export interface ProductTarget {
  readonly is: 'product';
  readonly product: ProductEntry;
  readonly vendor: string;
  readonly source: Source;
  /** The catalogue's own spelling of what was found. */
  readonly text: string;
  /** An everyday word, so weak evidence outside lists of tools. */
  readonly common: boolean;
}

export interface VendorTarget {
  readonly is: 'vendor';
  readonly vendor: string;
  readonly source: Source;
  readonly text: string;
  /** An everyday word, so weak evidence outside lists of tools. */
  readonly common: boolean;
}

export interface RejectionTarget {
  readonly is: 'rejection';
  readonly status: Extract<MatchStatus, 'not-software' | 'platform-client' | 'internal' | 'review'>;
  readonly reason: string;
  readonly kinds: readonly NameKind[] | undefined;
  readonly text: string;
}

export type Target = ProductTarget | VendorTarget | RejectionTarget;

/** Whether a target may answer a name of this kind. */
export function appliesTo(target: Target, kind: NameKind): boolean {
  return target.is !== 'rejection' || target.kinds === undefined || target.kinds.includes(kind);
}

/** One identity per product, vendor or rejection: two targets of one identity are no conflict. */
export function identity(target: Target): string {
  if (target.is === 'product') return `product ${target.product.id}`;
  return target.is === 'vendor' ? `vendor ${target.vendor}` : `${target.status} ${target.reason}`;
}
