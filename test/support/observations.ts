import type { Collection, Observation, ObservationOf, PersonRef, SourceRecord } from '../../src/model/observation.ts';
import { Decisions } from '../../src/model/policy.ts';
import type { Catalogue, MatchAnswer, NameKind, Product } from '../../src/model/product.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { WorkspaceConfig } from '../../src/model/workspace-config.ts';
import { normalize } from '../../src/normalize/normalize.ts';

type Loose<K extends Observation['kind']> = Partial<Omit<ObservationOf<K>, 'kind' | 'at'>>;

/** Everything optional is unknown unless a test says otherwise. */
const UNKNOWN = {
  'tool-seen': {
    tool: { name: 'Slack', nameKind: 'inventory' },
    origin: 'inventory',
    vendor: null,
    url: null,
    owner: null,
    department: null,
    purpose: null,
    capabilities: null,
    status: null,
  },
  account: {
    tool: { name: 'Slack', nameKind: 'inventory' },
    person: who('ann'),
    lastActive: null,
    activeDays: null,
    assigned: null,
    closed: false,
  },
  'usage-event': {
    tool: { name: 'Slack', nameKind: 'sso' },
    person: who('ann'),
    timestamp: '2026-07-06T10:00:00Z',
    event: null,
  },
  'usage-log': { nameKind: 'sso', tools: [{ name: 'Slack', rows: 10 }], people: [who('ann')] },
  contract: {
    tool: { name: 'Slack', nameKind: 'inventory' },
    plan: null,
    seats: null,
    unitPrice: null,
    currency: 'EUR',
    billingPeriod: null,
    start: null,
    end: '2026-12-31',
    noticeDays: null,
    autoRenew: null,
    minimumSeats: null,
    annualCost: null,
  },
  spend: {
    date: '2026-07-06',
    merchant: 'SLACK TECH',
    amount: { minor: 1000, currency: 'EUR' },
    category: null,
    costCentre: null,
    person: null,
  },
  integration: {
    from: { name: 'Slack', nameKind: 'inventory' },
    to: { name: 'Wikia', nameKind: 'inventory' },
    type: 'api',
    lastSeen: null,
    weeklyHandoffs: null,
  },
  person: { person: who('ann'), team: 'Sales', manager: null, location: null, timeZone: null, start: null, end: null },
  meeting: {
    start: '2026-07-06T10:00:00Z',
    end: '2026-07-06T11:00:00Z',
    organizer: who('ann'),
    attendees: null,
    series: null,
    recurring: null,
    hasDocument: null,
    purpose: null,
  },
  messages: {
    week: '2026-07-06',
    team: 'Sales',
    publicChannel: null,
    privateChannel: null,
    direct: null,
    threadedReplies: null,
    replies: null,
    afterHours: null,
    inBursts: null,
    questionThreads: null,
    linkedAnswers: null,
    repeatedQuestions: null,
    workComments: null,
  },
  document: {
    home: 'Wikia',
    type: 'page',
    owner: null,
    created: null,
    lastEdited: null,
    verified: null,
    viewers90d: null,
    critical: null,
    topEditorShare: null,
    nearDuplicate: null,
  },
  'work-item': {
    id: 'W-1',
    team: 'Sales',
    created: null,
    started: null,
    closed: null,
    linkedToGoal: null,
    hasAcceptance: null,
    contributors: null,
    lastChanged: null,
    watchers: null,
  },
  decision: {
    id: 'D-1',
    title: 'Which chat',
    proposed: '2026-07-06',
    decided: null,
    driver: null,
    approver: null,
    contributors: null,
    informed: null,
    domain: null,
    level: null,
    home: null,
    reversed: null,
    inMeeting: null,
  },
  home: { objectType: 'decision', home: 'Wikia' },
  need: { team: 'Sales', capability: 'chat', minimumQuality: null, requiredAttributes: [] },
  'survey-answer': { question: 'Q', team: 'Sales', answersN: 5, mean: 3, scale: 5, signal: null },
  rate: { date: '2026-07-01', from: 'USD', to: 'EUR', rate: 0.9 },
  response: { asked: '2026-07-06T10:00:00Z', answered: null, recipient: who('ann'), channel: null },
  delivery: {
    id: 'C-1',
    team: 'Sales',
    date: '2026-07-06',
    type: 'change',
    hasItem: null,
    outsideApproval: null,
  },
  request: { id: 'R-1', team: null, closed: null, approvalSteps: 1, amount: null },
  board: { name: 'Plan', team: null, active: null, openToAll: true },
  'wiki-week': {
    week: '2026-07-06',
    team: null,
    readers: null,
    searches: null,
    searchesFound: null,
    minutesToFind: null,
  },
  onboarding: { person: who('ann'), requiredPages: 10, openedPages: 5 },
  process: { name: 'Refund', team: null, procedure: null, current: null, reviewed: null },
  rollout: { change: 'charter', date: '2026-07-06', tool: null, invited: null, target: null },
  writing: { week: '2026-07-06', team: 'Sales', role: null, minutes: 60 },
} as const;

/** A person by a short name: `ann` is ann@acme.example. The key stands in for the workspace's. */
export function who(name: string, domain: string | null = 'acme.example', key = 'k'): PersonRef {
  return { id: `${key}:${name}@${domain}`, domain };
}

