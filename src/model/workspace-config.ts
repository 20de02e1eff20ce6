import { z } from 'zod';
import { Day, Period } from './calendar.ts';
import { Currency } from './money.ts';
import { NameKind } from './product.ts';

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
  /** Signals that are off until an organisation asks for them (METHOD 5). */
  opt_in: z.array(z.enum(['D4.4', 'C4.3'])).default([]),
});
export type PrivacySettings = z.infer<typeof PrivacySettings>;

/** Where events are counted: the embedded engine for files, and a database beside it where one is named. */
export const UsageSettings = z.strictObject({
  /** `duckdb`, the address of a Postgres-wire engine, or `env:NAME` of the variable that holds it. */
  engine: z
    .string()
    .regex(
      /^(?:duckdb|env:[A-Za-z_][A-Za-z0-9_]*|postgres(?:ql)?:\/\/.+)$/,
      'must be duckdb, postgres://... or env:NAME',
    )
    .default('duckdb'),
  /** Most memory of the embedded engine before it spills to disk. */
  memory: z
    .string()
    .regex(/^\d+ ?(?:MB|GB)$/, 'must be a size such as 700MB')
    .default('700MB'),
  /** After so long the database gives up a query. */
  timeout_seconds: z.int().positive().default(600),
  /** Table or view of the database that holds the events. */
  events: z
    .strictObject({
      relation: z.string().min(1),
      columns: z.strictObject({ timestamp: z.string().min(1), person: z.string().min(1), tool: z.string().min(1) }),
      /** What the names of tools are: `sso` for labels of an identity provider. */
      name_kind: NameKind.default('sso'),
    })
    .optional(),
});
export type UsageSettings = z.infer<typeof UsageSettings>;

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
  usage: UsageSettings.refine(
    ({ engine, events }) => engine === 'duckdb' || events !== undefined,
    'events must name the relation of the engine',
  ).prefault({}),
  privacy: PrivacySettings.prefault({}),
});
export type WorkspaceConfig = z.infer<typeof WorkspaceConfig>;
