import { z } from 'zod';
import { Day } from '../calendar.ts';
import { CapabilityVector } from '../capability.ts';
import { Evidence } from '../evidence.ts';
import { Money } from '../money.ts';
import { Listing, SourceKind } from '../snapshot.ts';
import { Figure, PeopleCount } from './figures.ts';

/** Why the use of a seat is unknown; sign-ins that fell silent never prove an idle seat (METHOD, Annex). */
export const UnknownUse = z.enum(['no-source', 'not-told', 'sign-ins-only', 'out-of-date']);
export type UnknownUse = z.infer<typeof UnknownUse>;

/** Seats of one tool as another threshold would sort them. */
export const SeatsAt = z.strictObject({
  thresholdDays: z.int(),
  active: PeopleCount,
  inactive: PeopleCount,
  unknown: PeopleCount,
  grace: PeopleCount,
  recommended: PeopleCount,
});
export type SeatsAt = z.infer<typeof SeatsAt>;

/** Row that sums the teams without a row of their own, people of no team, and seats whose holder no source names. */
export const OTHER_TEAMS = '(other teams)';

/** People of one team by the state of their seat. */
export const TeamSeats = z.strictObject({
  team: z.string(),
  active: PeopleCount,
  inactive: PeopleCount,
  unknown: PeopleCount,
});
export type TeamSeats = z.infer<typeof TeamSeats>;

/** Seats of one tool, three-state (METHOD 6a.13). purchased = assigned + spare. */
export const Seats = z.strictObject({
  thresholdDays: z.int(),
  purchased: z.number().nullable(),
  assigned: z.number().nullable(),
  spare: z.number().nullable(),
  active: PeopleCount,
  inactive: PeopleCount,
  unknown: PeopleCount,
  grace: PeopleCount,
  leavers: PeopleCount,
  /** Active without an assigned seat. */
  unassignedActive: PeopleCount,
  /**
   * Active + grace + unknown (needed until somebody knows better), plus the buffer, rounded up, not under the contract's
   * minimum, and never above max(purchased, active + grace + unknown); null where no source sees an account.
   */
  recommended: PeopleCount,
  /** Of the inactive, those who never used it; absent = no source sees an account, as with the fields below. */
  neverUsed: PeopleCount.optional(),
  /** Reasons that hold for at least one unknown seat, each once; absent also where the unknown ones are withheld. */
  unknownBecause: z.array(UnknownUse).optional(),
  /** At 30, 60, 90 and 120 days and at the threshold in force, rising. */
  sensitivity: z.array(SeatsAt).optional(),
  byTeam: z.array(TeamSeats).optional(),
});
export type Seats = z.infer<typeof Seats>;

/** One annual cost per tool by the rule of METHOD 6a.21. */
export const ToolSpend = z.strictObject({
  /** Booked in the period, refunds netted; null = no spend source names it, or none covers the period. */
  period: Money.nullable(),
  trailing12Months: Money.nullable(),
  annual: Money.nullable(),
  rule: z.enum(['contract', 'trailing-12-months', 'annualised', 'unknown']),
  /** In words: which rows, VAT treatment, pattern, disagreement above 10 %. */
  basis: z.string(),
  disagreement: z.string().nullable(),
});
export type ToolSpend = z.infer<typeof ToolSpend>;

export const ToolContract = z.strictObject({
  plan: z.string().nullable(),
  start: Day.nullable(),
  end: Day,
  noticeDays: z.number(),
  noticeDeadline: Day,
  noticeState: z.enum(['known', 'assumed', 'missed']),
  autoRenew: z.boolean().nullable(),
  minimumSeats: z.number().nullable(),
  annual: Money.nullable(),
  /**
   * End as the source has it, where that day is past and the contract renews by itself: `start`, `end` and
   * `noticeDeadline` are then those of the term that is assumed to run now. Absent = as the source has it.
   */
  renewedFrom: Day.optional(),
});
export type ToolContract = z.infer<typeof ToolContract>;

/** METHOD 6a.25: mean over known traits, scored from four known on; null score = not scored. */
export const AsyncFit = z.strictObject({ score: Figure, known: z.int(), of: z.int(), note: z.string() });

