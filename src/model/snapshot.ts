import { z } from 'zod';
import { Day, Instant, Period } from './calendar.ts';
import { AsyncTraits, Capability, CapabilityVector } from './capability.ts';
import { Evidence, Gap } from './evidence.ts';
import { Currency, Money } from './money.ts';
import { RejectedRow, SourceRecord } from './observation.ts';
import { OpenName, Reconciliation } from './reconciliation.ts';
import { Organisation, PrivacySettings } from './workspace-config.ts';

/** Index into `Snapshot.people`. Indices, not pseudonyms, are what every later stage sees, so its bytes do not depend on the key. */
export const PersonIndex = z.int().min(0);
/** Id of a tool in this snapshot: the product id, or `x-` and a slug of the raw name where no product is known. */
export const ToolId = z.string();

export const Person = z.strictObject({
  pseudonym: z.string(),
  team: z.string().nullable(),
  manager: PersonIndex.nullable(),
  location: z.string().nullable(),
  timeZone: z.string().nullable(),
  start: Day.nullable(),
  end: Day.nullable(),
  /** In the people list. False = seen in another source only (a guest, a service account, or a missing list). */
  listed: z.boolean(),
  /** E-mail domain belongs to the organisation; null = cannot be told. */
  internal: z.boolean().nullable(),
});
export type Person = z.infer<typeof Person>;

/** listed: in the inventory. unlisted: in contracts only. shadow: in spend, sign-ins or grants and neither (METHOD 6a.17). */
export const Listing = z.enum(['listed', 'unlisted', 'shadow']);
export type Listing = z.infer<typeof Listing>;

export const SourceKind = z.enum(['inventory', 'contract', 'spend', 'sign-in', 'grant', 'account', 'integration']);
export type SourceKind = z.infer<typeof SourceKind>;

export const Tool = z.strictObject({
  id: ToolId,
  /** Today's product name, or the raw name. */
  name: z.string(),
  product: z.string().nullable(),
  vendor: z.string().nullable(),
  /** Names under which the sources had it, sorted. */
  rawNames: z.array(z.string()),
  formerNames: z.array(z.string()),
  /** In force: declared by the client where declared, else the catalogue's (METHOD 6a.3). Empty = unknown. */
  capabilities: CapabilityVector,
  capabilityOrigin: z.enum(['catalogue', 'declared', 'unknown']),
  traits: AsyncTraits,
  sso: z.boolean().nullable(),
  scim: z.boolean().nullable(),
  billingKind: z.enum(['seats', 'usage', 'ad_spend', 'one_off', 'free']).nullable(),
  /** Suite tool id that this tool is a part of, and parts seen in use where it is a suite (METHOD 6a.18). */
  suite: ToolId.nullable(),
  members: z.array(ToolId),
  /** Environments, workspaces and tenants of the one product; empty = one, unnamed. */
  instances: z.array(z.string()),
  seenIn: z.array(SourceKind),
  listing: Listing,
  department: z.string().nullable(),
  purpose: z.string().nullable(),
  status: z.string().nullable(),
  evidence: z.array(Evidence),
});
export type Tool = z.infer<typeof Tool>;

export const Account = z.strictObject({
  tool: ToolId,
  person: PersonIndex,
  lastActive: Day.nullable(),
  activeDays: z.number().min(0).nullable(),
  assigned: z.boolean().nullable(),
  closed: z.boolean(),
  evidence: z.array(Evidence),
  /** Sources that tell its last activity or days of use, where not every source in the evidence does. */
  toldBy: z.array(z.string()).optional(),
  /** Source -> newest day of its reports that tell of the account, where they are dated: use after it was not seen. */
  toldUntil: z.record(z.string(), Day).optional(),
});
export type Account = z.infer<typeof Account>;

/** Accounts of one tool of which one source tells any use, and the newest day among them (null = none is dated). */
export const ToolAccountUse = z.strictObject({
  source: z.string(),
  tool: ToolId,
  accounts: z.int().positive(),
  last: Day.nullable(),
});
export type ToolAccountUse = z.infer<typeof ToolAccountUse>;

