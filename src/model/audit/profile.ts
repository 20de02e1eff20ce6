import { z } from 'zod';
import { Evidence } from '../evidence.ts';
import { Grade } from '../measurement.ts';

export const SignalState = z.enum([
  'measured',
  'measured-partial',
  'not-connected',
  'not-applicable',
  'suppressed',
  'stale',
]);
export type SignalState = z.infer<typeof SignalState>;

/** One signal of METHOD 1. `score` is 0..100 (for challenges: severity, 100 = severe); null unless measured. */
export const Signal = z.strictObject({
  id: z.string(),
  title: z.string(),
  state: SignalState,
  value: z.number().nullable(),
  unit: z.string(),
  score: z.number().nullable(),
  weight: z.number(),
  coverage: z.number().min(0).max(1),
  reliability: z.number().min(0).max(1),
  grade: Grade,
  /** In natural words with the number, such as "11.4 meeting hours a week for each person". */
  words: z.string(),
  anchors: z.string(),
  formula: z.string(),
  /** Which file or connector would supply it, where it is not connected. */
  wouldSupply: z.string().nullable(),
  note: z.string().nullable(),
  evidence: z.array(Evidence),
});
export type Signal = z.infer<typeof Signal>;

/** A construct: principle, difference or challenge. `score` null = insufficient evidence (METHOD 0.2 gate). */
export const Construct = z.strictObject({
  id: z.string(),
  title: z.string(),
  question: z.string(),
  direction: z.enum(['higher-is-better', 'lower-is-better']),
  score: z.number().nullable(),
  bounds: z.tuple([z.number(), z.number()]),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  band: z.enum(['industrial', 'mixed', 'mostly async', 'async-native']).nullable(),
  coverage: z.number().min(0).max(1),
  confidence: z.number().min(0).max(1).nullable(),
  confidenceLabel: z.enum(['high', 'medium', 'low']).nullable(),
  grade: Grade,
  signals: z.array(Signal),
  /** Where not scored: what would add most weight. */
  wouldAddMost: z.array(z.strictObject({ source: z.string(), weight: z.number(), signals: z.array(z.string()) })),
});
export type Construct = z.infer<typeof Construct>;

export const Profile = z.strictObject({
  principles: z.array(Construct),
  differences: z.array(Construct),
  challenges: z.array(Construct),
  /** Weighted geometric mean of the five principles; null unless all are scored. */
  overall: z.strictObject({
    geometric: z.number().nullable(),
    arithmetic: z.number().nullable(),
    bandUnstable: z.boolean().nullable(),
    note: z.string(),
  }),
  sensitivity: z.array(z.strictObject({ id: z.string(), title: z.string(), result: z.string() })),
  legacyTraits: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      signals: z.array(z.string()),
      words: z.string(),
      state: z.enum(['measured', 'not-assessed']),
    }),
  ),
  messageNoise: z.strictObject({
    perPersonWeek: z.number().nullable(),
    publicShare: z.number().nullable(),
    afterHoursShare: z.number().nullable(),
  }),
});
export type Profile = z.infer<typeof Profile>;
