import { z } from 'zod';
import { Day, Instant, Period } from './calendar.ts';
import { Evidence, Gap } from './evidence.ts';
import { Currency, Money } from './money.ts';
import { NameKind } from './product.ts';

/**
 * A person as a source named them. `id` is the pseudonym (keyed hash of the lower-cased address or login), `domain`
 * the part after the @ (null where the source gives a login). The address itself never leaves the connector.
 */
export const PersonRef = z.strictObject({ id: z.string(), domain: z.string().nullable() });
export type PersonRef = z.infer<typeof PersonRef>;

/** A tool as a source named it, before the matcher has answered. */
export const RawTool = z.strictObject({ name: z.string(), nameKind: NameKind });
export type RawTool = z.infer<typeof RawTool>;

const at = { at: Evidence };
const Count = z.number().min(0);

/** An inventory row, an application in the directory, or a grant. `origin` decides listed against shadow (6a.17). */
export const ToolSeen = z.strictObject({
  kind: z.literal('tool-seen'),
  ...at,
  tool: RawTool,
  origin: z.enum(['inventory', 'sign-in', 'grant']),
  vendor: z.string().nullable(),
  url: z.string().nullable(),
  owner: PersonRef.nullable(),
  department: z.string().nullable(),
  purpose: z.string().nullable(),
  /** Capability ids declared by the client; null = column absent or empty. */
  capabilities: z.array(z.string()).nullable(),
  status: z.string().nullable(),
});

/** A person's seat in a tool. All of lastActive, activeDays and assigned may be unknown (METHOD 6a.13). */
export const AccountSeen = z.strictObject({
  kind: z.literal('account'),
  ...at,
  tool: RawTool,
  person: PersonRef,
  lastActive: Day.nullable(),
  activeDays: Count.nullable(),
  assigned: z.boolean().nullable(),
  /** True where the source reports the account as suspended or deactivated. */
  closed: z.boolean().default(false),
  /** Day of the report that the row is of: use after it could not be seen. Absent = the source does not say. */
  toldUntil: Day.optional(),
});

export const UsageEvent = z.strictObject({
  kind: z.literal('usage-event'),
  ...at,
  tool: RawTool,
  person: PersonRef,
  timestamp: Instant,
  event: z.string().nullable(),
});

/**
 * Who and what an event log names, where the usage engine counts its rows because they are too many to be read one by
 * one. Positions in `tools` and `people` are the numbers under which the engine counts.
 */
export const UsageLogSeen = z.strictObject({
  kind: z.literal('usage-log'),
  ...at,
  nameKind: NameKind,
  /** `rows`: those that also name a person. */
  tools: z.array(z.strictObject({ name: z.string(), rows: z.int().positive() })),
  people: z.array(PersonRef),
});

export const ContractSeen = z.strictObject({
  kind: z.literal('contract'),
  ...at,
  tool: RawTool,
  plan: z.string().nullable(),
  seats: Count.nullable(),
  /** Per seat and billing period. */
  unitPrice: Money.nullable(),
  currency: Currency,
  billingPeriod: z.enum(['month', 'quarter', 'year']).nullable(),
  start: Day.nullable(),
  end: Day,
  noticeDays: Count.nullable(),
  autoRenew: z.boolean().nullable(),
  minimumSeats: Count.nullable(),
  annualCost: Money.nullable(),
});

/** One line of a card statement, ledger or expense export. Negative = refund or credit. */
export const SpendSeen = z.strictObject({
  kind: z.literal('spend'),
  ...at,
  date: Day,
  merchant: z.string(),
  amount: Money,
  category: z.string().nullable(),
  costCentre: z.string().nullable(),
  person: PersonRef.nullable(),
});

export const IntegrationSeen = z.strictObject({
  kind: z.literal('integration'),
  ...at,
  from: RawTool,
  to: RawTool,
  /** `manual` is need without an edge (METHOD 6a.8); every other kind is an edge. */
  type: z.string().nullable(),
  lastSeen: Day.nullable(),
  weeklyHandoffs: Count.nullable(),
});

export const PersonSeen = z.strictObject({
  kind: z.literal('person'),
  ...at,
  person: PersonRef,
  team: z.string().nullable(),
  manager: PersonRef.nullable(),
  location: z.string().nullable(),
  timeZone: z.string().nullable(),
  start: Day.nullable(),
  end: Day.nullable(),
});

export const MeetingSeen = z.strictObject({
  kind: z.literal('meeting'),
  ...at,
  start: Instant,
  end: Instant,
  organizer: PersonRef,
  /** Without the organiser unless the source lists them; null = the source does not say. */
  attendees: z.array(PersonRef).nullable(),
  /** Series id; `yes` where only the fact is known; null = one-off; undefined columns are `unknown`. */
  series: z.string().nullable(),
  recurring: z.boolean().nullable(),
  hasDocument: z.boolean().nullable(),
  purpose: z.string().nullable(),
});

