import type { FirstLook, LookedName, LookedOverlap, Nature } from '../model/first-look.ts';
import type { MatchStatus } from '../model/product.ts';
import { counted } from './counted.ts';

const STATUS_WORDS: Readonly<Record<MatchStatus, readonly [one: string, many: string]>> = {
  matched: ['name of a product', 'names of products'],
  'vendor-only': ['name of a vendor alone', 'names of vendors alone'],
  'not-software': ['not software', 'not software'],
  internal: ['made in-house', 'made in-house'],
  'platform-client': ['an operating system, browser or mail client', 'operating systems, browsers or mail clients'],
  review: ['for a person to tell', 'for a person to tell'],
  unknown: ['not known', 'not known'],
};

/** `30 names of products, 2 not software, 1 not known`; what does not occur is left out. */
export function countsSentence({ counts }: FirstLook): string {
  const parts = (Object.entries(STATUS_WORDS) as [MatchStatus, readonly [string, string]][])
    .filter(([status]) => counts[status] > 0)
    .map(([status, [one, many]]) => `${counts[status]} ${counts[status] === 1 ? one : many}`);
  return parts.length === 0 ? 'no names' : parts.join(', ');
}

export const NATURE_WORDS: Readonly<Record<Nature, string>> = {
  sync: 'synchronous',
  async: 'asynchronous',
  either: 'either way',
  mixed: 'both',
};

/** What the tools are bought for, told as a balance; says what it leaves out. */
export function balanceSentence({ balance, suites }: FirstLook): string {
  const all = balance.sync + balance.async + balance.either + balance.mixed;
  if (all === 0) return 'No single tool is known, so there is no balance to tell.';
  const left =
    suites.length === 0
      ? ''
      : ` ${counted(suites.length, 'suite')} not counted: what counts is which parts are seen in use.`;
  return (
    `Of ${counted(all, 'tool')}, ${balance.sync} ${balance.sync === 1 ? 'is' : 'are'} bought for work at the same time, ` +
    `${balance.async} for work at different times, ${balance.either + balance.mixed} for either or both.${left}`
  );
}

export const HOME_WORDS = {
  strong: 'one per company is usual',
  team: 'one per team is usual',
  free: 'several are usual',
} as const satisfies Record<LookedOverlap['oneHome'], string>;

/** What a name is, in words. */
export function nameWords({ status, name, vendor, candidates }: LookedName): string {
  switch (status) {
    case 'matched':
      return `${name ?? ''}${vendor === null || vendor === name ? '' : ` (${vendor})`}`;
    case 'vendor-only':
      return `${vendor ?? ''}, product not told`;
    case 'review':
      return candidates.length === 0 ? 'for a person to tell' : `perhaps ${candidates.join(' or ')}`;
    default:
      return STATUS_WORDS[status][0];
  }
}

/** Names that nothing could be made of for sure. */
export function openNames({ names }: FirstLook): readonly LookedName[] {
  return names.filter(({ status }) => status === 'review' || status === 'unknown' || status === 'vendor-only');
}

/** Why this page gives no verdict. */
export const NO_VERDICT =
  'From names alone nobody can know what a tool costs, who uses it or when its contract can be ended, so nothing here says which to keep.';