/** Person-days, columnar: four arrays of one length, sorted by tool, person, day; day is `YYYY-MM-DD` in the person's zone. */
export const UsageDays = z.strictObject({
  tool: z.array(ToolId),
  person: z.array(PersonIndex),
  day: z.array(Day),
  events: z.array(z.int().positive()),
});
export type UsageDays = z.infer<typeof UsageDays>;

export const Contract = z.strictObject({
  tool: ToolId,
  plan: z.string().nullable(),
  seats: z.number().min(0).nullable(),
  unitPrice: Money.nullable(),
  currency: Currency,
  billingPeriod: z.enum(['month', 'quarter', 'year']).nullable(),
  start: Day.nullable(),
  end: Day,
  noticeDays: z.number().min(0).nullable(),
  autoRenew: z.boolean().nullable(),
  minimumSeats: z.number().min(0).nullable(),
  /** As stated; null = not stated (then seats x unit price x periods where those are known). */
  annualCost: Money.nullable(),
  evidence: Evidence,
});
export type Contract = z.infer<typeof Contract>;

/** One used or refunded line of spend on a tool. `base` is the amount in the organisation's currency, null without a rate. */
export const SpendLine = z.strictObject({
  tool: ToolId,
  date: Day,
  amount: Money,
  base: Money.nullable(),
  refund: z.boolean(),
  costCentre: z.string().nullable(),
  evidence: Evidence,
});
export type SpendLine = z.infer<typeof SpendLine>;

export const Integration = z.strictObject({
  from: ToolId,
  to: ToolId,
  /** `manual` = need without an edge. */
  type: z.string().nullable(),
  lastSeen: Day.nullable(),
  /** edge seen within 30 days of the period's end, or no date given = live; METHOD 6a.8. */
  state: z.enum(['live', 'stale', 'manual']),
  weeklyHandoffs: z.number().min(0).nullable(),
  evidence: Evidence,
});
export type Integration = z.infer<typeof Integration>;

export const Meeting = z.strictObject({
  start: Instant,
  end: Instant,
  organizer: PersonIndex,
  /** Internal attendees, the organiser included (METHOD 6a.9); null = not given. */
  attendees: z.array(PersonIndex).nullable(),
  outsiders: z.int().min(0),
  /** Series id, or organiser and purpose where only the fact is known; null = one-off or not given. */
  series: z.string().nullable(),
  recurring: z.boolean().nullable(),
  hasDocument: z.boolean().nullable(),
  purpose: z.string().nullable(),
  evidence: Evidence,
});
export type Meeting = z.infer<typeof Meeting>;

const Volume = z.number().min(0).nullable();
export const MessageWeek = z.strictObject({
  week: Day,
  team: z.string(),
  publicChannel: Volume,
  privateChannel: Volume,
  direct: Volume,
  threadedReplies: Volume,
  /** Messages that answer another within 30 minutes in the channel. */
  replies: Volume.default(null),
  afterHours: Volume,
  inBursts: Volume.default(null),
  questionThreads: Volume.default(null),
  linkedAnswers: Volume.default(null),
  repeatedQuestions: Volume.default(null),
  /** Comments on issues, code reviews and documents. */
  workComments: Volume.default(null),
  evidence: Evidence,
});
export type MessageWeek = z.infer<typeof MessageWeek>;

export const Document = z.strictObject({
  /** As given; `homeTool` is the tool it resolves to, where it does. */
  home: z.string(),
  homeTool: ToolId.nullable(),
  type: z.string(),
  owner: PersonIndex.nullable(),
  created: Day.nullable(),
  lastEdited: Day.nullable(),
  verified: Day.nullable().default(null),
  viewers90d: Volume,
  critical: z.boolean().nullable().default(null),
  /** 0..1. */
  topEditorShare: z.number().nullable().default(null),
  nearDuplicate: z.boolean().nullable().default(null),
  evidence: Evidence,
});
export type Document = z.infer<typeof Document>;

