import { z } from 'zod';
import { Evidence } from './evidence.ts';

/** A peer-reviewed or multi-year research, B large telemetry or vendor definition, C practice, D our default (METHOD 0). */
export const Grade = z.enum(['A', 'B', 'C', 'D']);
export type Grade = z.infer<typeof Grade>;

const Common = { id: z.string(), unit: z.string() };

/** Result of one metric. Absence is a state with a reason, never a zero. `failed` is made by the runner only. */
export const Measurement = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('measured'),
    ...Common,
    value: z.number(),
    /** Share of the asked population that the sources cover, 0..1. */
    coverage: z.number().min(0).max(1),
    bounds: z.tuple([z.number(), z.number()]).nullable(),
    confidence: z.number().min(0).max(1),
    evidence: z.array(Evidence),
  }),
  z.strictObject({
    state: z.literal('estimated'),
    ...Common,
    range: z.tuple([z.number(), z.number()]),
    assumptions: z.array(z.string()),
  }),
  z.strictObject({ state: z.literal('insufficient-data'), ...Common, missing: z.string(), wouldSupply: z.string() }),
  z.strictObject({ state: z.literal('not-applicable'), ...Common, why: z.string() }),
  z.strictObject({ state: z.literal('suppressed'), ...Common, k: z.int() }),
  z.strictObject({ state: z.literal('failed'), ...Common, error: z.string() }),
]);
export type Measurement = z.infer<typeof Measurement>;
