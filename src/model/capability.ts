import { z } from 'zod';

/** How the work done with a capability happens. */
export const Mode = z.enum(['sync', 'async', 'either']);
export type Mode = z.infer<typeof Mode>;

/**
 * How many products of one capability are normal (METHOD 6a.24): `strong` one per company, `team` one per team,
 * `free` several without fragmentation.
 */
export const OneHome = z.enum(['strong', 'team', 'free']);
export type OneHome = z.infer<typeof OneHome>;

export const Capability = z.strictObject({
  id: z.string(),
  name: z.string(),
  definition: z.string(),
  domain: z.string(),
  mode: Mode,
  oneHome: OneHome,
});
export type Capability = z.infer<typeof Capability>;

/**
 * Capability id -> strength: 3 bought for it, 2 full substitute, 1 usable but partial. Absent = does not do it.
 * Divide by 3 for the [0,1] vectors of METHOD 2.
 */
export const CapabilityVector = z.record(z.string(), z.union([z.literal(1), z.literal(2), z.literal(3)]));
export type CapabilityVector = z.infer<typeof CapabilityVector>;

/** Trait of a tool that decides its async fit (METHOD 6a.25). */
export const AsyncTrait = z.enum([
  'permalinks',
  'threads',
  'search',
  'export',
  'api',
  'versionHistory',
  'guestAccess',
  'worksWithoutLiveSession',
]);
export type AsyncTrait = z.infer<typeof AsyncTrait>;

/** Absent trait = unknown. */
export const AsyncTraits = z.partialRecord(AsyncTrait, z.enum(['yes', 'limited', 'no']));
export type AsyncTraits = z.infer<typeof AsyncTraits>;