export const WorkItem = z.strictObject({
  id: z.string(),
  team: z.string(),
  created: Day.nullable(),
  started: Day.nullable(),
  closed: Day.nullable(),
  linkedToGoal: z.boolean().nullable(),
  hasAcceptance: z.boolean().nullable(),
  contributors: z.array(PersonIndex).nullable(),
  lastChanged: Day.nullable().default(null),
  watchers: z.array(PersonIndex).nullable().default(null),
  evidence: Evidence,
});
export type WorkItem = z.infer<typeof WorkItem>;

const Roles = z.array(PersonIndex).nullable();
export const DecisionRecord = z.strictObject({
  id: z.string(),
  title: z.string(),
  proposed: Day,
  decided: Day.nullable(),
  driver: Roles,
  approver: Roles,
  contributors: Roles,
  informed: Roles,
  domain: z.string().nullable(),
  level: z.number().nullable(),
  home: z.string().nullable(),
  reversed: Day.nullable(),
  /** A meeting between proposal and decision is linked. */
  inMeeting: z.boolean().nullable().default(null),
  evidence: Evidence,
});
export type DecisionRecord = z.infer<typeof DecisionRecord>;

/** A question or request to a person and its first human answer. */
export const Response = z.strictObject({
  asked: Instant,
  /** null = still open. */
  answered: Instant.nullable(),
  recipient: PersonIndex,
  channel: z.string().nullable(),
  evidence: Evidence,
});
export type Response = z.infer<typeof Response>;

/** A merged change or a published document. */
export const Delivery = z.strictObject({
  id: z.string(),
  team: z.string(),
  date: Day,
  type: z.enum(['change', 'document']),
  hasItem: z.boolean().nullable(),
  outsideApproval: z.boolean().nullable(),
  evidence: Evidence,
});
export type Delivery = z.infer<typeof Delivery>;

export const Request = z.strictObject({
  id: z.string(),
  team: z.string().nullable(),
  closed: Day.nullable(),
  approvalSteps: z.number().min(0),
  /** In the organisation's currency; null = not given, or no rate. */
  amount: Money.nullable(),
  evidence: Evidence,
});
export type Request = z.infer<typeof Request>;

export const Board = z.strictObject({
  name: z.string(),
  team: z.string().nullable(),
  active: z.boolean().nullable(),
  openToAll: z.boolean(),
  evidence: Evidence,
});
export type Board = z.infer<typeof Board>;

export const WikiWeek = z.strictObject({
  week: Day,
  /** null = everybody. */
  team: z.string().nullable(),
  readers: Volume,
  searches: Volume,
  searchesFound: Volume,
  minutesToFind: Volume,
  evidence: Evidence,
});
export type WikiWeek = z.infer<typeof WikiWeek>;

export const Onboarding = z.strictObject({
  person: PersonIndex,
  requiredPages: z.number().min(0),
  openedPages: z.number().min(0),
  evidence: Evidence,
});
export type Onboarding = z.infer<typeof Onboarding>;

export const Process = z.strictObject({
  name: z.string(),
  team: z.string().nullable(),
  procedure: z.string().nullable(),
  current: z.boolean().nullable(),
  reviewed: Day.nullable(),
  evidence: Evidence,
});
export type Process = z.infer<typeof Process>;

export const Rollout = z.strictObject({
  change: z.enum(['charter', 'new-tool', 'retired-tool']),
  date: Day,
  tool: ToolId.nullable(),
  invited: Volume,
  target: Volume,
  evidence: Evidence,
});
export type Rollout = z.infer<typeof Rollout>;

export const WritingWeek = z.strictObject({
  week: Day,
  team: z.string(),
  role: z.enum(['lead', 'other']).nullable(),
  minutes: z.number().min(0),
  evidence: Evidence,
});
export type WritingWeek = z.infer<typeof WritingWeek>;

