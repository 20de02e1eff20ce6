import { z } from 'zod';
import { Day } from './calendar.ts';
import { Currency } from './money.ts';

/** Major units as people write them; `low <= likely <= high`. Currency is the organisation's. */
const Estimate = z
  .strictObject({ low: z.number().min(0), likely: z.number().min(0), high: z.number().min(0) })
  .refine((e) => e.low <= e.likely && e.likely <= e.high, 'low <= likely <= high');

/** Anchors of a signal: two of a line, or the four corners of a band, rising (METHOD 0.1). */
const Anchor = z.union([
  z
    .strictObject({ good: z.number(), bad: z.number() })
    .refine(({ good, bad }) => good !== bad, 'good and bad must differ'),
  z
    .strictObject({ band: z.tuple([z.number(), z.number(), z.number(), z.number()]) })
    .refine(({ band: [z0, g0, g1, z1] }) => z0 < g0 && g0 <= g1 && g1 < z1, 'the four corners must rise'),
]);
export type Anchor = z.infer<typeof Anchor>;

/** `policy.yaml`: what people decide and assume. Every key is optional. */
export const Policy = z.strictObject({
  pins: z.array(z.strictObject({ tool: z.string(), reason: z.string() })).default([]),
  forbids: z.array(z.strictObject({ tool: z.string(), reason: z.string() })).default([]),
  required: z.array(z.strictObject({ capability: z.string(), attributes: z.array(z.string()) })).default([]),
  deliberate_redundancy: z
    .array(z.strictObject({ tools: z.array(z.string()).min(2), owner: z.string(), reason: z.string(), expires: Day }))
    .default([]),
  budgets: z
    .strictObject({
      one_off: z.strictObject({ amount: z.number().min(0), currency: Currency }).optional(),
      moves_per_team: z.record(z.string(), z.number().min(0)).default({}),
    })
    .prefault({}),
  /** Both ends included; empty `teams` = everybody. */
  freezes: z
    .array(
      z
        .strictObject({ from: Day, to: Day, teams: z.array(z.string()).default([]), reason: z.string().default('') })
        .refine((freeze) => freeze.from <= freeze.to, {
          path: ['to'],
          message: 'a freeze must not end before it starts',
        }),
    )
    .default([]),
  costs: z
    .strictObject({
      /** Per person moved to another tool. Default grade D: the least known and most influential input (METHOD 8). */
      migration_per_person: Estimate.default({ low: 20, likely: 60, high: 150 }),
      integration_rebuild: Estimate.default({ low: 500, likely: 1500, high: 4000 }),
      hourly_wage: Estimate.default({ low: 30, likely: 45, high: 70 }),
      /** Per year, 0.08 = 8 %. */
      discount_rate: z.number().min(0).max(1).default(0.08),
    })
    .prefault({}),
  horizon_years: z.number().positive().max(10).default(3),
  seat_threshold_days: z.int().positive().default(90),
  grace_days: z.int().min(0).default(30),
  /** Share of active seats kept as reserve in the recommended seat count. */
  seat_buffer: z.number().min(0).max(1).default(0.1),
  parallel_run_days: z.int().min(0).default(30),
  migration_days: z.int().min(0).default(45),
  decision_buffer_days: z.int().min(0).default(14),
  minimum_quality: z.number().min(0).max(1).default(0.5),
  anchors: z.record(z.string(), Anchor).default({}),
  weights: z.record(z.string(), z.number().min(0)).default({}),
});
export type Policy = z.infer<typeof Policy>;

/** `decisions.yaml`: what people answered. Wins over rules and applies to later imports. */
export const Decisions = z.strictObject({
  names: z
    .array(
      z.strictObject({
        raw: z.string(),
        kind: z.enum(['expense', 'sso', 'oauth', 'inventory', 'domain']).optional(),
        /**
         * Product id or name of the catalogue, or a vendor (`vendor: Adobe` where a product is called the same);
         * `not-software`, `internal` and `platform-client` reject it.
         */
        is: z.string(),
        by: z.string().optional(),
        reason: z.string().optional(),
      }),
    )
    .default([]),
  /** Tools that are one and the same although their names differ: every name in `names` becomes `tool`. */
  merges: z
    .array(
      z.strictObject({
        tool: z.string(),
        names: z.array(z.string()).min(1),
        by: z.string().optional(),
        reason: z.string().optional(),
      }),
    )
    .default([]),
  overrides: z
    .array(
      z.strictObject({
        tool: z.string(),
        capabilities: z.record(z.string(), z.union([z.literal(1), z.literal(2), z.literal(3)])).optional(),
        verdict: z.string().optional(),
        by: z.string(),
        reason: z.string(),
      }),
    )
    .default([]),
});
export type Decisions = z.infer<typeof Decisions>;