/** An observation of a source's row with what the test cares about. */
export function seen<K extends Observation['kind']>(
  kind: K,
  source: string,
  row: number,
  fields: Loose<K> = {},
): ObservationOf<K> {
  return { kind, at: { source, row }, ...UNKNOWN[kind], ...fields } as unknown as ObservationOf<K>;
}

export const inventoryName = (name: string) => ({ name, nameKind: 'inventory' as const });
export const ssoName = (name: string) => ({ name, nameKind: 'sso' as const });
export const eur = (minor: number) => ({ minor, currency: 'EUR' });

/** One source, by default a file of its own that holds as many rows as the observations name. */
export function source(id: string, rows: number, fields: Partial<SourceRecord> = {}): SourceRecord {
  return {
    id,
    kind: 'template-test',
    title: id,
    file: id,
    sha256: `sha-${id}`,
    provides: [],
    reliability: 1,
    cannotTell: 'nothing',
    rows,
    ...fields,
  };
}

/** Sources are made from the observations: a file each, with the distinct rows that they name. */
export function collectionOf(observations: readonly Observation[], fields: Partial<Collection> = {}): Collection {
  const rows = new Map<string, Set<number | null>>();
  for (const { at } of [...observations, ...(fields.rejected ?? [])]) {
    rows.set(at.source, (rows.get(at.source) ?? new Set()).add(at.row));
  }
  const sources = [...rows].map(([id, named]) => source(id, named.size));
  return { sources, observations: [...observations], rejected: [], gaps: [], ...fields };
}

function product(id: string, name: string, fields: Partial<Product> = {}): Product {
  return {
    id,
    name,
    vendor: `${name} Inc`,
    aliases: [],
    formerNames: [],
    domains: [],
    suite: null,
    members: [],
    capabilities: {},
    traits: {},
    sso: null,
    scim: null,
    billingKind: 'seats',
    ...fields,
  };
}

const PRODUCTS = [
  product('slack', 'Slack', { capabilities: { chat: 3 } }),
  product('wikia', 'Wikia', { formerNames: ['Docsy'], capabilities: { wiki: 3, chat: 1 } }),
  product('office', 'Office', { members: ['mail'] }),
  product('mail', 'Mail', { suite: 'office', capabilities: { mail: 3 } }),
  product('sheets', 'Sheets', { suite: 'desk' }),
];

const ANSWERS: Readonly<Record<string, Partial<MatchAnswer>>> = {
  slack: { status: 'matched', product: 'slack' },
  'slack (sandbox)': { status: 'matched', product: 'slack', instance: 'sandbox' },
  'slack tech': { status: 'matched', product: 'slack' },
  'slack.com': { status: 'matched', product: 'slack' },
  wikia: { status: 'matched', product: 'wikia' },
  docsy: { status: 'matched', product: 'wikia', formerName: 'Docsy' },
  office: { status: 'matched', product: 'office' },
  mail: { status: 'matched', product: 'mail' },
  sheets: { status: 'matched', product: 'sheets' },
  bakery: { status: 'not-software' },
  chrome: { status: 'platform-client' },
  'time portal': { status: 'internal' },
  'bigco cloud': { status: 'vendor-only', vendor: 'BigCo' },
  wik: {
    status: 'review',
    candidates: [{ product: 'wikia', name: 'Wikia', confidence: 0.5 }],
  },
  'payroll (staging)': { status: 'unknown', instance: 'staging' },
};

function answer(raw: string): MatchAnswer {
  const found = ANSWERS[raw.trim().toLowerCase()] ?? { status: 'unknown' };
  const entry = PRODUCTS.find((one) => one.id === found.product);
  return {
    status: 'unknown',
    product: null,
    productName: entry?.name ?? null,
    vendor: entry?.vendor ?? null,
    confidence: 1,
    rule: 'test',
    reason: 'As the test says.',
    candidates: [],
    instance: null,
    formerName: null,
    ...found,
  };
}

const capability = (id: string, name: string) => ({
  id,
  name,
  definition: '',
  domain: 'work',
  mode: 'async' as const,
  oneHome: 'strong' as const,
});

/** Five products, one suite, and every status a matcher can give. */
export const testCatalogue: Catalogue = {
  capabilities: [capability('chat', 'Team chat'), capability('wiki', 'Wiki'), capability('mail', 'Mail')],
  product: (id) => PRODUCTS.find((entry) => entry.id === id),
  resolve: (_kind: NameKind, raw: string) => answer(raw),
};

export function configOf(fields: Record<string, unknown> = {}): WorkspaceConfig {
  return WorkspaceConfig.parse({
    schema: 'unsprawl/workspace@1',
    organisation: { name: 'Acme', currency: 'EUR', time_zone: 'Europe/Berlin' },
    period: { start: '2026-07-01', end: '2026-09-30' },
    ...fields,
  });
}

interface Setting {
  readonly config?: Record<string, unknown>;
  readonly collection?: Partial<Collection>;
  readonly decisions?: Record<string, unknown>;
}

/** The snapshot of these observations under the test catalogue. */
export function snapshotOf(observations: readonly Observation[], setting: Setting = {}): Snapshot {
  return normalize({
    collection: collectionOf(observations, setting.collection),
    config: configOf(setting.config),
    catalogue: testCatalogue,
    decisions: Decisions.parse(setting.decisions ?? {}),
  });
}
