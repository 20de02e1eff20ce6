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
});
export type Account = z.infer<typeof Account>;

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
  afterHours: Volume,
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
  viewers90d: Volume,
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
  evidence: Evidence,
});
export type DecisionRecord = z.infer<typeof DecisionRecord>;

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
});
export type Snapshot = z.infer<typeof Snapshot>;
