import type {
  Account,
  Contract,
  Document,
  Home,
  Integration,
  Person,
  SectionName,
  Snapshot,
  SpendLine,
  Tool,
} from '../../src/model/snapshot.ts';

/** Evidence for rows whose place does not matter to the test. */
export const at = { source: 'test', row: 2 } as const;

export const eur = (major: number) => ({ minor: Math.round(major * 100), currency: 'EUR' });

const capability = (id: string, name: string, domain: string, oneHome: 'strong' | 'team' | 'free') => ({
  id,
  name,
  definition: `${name}.`,
  domain,
  mode: 'async' as const,
  oneHome,
});

/**
 * The third quarter of 2026 with twelve full ISO weeks, 2026-07-06 to 2026-09-27; six capabilities, nobody and
 * nothing in it. Day 90 before the period's end is 2026-07-02.
 */
export function emptySnapshot(overrides: Partial<Snapshot> = {}): Snapshot {
  return {
    schema: 'unsprawl/snapshot@1',
    organisation: {
      name: 'Acme',
      currency: 'EUR',
      locale: 'en-GB',
      time_zone: 'Europe/Berlin',
      headcount: null,
      domains: ['acme.example'],
    },
    period: { start: '2026-07-01', end: '2026-09-30' },
    asOf: '2026-10-12',
    fiscalYearStart: '01-01',
    privacy: { profile: 'standard', k: { usage: 5, collaboration: 10 }, opt_in: [] },
    sources: [],
    gaps: [],
    rejected: [],
    reconciliation: {
      rows: { total: 0, buckets: noRows() },
      kinds: [],
      sources: [],
      money: [],
      spendFiles: [],
      unconverted: [],
    },
    openNames: [],
    capabilities: [
      capability('task_tracking', 'Tasks', 'work', 'strong'),
      capability('project_planning', 'Project planning', 'work', 'strong'),
      capability('wiki', 'Wiki and knowledge base', 'knowledge', 'strong'),
      { ...capability('video_meetings', 'Video meetings', 'meetings', 'strong'), mode: 'sync' },
      capability('forms', 'Forms', 'forms_automation', 'team'),
      capability('graphic_design', 'Graphic design', 'visual', 'free'),
    ],
    teams: [],
    people: [],
    tools: [],
    accounts: [],
    usageDays: { tool: [], person: [], day: [], events: [] },
    contracts: [],
    spend: [],
    integrations: [],
    meetings: [],
    messages: [],
    documents: [],
    workItems: [],
    decisions: [],
    homes: [],
    needs: [],
    survey: [],
    rates: [],
    responses: [],
    deliveries: [],
    requests: [],
    boards: [],
    wikiWeeks: [],
    onboarding: [],
    processes: [],
    rollouts: [],
    writing: [],
    ...overrides,
  };
}

function noRows(): Snapshot['reconciliation']['rows']['buckets'] {
  return { used: 0, duplicate: 0, review: 0, 'not-software': 0, unknown: 0, refund: 0, rejected: 0 };
}

/** One source of full reliability for a section, once. */
export function withSource(snapshot: Snapshot, section: SectionName): Snapshot {
  if (snapshot.sources.some((source) => source.provides.includes(section))) return snapshot;
  const source = {
    id: `test-${section}`,
    kind: `template-${section}`,
    title: section,
    file: `${section}.csv`,
    sha256: null,
    provides: [section],
    reliability: 1,
    cannotTell: '',
    rows: 1,
  };
  return { ...snapshot, sources: [...snapshot.sources, source] };
}

/** A listed tool that is bought for `capabilities` (an id means strength 3) and seen in the inventory. */
export function withTool(
  snapshot: Snapshot,
  id: string,
  capabilities: Tool['capabilities'] | string = {},
  overrides: Partial<Tool> = {},
): Snapshot {
  const tool: Tool = {
    id,
    name: id,
    product: id,
    vendor: null,
    rawNames: [id],
    formerNames: [],
    capabilities: typeof capabilities === 'string' ? { [capabilities]: 3 } : capabilities,
    capabilityOrigin: 'catalogue',
    traits: {},
    sso: null,
    scim: null,
    billingKind: 'seats',
    suite: null,
    members: [],
    instances: [],
    seenIn: ['inventory'],
    listing: 'listed',
    department: null,
    purpose: null,
    status: null,
    evidence: [at],
    ...overrides,
  };
  return withSource({ ...snapshot, tools: [...snapshot.tools, tool] }, 'tools');
}

