import { z } from 'zod';
import { Day } from '../calendar.ts';
import { Money, MoneyQuantiles } from '../money.ts';

/** METHOD 6a.23. */
export const Verdict = z.enum([
  'keep',
  'cut seats',
  'downgrade tier',
  'merge workspaces',
  'renegotiate',
  'integrate',
  'retire',
  'not enough evidence',
]);
export type Verdict = z.infer<typeof Verdict>;

/** DACI record (METHOD 4.5). Roles, never names; null = to be named by the organisation. */
export const DaciRecord = z.strictObject({
  decision: z.string(),
  due: Day.nullable(),
  reversibility: z.enum(['two-way', 'one-way']),
  driver: z.string().nullable(),
  approver: z.string().nullable(),
  contributors: z.array(z.string()),
  informed: z.array(z.string()),
  options: z.array(z.strictObject({ option: z.string(), evidence: z.string() })),
  reviewDate: Day.nullable(),
});
export type DaciRecord = z.infer<typeof DaciRecord>;

export const ToolDecision = z.strictObject({
  id: z.string(),
  tool: z.string(),
  verdict: Verdict,
  /** Tool that takes the work over; null where none is needed. */
  target: z.string().nullable(),
  /** Sentences: why, with figures. */
  why: z.array(z.string()),
  /** What is lost, and where that function goes. */
  lost: z.array(z.string()),
  /** Principle (P1..P5) and step (1..5) it serves; null = none. */
  principle: z.string().nullable(),
  step: z.int().min(1).max(5).nullable(),
  /** "We do not know X; asking Y settles it"; null = nothing open. */
  unknown: z.string().nullable(),
  /** Optimum with this decision flipped minus optimum, over the horizon; null = not computed. */
  costOfReversal: Money.nullable(),
  runnerUp: z.string().nullable(),
  flipsIf: z.string().nullable(),
  /** Share of re-optimised draws in which it was kept; null = not simulated in this version. */
  keepFrequency: z.number().min(0).max(1).nullable(),
  undo: z.string(),
  decideBy: Day.nullable(),
  /** Gross cash a year. */
  savingGross: Money.nullable(),
  oneOff: Money.nullable(),
  capability: z.string().nullable(),
  peopleMoved: z.union([z.number(), z.literal('suppressed'), z.null()]),
  daci: DaciRecord,
});
export type ToolDecision = z.infer<typeof ToolDecision>;

/** A group of tools joined by shared capabilities and chosen together. */
export const DecisionGroup = z.strictObject({
  id: z.string(),
  tools: z.array(z.string()),
  capabilities: z.array(z.string()),
  status: z.enum(['optimal', 'not decided', 'infeasible']),
  /** Combinations enumerated. */
  enumerated: z.int().min(0),
  note: z.string(),
  keep: z.array(z.string()),
  baseline: Money.nullable(),
  objective: Money.nullable(),
});

export const PlanVariant = z.strictObject({
  id: z.enum(['no-regret', 'recommended', 'furthest']),
  title: z.string(),
  retires: z.array(z.string()),
  moves: z.int().min(0),
  total: Money.nullable(),
  cashRunRate: Money.nullable(),
});
export type PlanVariant = z.infer<typeof PlanVariant>;

export const Consolidation = z.strictObject({
  status: z.enum(['optimal', 'feasible', 'infeasible', 'not decided']),
  /** Relative gap between primal and dual bound; 0 = closed; null = nothing was optimised. */
  gap: z.number().nullable(),
  horizonYears: z.number(),
  baseline: Money.nullable(),
  objective: Money.nullable(),
  groups: z.array(DecisionGroup),
  decisions: z.array(ToolDecision),
  plans: z.array(PlanVariant),
  /** Exact points: user moves against cost over the horizon. */
  frontier: z.array(
    z.strictObject({
      moves: z.int(),
      total: Money,
      retires: z.array(z.string()),
      plan: z.enum(['no-regret', 'recommended', 'furthest', 'knee']).nullable(),
    }),
  ),
  conflicts: z.array(z.string()),
});
export type Consolidation = z.infer<typeof Consolidation>;

/** Four columns that are never added across (METHOD 6a.22); only cash enters a headline. */
export const Savings = z.strictObject({
  currency: z.string(),
  cashThisYear: Money.nullable(),
  cashRunRate: Money.nullable(),
  avoided: Money.nullable(),
  hours: z.strictObject({ low: z.number(), likely: z.number(), high: z.number() }).nullable(),
  bridge: z.strictObject({
    gross: Money,
    commitFloor: Money,
    missedNotice: Money,
    migration: Money,
    dualRunning: Money,
    /** First twelve months, net, cash: sum of the lines, each at its likely value. */
    netLikely: Money,
    /** The same over seeded draws; `p50` is their middle and differs from `netLikely` where ranges are skewed. */
    net: MoneyQuantiles,
    /** Per decision, so the steps can be recomputed: gross - floors - missed - migration - dual running = net (likely). */
    lines: z.array(
      z.strictObject({
        decision: z.string(),
        tool: z.string(),
        gross: Money,
        commitFloor: Money,
        missedNotice: Money,
        migration: Money,
        dualRunning: Money,
        net: Money,
      }),
    ),
    method: z.string(),
  }),
  paybackMonths: z.number().nullable(),
  addressableSpend: Money.nullable(),
});
export type Savings = z.infer<typeof Savings>;