export const Home = z.strictObject({
  objectType: z.string(),
  home: z.string(),
  homeTool: ToolId.nullable(),
  evidence: Evidence,
});
export type Home = z.infer<typeof Home>;

export const Need = z.strictObject({
  team: z.string(),
  capability: z.string(),
  minimumQuality: z.number().nullable(),
  requiredAttributes: z.array(z.string()),
  evidence: Evidence,
});
export type Need = z.infer<typeof Need>;

export const SurveyResult = z.strictObject({
  question: z.string(),
  team: z.string(),
  /** null = the file does not say; such an answer is never shown, since its group cannot be judged. */
  answersN: z.number().min(0).nullable(),
  mean: z.number(),
  scale: z.number().nullable(),
  signal: z.string().nullable(),
  evidence: Evidence,
});
export type SurveyResult = z.infer<typeof SurveyResult>;

/** 1 `from` = `rate` `to` on `date`. */
export const Rate = z.strictObject({
  date: Day,
  from: Currency,
  to: Currency,
  rate: z.number().positive(),
  evidence: Evidence,
});
export type Rate = z.infer<typeof Rate>;

/** Sections that a unit may declare it needs. An empty list with no source that provides it = not connected. */
export const SectionName = z.enum([
  'people',
  'tools',
  'accounts',
  'usageDays',
  'contracts',
  'spend',
  'integrations',
  'meetings',
  'messages',
  'documents',
  'workItems',
  'decisions',
  'homes',
  'needs',
  'survey',
  'rates',
  'responses',
  'deliveries',
  'requests',
  'boards',
  'wikiWeeks',
  'onboarding',
  'processes',
  'rollouts',
  'writing',
]);
export type SectionName = z.infer<typeof SectionName>;

/** Versioned and self-describing: everything that later stages need, and nothing that identifies a person. */
export const Snapshot = z.strictObject({
  schema: z.literal('unsprawl/snapshot@1'),
  organisation: Organisation,
  period: Period,
  asOf: Day,
  fiscalYearStart: z.string(),
  privacy: PrivacySettings,
  sources: z.array(SourceRecord),
  /** `accountUse` of the sources by tool, for those that tell of several; absent = none does. */
  accountUse: z.array(ToolAccountUse).optional(),
  gaps: z.array(Gap),
  rejected: z.array(RejectedRow),
  reconciliation: Reconciliation,
  openNames: z.array(OpenName),
  capabilities: z.array(Capability),
  teams: z.array(z.strictObject({ id: z.string(), size: z.int().min(0) })),
  people: z.array(Person),
  tools: z.array(Tool),
  accounts: z.array(Account),
  /** Empty on disk where `usageFile` is set: the rows stand there. */
  usageDays: UsageDays,
  /** Parquet file beside the snapshot: tool and person (positions in `tools` and `people`), day, events, events outside working time. */
  usageFile: z.strictObject({ name: z.string(), sha256: z.string() }).optional(),
  contracts: z.array(Contract),
  spend: z.array(SpendLine),
  integrations: z.array(Integration),
  meetings: z.array(Meeting),
  messages: z.array(MessageWeek),
  documents: z.array(Document),
  workItems: z.array(WorkItem),
  decisions: z.array(DecisionRecord),
  homes: z.array(Home),
  needs: z.array(Need),
  survey: z.array(SurveyResult),
  rates: z.array(Rate),
  responses: z.array(Response).default([]),
  deliveries: z.array(Delivery).default([]),
  requests: z.array(Request).default([]),
  boards: z.array(Board).default([]),
  wikiWeeks: z.array(WikiWeek).default([]),
  onboarding: z.array(Onboarding).default([]),
  processes: z.array(Process).default([]),
  rollouts: z.array(Rollout).default([]),
  writing: z.array(WritingWeek).default([]),
});
export type Snapshot = z.infer<typeof Snapshot>;
