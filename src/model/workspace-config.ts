import { z } from 'zod';
import { Day, Period } from './calendar.ts';
import { Currency } from './money.ts';

export const Organisation = z.strictObject({
  name: z.string().min(1),
  currency: Currency,
  locale: z.string().default('en-GB'),
  time_zone: z.string().default('UTC'),
  /** Declared size; null = not stated. Never used where people are known. */
  headcount: z.int().positive().nullable().default(null),
  /** E-mail domains of the organisation; empty = taken from the people list. */
  domains: z.array(z.string()).default([]),
});
export type Organisation = z.infer<typeof Organisation>;

/** Group sizes below which people-derived counts are withheld (METHOD 5). */
export const PrivacySettings = z.strictObject({
  profile: z.enum(['standard', 'works-council']).default('standard'),
  k: z.strictObject({ usage: z.int().min(5).default(5), collaboration: z.int().min(10).default(10) }).prefault({}),
});
export type PrivacySettings = z.infer<typeof PrivacySettings>;

/** `unsprawl.yaml`. */
export const WorkspaceConfig = z.strictObject({
  schema: z.literal('unsprawl/workspace@1'),
  organisation: Organisation,
  period: Period.refine((p) => p.start <= p.end, 'start must not be after end'),
  /** Judges deadlines; absent = period.end (METHOD 6a.1, 6a.29). */
  as_of: Day.optional(),
  fiscal_year_start: z
    .string()
    .regex(/^\d{2}-\d{2}$/)
    .default('01-01'),
  sources: z
    .array(
      z.strictObject({ id: z.string(), kind: z.string(), settings: z.record(z.string(), z.unknown()).default({}) }),
    )
    .default([]),
  /** Decision files shared between workspaces, relative to this one; a later one wins, this workspace's own over all. */
  overlays: z.array(z.string().min(1)).default([]),
  usage: z.strictObject({ engine: z.string().default('duckdb') }).prefault({}),
  privacy: PrivacySettings.prefault({}),
});
export type WorkspaceConfig = z.infer<typeof WorkspaceConfig>;