export const MessagesSeen = z.strictObject({
  kind: z.literal('messages'),
  ...at,
  week: Day,
  team: z.string(),
  publicChannel: Count.nullable(),
  privateChannel: Count.nullable(),
  direct: Count.nullable(),
  threadedReplies: Count.nullable(),
  /** Messages that answer another within 30 minutes in the channel. */
  replies: Count.nullable(),
  afterHours: Count.nullable(),
  /** Messages in runs of at least 6 within 120 s by 2 or 3 authors. */
  inBursts: Count.nullable(),
  questionThreads: Count.nullable(),
  /** Question threads of which a reply links a document. */
  linkedAnswers: Count.nullable(),
  /** Questions that resemble one of the 90 days before, compared where they lie. */
  repeatedQuestions: Count.nullable(),
  /** Comments on issues, code reviews and documents. */
  workComments: Count.nullable(),
});

export const DocumentSeen = z.strictObject({
  kind: z.literal('document'),
  ...at,
  home: z.string(),
  type: z.string(),
  owner: PersonRef.nullable(),
  created: Day.nullable(),
  lastEdited: Day.nullable(),
  /** Last day on which somebody confirmed that it still holds. */
  verified: Day.nullable(),
  viewers90d: Count.nullable(),
  critical: z.boolean().nullable(),
  /** Share of its edits by the person who edits it most, 0..1. */
  topEditorShare: z.number().min(0).max(1).nullable(),
  /** Much the same text as another page, which was counted first (similarity of 5-shingles 0.8 or more). */
  nearDuplicate: z.boolean().nullable(),
});

export const WorkItemSeen = z.strictObject({
  kind: z.literal('work-item'),
  ...at,
  id: z.string(),
  team: z.string(),
  created: Day.nullable(),
  started: Day.nullable(),
  closed: Day.nullable(),
  linkedToGoal: z.boolean().nullable(),
  hasAcceptance: z.boolean().nullable(),
  contributors: z.array(PersonRef).nullable(),
  /** Last day on which status, assignee or a field changed. */
  lastChanged: Day.nullable(),
  watchers: z.array(PersonRef).nullable(),
});

export const DecisionSeen = z.strictObject({
  kind: z.literal('decision'),
  ...at,
  id: z.string(),
  title: z.string(),
  proposed: Day,
  decided: Day.nullable(),
  driver: z.array(PersonRef).nullable(),
  approver: z.array(PersonRef).nullable(),
  contributors: z.array(PersonRef).nullable(),
  informed: z.array(PersonRef).nullable(),
  domain: z.string().nullable(),
  level: z.number().nullable(),
  home: z.string().nullable(),
  reversed: Day.nullable(),
  /** A meeting between proposal and decision is linked. */
  inMeeting: z.boolean().nullable(),
});

/** A question, review or request to a person and its first human answer; bots are removed first (METHOD 0.2). */
export const ResponseSeen = z.strictObject({
  kind: z.literal('response'),
  ...at,
  asked: Instant,
  /** null = still open. */
  answered: Instant.nullable(),
  recipient: PersonRef,
  channel: z.string().nullable(),
});

/** A merged change or a published document. */
export const DeliverySeen = z.strictObject({
  kind: z.literal('delivery'),
  ...at,
  id: z.string(),
  team: z.string(),
  date: Day,
  type: z.enum(['change', 'document']),
  /** It names an item of the tracker. */
  hasItem: z.boolean().nullable(),
  /** It waited for a body outside the team. */
  outsideApproval: z.boolean().nullable(),
});

/** A request that went through a service desk, a workflow or procurement. */
export const RequestSeen = z.strictObject({
  kind: z.literal('request'),
  ...at,
  id: z.string(),
  team: z.string().nullable(),
  closed: Day.nullable(),
  /** Distinct approval steps. */
  approvalSteps: Count,
  amount: Money.nullable(),
});

export const BoardSeen = z.strictObject({
  kind: z.literal('board'),
  ...at,
  name: z.string(),
  team: z.string().nullable(),
  active: z.boolean().nullable(),
  /** The whole organisation can read it. */
  openToAll: z.boolean(),
});

/** How the wiki was read and searched in one week; a team, or everybody where none is named. */
export const WikiWeekSeen = z.strictObject({
  kind: z.literal('wiki-week'),
  ...at,
  week: Day,
  team: z.string().nullable(),
  /** Distinct people who opened at least one page. */
  readers: Count.nullable(),
  searches: Count.nullable(),
  /** Search sessions with a click and no new query within 60 s. */
  searchesFound: Count.nullable(),
  /** Median from first query to last click. */
  minutesToFind: z.number().min(0).nullable(),
});

export const OnboardingSeen = z.strictObject({
  kind: z.literal('onboarding'),
  ...at,
  person: PersonRef,
  requiredPages: Count,
  /** Of them, opened by the 14th day. */
  openedPages: Count,
});

/** A process that the organisation declares critical: the denominator of METHOD 1 P2.6, never inferred. */
export const ProcessDeclared = z.strictObject({
  kind: z.literal('process'),
  ...at,
  name: z.string(),
  team: z.string().nullable(),
  /** Where its written procedure lies; null = there is none. */
  procedure: z.string().nullable(),
  /** The procedure is followed as it is written today; null = not stated. */
  current: z.boolean().nullable(),
  reviewed: Day.nullable(),
});

