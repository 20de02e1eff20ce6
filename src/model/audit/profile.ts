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

/** 95 % bootstrap interval in the unit of the value; null where nothing could be resampled. */
const Interval = z.tuple([z.number(), z.number()]).nullable();

/** One signal of METHOD 1. `score` is 0..100 (for challenges: severity, 100 = severe); null unless measured. */
export const Signal = z.strictObject({
  id: z.string(),
  title: z.string(),
  state: SignalState,
  value: z.number().nullable(),
  interval: Interval.default(null),
  unit: z.string(),
  score: z.number().nullable(),
  /** Where the score could lie, were everything seen that is not: it enters the bounds of the construct. Null = exact. */
  scoreBounds: z.tuple([z.number(), z.number()]).nullable().default(null),
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
  /** What `value` rests on: sources that saw it, or what people answered (METHOD 6a.27); null = no value. */
  basis: z.enum(['observed', 'self-declared']).nullable().default(null),
  /** What people answered about it, beside what was observed: the gap between saying and doing. Null = not asked. */
  selfDeclared: z
    .strictObject({
      /** 0..100, for challenges severity. */
      score: z.number(),
      answers: z.int(),
      items: z.int(),
      /** Self-declared minus observed score; null where only one of them is known. */
      gap: z.number().nullable(),
    })
    .nullable()
    .default(null),
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
  /** Share of the known weight that rests on what people say of themselves, 0..1; null = nothing is known. */
  selfDeclaredShare: z.number().min(0).max(1).nullable().default(null),
  signals: z.array(Signal),
  /** Where not scored: what would add most weight. */
  wouldAddMost: z.array(z.strictObject({ source: z.string(), weight: z.number(), signals: z.array(z.string()) })),
});
export type Construct = z.infer<typeof Construct>;

/** One signal of one team beside the organisation's, shrunk towards it by the team's size (METHOD 0.2). */
export const TeamSignal = z.strictObject({
  id: z.string(),
  unit: z.string(),
  /** As observed. */
  value: z.number(),
  /** n/(n+kappa) team + kappa/(n+kappa) organisation. */
  shrunk: z.number(),
  /** Variance within teams over variance between them; 10 where it cannot be estimated. */
  kappa: z.number(),
  /** People of the team with a value: n. */
  people: z.int(),
  organisation: z.number(),
  /** Score of the shrunk value, 0..100. */
  score: z.number(),
  /** 95 % bootstrap interval of team minus organisation. */
  difference: z.tuple([z.number(), z.number()]),
  /** The interval excludes 0 after a Benjamini-Hochberg correction at 10 % over all teams and signals. */
  differs: z.boolean(),
});
export type TeamSignal = z.infer<typeof TeamSignal>;

/** A team of at least k people; smaller ones are never scored (METHOD 0). */
export const TeamProfile = z.strictObject({ team: z.string(), people: z.int(), signals: z.array(TeamSignal) });
export type TeamProfile = z.infer<typeof TeamProfile>;

/** Agreement with one item of the pulse, 0..100 = all agree fully, and the people who answered. */
export const PeopleSay = z.strictObject({ agreement: z.number().min(0).max(100), answers: z.int() });
export type PeopleSay = z.infer<typeof PeopleSay>;

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
  /** By size, falling; empty where no team is large enough or nothing is known by person. */
  teamProfiles: z.array(TeamProfile).default([]),
  /** What C3 is made of, in the order of METHOD 2.9. */
  fragmentation: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        /** The known ones, whose mean it is, of those asked. */
        signals: z.array(z.string()),
        asked: z.array(z.string()),
        /** 0 none to 100 severe; null = nothing is known. */
        severity: z.number().nullable(),
        remedy: z.string(),
      }),
    )
    .default([]),
  legacyTraits: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      signals: z.array(z.string()),
      words: z.string(),
      state: z.enum(['measured', 'not-assessed']),
    }),
  ),
  /** Time from start to close of the work items closed in the window (METHOD 6a.11). */
  delivery: z
    .strictObject({ cycleDays: z.number().nullable(), items: z.int(), interval: Interval })
    .default({ cycleDays: null, items: 0, interval: null }),
  messageNoise: z.strictObject({
    perPersonWeek: z.number().nullable(),
    interval: Interval.default(null),
    publicShare: z.number().nullable(),
    afterHoursShare: z.number().nullable(),
  }),
  /** That messages tear them out of their work (METHOD 6a.27): beside the messages counted; null = not asked, or by too few. */
  selfDeclaredNoise: PeopleSay.nullable().default(null),
  /** That they are content with their tools; cannot be read off metadata. */
  satisfaction: PeopleSay.nullable().default(null),
});
export type Profile = z.infer<typeof Profile>;