/** `count` more people of a team in the people list, employed throughout; their indices go on from those before. */
export function withPeople(
  snapshot: Snapshot,
  team: string | null,
  count: number,
  overrides: Partial<Person> = {},
): Snapshot {
  const first = snapshot.people.length;
  const people = Array.from({ length: count }, (_, i) => person(first + i, team, overrides));
  const size = (snapshot.teams.find((known) => known.id === team)?.size ?? 0) + count;
  const others = snapshot.teams.filter((known) => known.id !== team);
  const teams = team === null ? others : [...others, { id: team, size }].sort((a, b) => (a.id < b.id ? -1 : 1));
  return withSource({ ...snapshot, people: [...snapshot.people, ...people], teams }, 'people');
}

function person(index: number, team: string | null, overrides: Partial<Person>): Person {
  return {
    pseudonym: `p${index}`,
    team,
    manager: null,
    location: null,
    timeZone: null,
    start: '2020-01-01',
    end: null,
    listed: true,
    internal: true,
    ...overrides,
  };
}

/** Person-days for every given person on every given day, one event each. */
export function withUse(
  snapshot: Snapshot,
  tool: string,
  people: readonly number[],
  days: readonly string[] = ['2026-07-07'],
): Snapshot {
  const old = snapshot.usageDays;
  const rows = old.tool.map((id, i) => ({
    tool: id,
    person: old.person[i]!,
    day: old.day[i]!,
    events: old.events[i]!,
  }));
  for (const p of people) for (const day of days) rows.push({ tool, person: p, day, events: 1 });
  rows.sort((a, b) => order(a.tool, b.tool) || a.person - b.person || order(a.day, b.day));
  const usageDays = {
    tool: rows.map((row) => row.tool),
    person: rows.map((row) => row.person),
    day: rows.map((row) => row.day),
    events: rows.map((row) => row.events),
  };
  return withSource({ ...snapshot, usageDays }, 'usageDays');
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An assigned, open account for each person; nothing known of its activity unless the overrides say. */
export function withAccounts(
  snapshot: Snapshot,
  tool: string,
  people: readonly number[],
  overrides: Partial<Account> = {},
): Snapshot {
  const accounts = people.map((p) => ({
    tool,
    person: p,
    lastActive: null,
    activeDays: null,
    assigned: true,
    closed: false,
    evidence: [at],
    ...overrides,
  }));
  return withSource({ ...snapshot, accounts: [...snapshot.accounts, ...accounts] }, 'accounts');
}

/** A contract over 2026 with 30 days of notice that renews by itself. */
export function withContract(snapshot: Snapshot, tool: string, overrides: Partial<Contract> = {}): Snapshot {
  const contract: Contract = {
    tool,
    plan: null,
    seats: null,
    unitPrice: null,
    currency: 'EUR',
    billingPeriod: null,
    start: '2026-01-01',
    end: '2026-12-31',
    noticeDays: 30,
    autoRenew: true,
    minimumSeats: null,
    annualCost: null,
    evidence: at,
    ...overrides,
  };
  return withSource({ ...snapshot, contracts: [...snapshot.contracts, contract] }, 'contracts');
}

/** Spend lines in euros by day. */
export function withSpend(
  snapshot: Snapshot,
  tool: string,
  lines: readonly (readonly [day: string, major: number])[],
  overrides: Partial<SpendLine> = {},
): Snapshot {
  const spend = lines.map(([date, major]) => ({
    tool,
    date,
    amount: eur(major),
    base: eur(major),
    refund: major < 0,
    costCentre: null,
    evidence: at,
    ...overrides,
  }));
  return withSource({ ...snapshot, spend: [...snapshot.spend, ...spend] }, 'spend');
}

/** A live API connection unless the overrides say otherwise. */
export function withIntegration(
  snapshot: Snapshot,
  from: string,
  to: string,
  overrides: Partial<Integration> = {},
): Snapshot {
  const integration: Integration = {
    from,
    to,
    type: 'api',
    lastSeen: null,
    state: 'live',
    weeklyHandoffs: null,
    evidence: at,
    ...overrides,
  };
  return withSource({ ...snapshot, integrations: [...snapshot.integrations, integration] }, 'integrations');
}

export function withHome(
  snapshot: Snapshot,
  objectType: string,
  home: string,
  homeTool: string | null = null,
): Snapshot {
  const declared: Home = { objectType, home, homeTool, evidence: at };
  return withSource({ ...snapshot, homes: [...snapshot.homes, declared] }, 'homes');
}

export function withDocuments(
  snapshot: Snapshot,
  type: string,
  home: string,
  count: number,
  overrides: Partial<Document> = {},
): Snapshot {
  const document: Document = {
    home,
    homeTool: null,
    type,
    owner: null,
    created: null,
    lastEdited: null,
    verified: null,
    viewers90d: null,
    critical: null,
    topEditorShare: null,
    nearDuplicate: null,
    evidence: at,
    ...overrides,
  };
  const documents = Array.from({ length: count }, () => document);
  return withSource({ ...snapshot, documents: [...snapshot.documents, ...documents] }, 'documents');
}

/** Indices from first to last, both included. */
export function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