/** A change that was made: a communication charter signed, a tool brought in, a tool retired. */
export const RolloutDeclared = z.strictObject({
  kind: z.literal('rollout'),
  ...at,
  change: z.enum(['charter', 'new-tool', 'retired-tool']),
  date: Day,
  tool: RawTool.nullable(),
  /** People invited to a new tool. */
  invited: Count.nullable(),
  /** Meeting hours a person and week that a charter agrees on. */
  target: z.number().min(0).nullable(),
});

/** Time that a team spent on messages, comments and page edits in one week (exclusive-time estimation, METHOD D1.1). */
export const WritingSeen = z.strictObject({
  kind: z.literal('writing'),
  ...at,
  week: Day,
  team: z.string(),
  /** Those who lead others, or all others; null = not told apart. */
  role: z.enum(['lead', 'other']).nullable(),
  minutes: Count,
});

export const HomeDeclared = z.strictObject({
  kind: z.literal('home'),
  ...at,
  objectType: z.string(),
  home: z.string(),
});

export const NeedDeclared = z.strictObject({
  kind: z.literal('need'),
  ...at,
  team: z.string(),
  capability: z.string(),
  minimumQuality: z.number().nullable(),
  requiredAttributes: z.array(z.string()),
});

export const SurveyAnswer = z.strictObject({
  kind: z.literal('survey-answer'),
  ...at,
  question: z.string(),
  team: z.string(),
  answersN: Count.nullable(),
  mean: z.number(),
  scale: z.number().nullable(),
  signal: z.string().nullable(),
});

/** 1 unit of `from` is `rate` units of `to` on `date`. */
export const RateSeen = z.strictObject({
  kind: z.literal('rate'),
  ...at,
  date: Day,
  from: Currency,
  to: Currency,
  rate: z.number().positive(),
});

export const Observation = z.discriminatedUnion('kind', [
  ToolSeen,
  AccountSeen,
  UsageEvent,
  UsageLogSeen,
  ContractSeen,
  SpendSeen,
  IntegrationSeen,
  PersonSeen,
  MeetingSeen,
  MessagesSeen,
  DocumentSeen,
  WorkItemSeen,
  DecisionSeen,
  HomeDeclared,
  NeedDeclared,
  SurveyAnswer,
  RateSeen,
  ResponseSeen,
  DeliverySeen,
  RequestSeen,
  BoardSeen,
  WikiWeekSeen,
  OnboardingSeen,
  ProcessDeclared,
  RolloutDeclared,
  WritingSeen,
]);
export type Observation = z.infer<typeof Observation>;
export type ObservationOf<K extends Observation['kind']> = Extract<Observation, { kind: K }>;

/** A row that could not be read. `value` is never stored: it may hold personal data. */
export const RejectedRow = z.strictObject({
  at: Evidence,
  field: z.string().nullable(),
  reason: z.string(),
  /** Amount of a line of spend that was rejected for another cell; null = not readable, or no line of spend. */
  money: Money.nullable().default(null),
  /** Rows that it stands for, where they are too many to name one by one; absent = one. */
  rows: z.int().positive().optional(),
});
export type RejectedRow = z.infer<typeof RejectedRow>;

/** One file or one connector run and what it can tell. */
export const SourceRecord = z.strictObject({
  /** Short, stable, unique in the snapshot; evidence refers to it. */
  id: z.string(),
  /** Profile or connector id, such as `template-spend`. */
  kind: z.string(),
  title: z.string(),
  /** File name without folders; null for connectors. */
  file: z.string().nullable(),
  sha256: z.string().nullable(),
  /** Sections of the snapshot it supplies. */
  provides: z.array(z.string()),
  /** 1.0 primary event log, 0.85 vendor aggregate, 0.6 self-declared, 0.5 heuristic (METHOD 0.2). */
  reliability: z.number().min(0).max(1),
  /** What it cannot tell, in plain words. */
  cannotTell: z.string(),
  /** Data rows, header excluded. */
  rows: z.int().min(0),
  /** Its days of use are sign-ins, so an old one proves no idle seat (METHOD, Annex); absent = it counts use itself. */
  signIns: z.literal(true).optional(),
  /** Accounts of which it tells any use, and the newest day among them (null = none is dated); absent = it tells of none. */
  accountUse: z.strictObject({ accounts: z.int().positive(), last: Day.nullable() }).optional(),
  /** First and last day of the lines of spend it lists, whatever they were for; absent = it lists none. */
  payments: Period.optional(),
});
export type SourceRecord = z.infer<typeof SourceRecord>;

/** What `collect` leaves behind for `normalize`. */
export const Collection = z.strictObject({
  sources: z.array(SourceRecord),
  observations: z.array(Observation),
  rejected: z.array(RejectedRow),
  gaps: z.array(Gap),
});
export type Collection = z.infer<typeof Collection>;