export const AuditTool = z.strictObject({
  id: z.string(),
  name: z.string(),
  product: z.string().nullable(),
  vendor: z.string().nullable(),
  capabilities: CapabilityVector,
  capabilityOrigin: z.enum(['catalogue', 'declared', 'unknown']),
  sources: z.array(SourceKind),
  listing: Listing,
  formerNames: z.array(z.string()),
  instances: z.array(z.string()),
  suite: z.string().nullable(),
  members: z.array(z.string()),
  department: z.string().nullable(),
  purpose: z.string().nullable(),
  seats: Seats,
  /** Distinct people active in the window; null = no usage source sees this tool. */
  users: PeopleCount,
  teams: z.int().min(0).nullable(),
  spend: ToolSpend,
  /** Of several, the one with the earliest notice deadline still to come. */
  contract: ToolContract.nullable(),
  /** The others that run, are yet to begin or have no successor, by notice deadline; absent = there are none. */
  furtherContracts: z.array(ToolContract).optional(),
  asyncFit: AsyncFit,
  evidence: z.array(Evidence),
});
export type AuditTool = z.infer<typeof AuditTool>;

/** METHOD 6a.7; 'unknown' = no activity data for the capability. */
export const Pattern = z.enum(['single', 'duplicate', 'silo', 'mixed', 'unknown']);

export const AuditCapability = z.strictObject({
  id: z.string(),
  name: z.string(),
  domain: z.string(),
  mode: z.enum(['sync', 'async', 'either']),
  oneHome: z.enum(['strong', 'team', 'free']),
  /** Tools that hold it at strength 2 or 3, by share of activity, falling. */
  tools: z.array(
    z.strictObject({
      tool: z.string(),
      strength: z.int(),
      activityShare: Figure,
      spendShare: Figure,
      users: PeopleCount,
    }),
  ),
  /** Listed for it, but no activity seen or no usage source. */
  withoutActivity: z.array(z.string()),
  effectiveTools: z.strictObject({ d0: Figure, d1: Figure, d2: Figure, d1MillerMadow: Figure }),
  bySpend: z.strictObject({ d1: Figure, hhi: Figure }),
  hhi: Figure,
  hhiUnbiased: Figure,
  fragmentation: Figure,
  gini: Figure,
  gamma: Figure,
  alpha: Figure,
  beta: Figure,
  normalisedDivergence: Figure,
  normalisedDivergenceCorrected: Figure,
  /** Nats; mixes silos and duplicates, so for the appendix only (METHOD 2.5). */
  variationOfInformation: Figure.default(null),
  permutations: z.strictObject({ draws: z.int(), seed: z.int() }),
  pattern: Pattern,
  /** Set where policy declares the redundancy deliberate. */
  intended: z.strictObject({ owner: z.string(), reason: z.string(), expires: Day, expired: z.boolean() }).nullable(),
  /** Share of its tools whose usage is known, 0..1. */
  coverage: z.number().min(0).max(1),
  /** Person-days of activity by team and tool; teams below k are summed in `(small teams)` or left out. */
  teamTool: z.array(z.strictObject({ team: z.string(), tool: z.string(), share: z.number() })),
});
export type AuditCapability = z.infer<typeof AuditCapability>;

export const ToolPair = z.strictObject({
  a: z.string(),
  b: z.string(),
  /** Capability both are bought for that brought the pair up. */
  capability: z.string(),
  capabilitySimilarity: z.number(),
  capabilityCosine: z.number(),
  containmentAB: z.number(),
  containmentBA: z.number(),
  /** Overlap coefficient on people active in the window (METHOD 6a.6); null = usage of one is unknown. */
  userOverlap: Figure,
  userOverlapRange: z.tuple([z.number(), z.number()]).nullable(),
  jaccard: Figure,
  jaccardMax: Figure,
  /** Of person-days in both tools: smaller over larger, and smaller over the smaller total (METHOD 2.2); null = days unknown. */
  ruzicka: Figure.default(null),
  weightedOverlap: Figure.default(null),
  expectedShared: Figure,
  lift: Figure,
  pAtLeast: Figure,
  population: z.int(),
  shared: PeopleCount,
  duplicateSeats: Figure,
  parallelTools: Figure,
});
export type ToolPair = z.infer<typeof ToolPair>;

