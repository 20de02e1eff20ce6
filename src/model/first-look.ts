import type { Mode, OneHome } from './capability.ts';
import type { MatchStatus, NameKind } from './product.ts';

/** One distinct raw name of the list, and what it is. */
export interface LookedName {
  readonly raw: string;
  readonly kind: NameKind;
  /** Rows of the list that write it so; 1 or more. */
  readonly times: number;
  readonly status: MatchStatus;
  /** Product id; null unless `matched`. */
  readonly product: string | null;
  readonly name: string | null;
  readonly vendor: string | null;
  /** 0..1. */
  readonly confidence: number;
  readonly reason: string;
  readonly candidates: readonly string[];
}

/** What the rows of a list are: names alone, or names beside payments, seats, sign-ins or terms. */
export type NamesSource = 'names' | 'spend' | 'accounts' | 'contracts' | 'integrations';

/** How the work done with a tool happens, by what it is bought for: one mode, or several (`mixed`). */
export type Nature = Mode | 'mixed';

/** A capability of the taxonomy by its id and title. */
export interface CapabilityName {
  readonly capability: string;
  readonly name: string;
}

/** A product of the list, whatever number of names it goes by. */
export interface LookedTool {
  readonly product: string;
  readonly name: string;
  readonly vendor: string;
  /** Raw names, in order of appearance. */
  readonly names: readonly string[];
  readonly formerNames: readonly string[];
  /** Environments and teams told by the names; copies of one tool, never overlap. */
  readonly instances: readonly string[];
  /** Held at strength 3. */
  readonly boughtFor: readonly CapabilityName[];
  readonly nature: Nature;
  /** Has member products: which of them are used cannot be told from a name. */
  readonly isSuite: boolean;
}

/** A capability that two or more tools of the list hold at strength 2 or 3. */
export interface LookedOverlap {
  readonly capability: string;
  readonly name: string;
  readonly mode: Mode;
  /** How many products are normal. */
  readonly oneHome: OneHome;
  /** Strongest first, then by name. */
  readonly tools: readonly { readonly product: string; readonly name: string; readonly strength: 2 | 3 }[];
}

/**
 * What a bare list of names can tell (`unsprawl look`). It knows neither use nor cost, so it says what is there and
 * where to look, and gives no verdict.
 */
export interface FirstLook {
  readonly format: 'unsprawl/look@1';
  /** File name without folders; null for standard input. */
  readonly source: string | null;
  /** How the list was read, in one sentence. */
  readonly readAs: string;
  /** Rows with a name. */
  readonly rows: number;
  readonly counts: Readonly<Record<MatchStatus, number>>;
  readonly names: readonly LookedName[];
  readonly tools: readonly LookedTool[];
  /** One home per company first, then one per team; capabilities where several are normal come last. */
  readonly overlaps: readonly LookedOverlap[];
  /** Suites of the list: capabilities that they could cover and that stay uncounted until a member is seen. */
  readonly suites: readonly {
    readonly product: string;
    readonly name: string;
    readonly couldCover: readonly CapabilityName[];
  }[];
  /** Tools per nature; suites are left out. */
  readonly balance: Readonly<Record<Nature, number>>;
  /** What would allow to say more, most telling first. */
  readonly wouldTell: readonly { readonly template: string; readonly tells: string }[];
}