export const IntegrationGraph = z.strictObject({
  nodes: z.array(
    z.strictObject({
      tool: z.string(),
      betweenness: z.number(),
      degree: z.int(),
      isolated: z.boolean(),
      articulation: z.boolean(),
    }),
  ),
  edges: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      state: z.enum(['live', 'stale', 'manual']),
      weeklyHandoffs: Figure,
    }),
  ),
  isolated: z.array(z.string()),
  articulation: z.array(z.string()),
  components: z.int().nullable(),
  density: Figure,
  modularity: Figure,
  betweenness: z.record(z.string(), z.number()),
  /** Weighted by hand-offs; `pairs` = share of needed pairs with a direct live edge. */
  needCoverage: z.strictObject({ direct: Figure, path: Figure, pairs: Figure }),
  manualHandoffShare: Figure,
  manualMinutesPerWeek: Figure,
  /** Tools with no integration data: not isolated, unknown. */
  noData: z.array(z.string()),
});
export type IntegrationGraph = z.infer<typeof IntegrationGraph>;

export const SingleSource = z.strictObject({
  state: z.enum(['measured', 'measured-partial', 'undefined', 'not-connected']),
  index: Figure,
  byVolume: Figure,
  duplicateRate: Figure,
  byType: z.array(
    z.strictObject({ type: z.string(), home: z.string().nullable(), inHome: z.int(), total: z.int(), share: Figure }),
  ),
  homes: z.array(z.strictObject({ objectType: z.string(), home: z.string() })),
  note: z.string(),
});
export type SingleSource = z.infer<typeof SingleSource>;

export const PeopleSection = z.strictObject({
  /** People employed on any day of the window: N of the lift (METHOD 6a.2). null = no people list. */
  counted: z.int().nullable(),
  teams: z.array(z.strictObject({ id: z.string(), size: PeopleCount })),
  window: z.strictObject({ weeks: z.int(), start: Day.nullable(), end: Day.nullable() }),
  contextSwitch: z.strictObject({ effectiveToolsPerPersonDay: Figure, personDays: z.int(), note: z.string() }),
  sso: z.strictObject({ byApp: Figure, byUserApp: Figure, bySpend: Figure }),
  shadow: z.strictObject({
    share: Figure,
    bySource: z.strictObject({ source1: z.int(), source2: z.int(), both: z.int() }).nullable(),
    estimatedTotal: Figure,
    unseen: Figure,
    standardError: Figure,
    note: z.string(),
  }),
  privacy: z.strictObject({
    k: z.strictObject({ usage: z.int(), collaboration: z.int() }),
    suppressed: z.int(),
    /** Places with something withheld, such as `tools.miro.seats`; at most 200, the last then says how many more. */
    withheld: z.array(z.string()).default([]),
  }),
});
export type PeopleSection = z.infer<typeof PeopleSection>;

export const Finding = z.strictObject({
  /** Stable: rule id, then subjects. */
  id: z.string(),
  rule: z.enum([
    'duplicate-tools',
    'silos',
    'shelfware',
    'shadow-tool',
    'unlisted-tool',
    'deliberate-redundancy',
    'notice-missed',
    'notice-soon',
    'notice-assumed',
    'usage-unknown',
    'several-instances',
    'leavers-with-accounts',
    'cost-disagreement',
    'no-home',
    'manual-handoffs',
    'integration-isolated',
    'hub-at-risk',
    'vendor-concentration',
    'redundancy-without-expiry',
    'documentation-overload',
    'decisions-without-approver',
    'status-meetings',
    'after-hours-load',
    'process-without-page',
  ]),
  /** A sentence that states the finding with its number. */
  title: z.string(),
  severity: z.enum(['act', 'look', 'note']),
  /** Step of the transition that it belongs to (METHOD 4.4): 1 charter, 2 decisions, 3 single source, 4 tools, 5 training. */
  step: z.int().min(1).max(5).default(4),
  subjects: z.array(z.string()),
  capability: z.string().nullable(),
  /** Gross, a year, before the bridge; null = no money in it or unknown. */
  saving: Money.nullable(),
  because: z.array(z.string()),
  evidence: z.array(Evidence),
});
export type Finding = z.infer<typeof Finding>;

/** What the metrics say about the estate; the principles and the decision build on it. */
export const Structure = z.strictObject({
  tools: z.array(AuditTool),
  capabilities: z.array(AuditCapability),
  pairs: z.array(ToolPair),
  integrations: IntegrationGraph,
  singleSource: SingleSource,
  people: PeopleSection,
  findings: z.array(Finding),
});
export type Structure = z.infer<typeof Structure>;
