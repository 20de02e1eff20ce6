import type { AuditTool, Structure } from '../../../src/model/audit/structure.ts';
import type { Capability } from '../../../src/model/capability.ts';
import { Policy } from '../../../src/model/policy.ts';
import type { Contract, Snapshot, Tool } from '../../../src/model/snapshot.ts';
import { addDays } from '../../../src/util/day-arithmetic.ts';
import { textOrder } from '../../../src/util/text-order.ts';

/** A tool of a made-up company, as few words as possible; money in whole units. */
export interface ToolSpec {
  readonly id: string;
  readonly vector: Record<string, 1 | 2 | 3>;
  readonly annual: number | null;
  /** Seats bought; absent = not sold by the seat. */
  readonly seats?: number;
  /** Indices of people active in it; null = no usage source. */
  readonly users: readonly number[] | null;
  /** People with a seat who were not active. */
  readonly idle?: number;
  readonly end?: string;
  readonly start?: string;
  readonly noticeDays?: number;
  readonly autoRenew?: boolean | null;
  readonly minimumSeats?: number;
  readonly instances?: readonly string[];
  readonly suite?: string;
  readonly members?: readonly string[];
  readonly declared?: boolean;
  readonly sso?: boolean | null;
  readonly spare?: number;
}

export interface CompanySpec {
  readonly asOf?: string;
  /** Team of each person, by index. */
  readonly people: readonly (string | null)[];
  readonly tools: readonly ToolSpec[];
  readonly integrations?: readonly (readonly [string, string, 'live' | 'manual', number | null])[];
  readonly fiscalYearStart?: string;
}

const CAPABILITIES: readonly (readonly [string, string, string, Capability['oneHome'], Capability['mode']])[] = [
  ['team_chat', 'Team chat', 'conversation', 'strong', 'sync'],
  ['email', 'Email', 'conversation', 'strong', 'async'],
  ['video_meetings', 'Video meetings', 'meetings', 'strong', 'sync'],
  ['webinars', 'Webinars', 'meetings', 'team', 'sync'],
  ['calendar', 'Calendar', 'meetings', 'strong', 'either'],
  ['wiki', 'Wiki and knowledge base', 'knowledge', 'strong', 'async'],
  ['docs_coediting', 'Document co-editing', 'knowledge', 'strong', 'either'],
  ['file_storage', 'File storage', 'knowledge', 'strong', 'async'],
  ['personal_notes', 'Personal notes', 'knowledge', 'free', 'async'],
  ['decision_log', 'Decision log', 'alignment', 'strong', 'async'],
  ['task_tracking', 'Tasks', 'work', 'strong', 'async'],
  ['product_roadmap', 'Roadmap and feedback', 'work', 'team', 'async'],
  ['crm', 'Customer records', 'customer', 'strong', 'async'],
];

export function company(spec: CompanySpec): { snapshot: Snapshot; structure: Structure } {
  const asOf = spec.asOf ?? '2026-10-12';
  const period = { start: '2026-07-01', end: '2026-09-30' };
  const snapshot: Snapshot = {
    schema: 'unsprawl/snapshot@1',
    organisation: { name: 'Acme', currency: 'EUR', locale: 'en-GB', time_zone: 'UTC', headcount: null, domains: [] },
    period,
    asOf,
    fiscalYearStart: spec.fiscalYearStart ?? '01-01',
    privacy: { profile: 'standard', k: { usage: 5, collaboration: 10 }, opt_in: [] },
    sources: [],
    gaps: [],
    rejected: [],
    reconciliation: { rows: [], money: [] } as unknown as Snapshot['reconciliation'],
    openNames: [],
    capabilities: CAPABILITIES.map(([id, name, domain, oneHome, mode]) => ({
      id,
      name,
      domain,
      oneHome,
      mode,
      definition: name,
    })),
    teams: [],
    people: spec.people.map((team, at) => ({
      pseudonym: `p${at}`,
      team,
      manager: null,
      location: null,
      timeZone: null,
      start: null,
      end: null,
      listed: true,
      internal: true,
    })),
    tools: spec.tools.map(listedTool),
    accounts: spec.tools.flatMap((tool) => accounts(tool, period.end)),
    usageDays: { tool: [], person: [], day: [], events: [] },
    contracts: spec.tools.flatMap(contracts),
    spend: [],
    integrations: (spec.integrations ?? []).map(([from, to, state, weeklyHandoffs]) => ({
      from,
      to,
      type: state,
      lastSeen: null,
      state,
      weeklyHandoffs,
      evidence: { source: 's', row: 2 },
    })),
    meetings: [],
    messages: [],
    documents: [],
    workItems: [],
    decisions: [],
    homes: [],
    needs: [],
    survey: [],
    rates: [],
    ...{ responses: [], deliveries: [], requests: [], boards: [], wikiWeeks: [], onboarding: [], processes: [] },
    ...{ rollouts: [], writing: [] },
  };
  const ids = [...new Set(spec.people.filter((team) => team !== null))].sort(textOrder);
  snapshot.teams = ids.map((id) => ({ id, size: spec.people.filter((team) => team === id).length }));
  return { snapshot, structure: structureOf(spec, asOf) };
}

export function policy(given: Record<string, unknown> = {}): Policy {
  return Policy.parse(given);
}

/** `count` person indices from `first`. */
export function people(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => first + at);
}

function accounts(tool: ToolSpec, end: string): Snapshot['accounts'] {
  const account = { tool: tool.id, activeDays: null, assigned: true, closed: false, evidence: [] };
  const active = (tool.users ?? []).map((person) => ({ ...account, person, lastActive: addDays(end, -3) }));
  if (tool.users === null || active.length > 0) return active;
  return [{ ...account, person: 0, lastActive: addDays(end, -300) }];
}

function contracts(tool: ToolSpec): Contract[] {
  if (tool.end === undefined) return [];
  return [
    {
      tool: tool.id,
      plan: null,
      seats: tool.seats ?? null,
      unitPrice: null,
      currency: 'EUR',
      billingPeriod: 'year',
      start: tool.start ?? null,
      end: tool.end,
      noticeDays: tool.noticeDays ?? null,
      autoRenew: tool.autoRenew ?? null,
      minimumSeats: tool.minimumSeats ?? null,
      annualCost: tool.annual === null ? null : { minor: tool.annual * 100, currency: 'EUR' },
      evidence: { source: 's', row: 2 },
    },
  ];
}

function listedTool(tool: ToolSpec): Tool {
  return {
    id: tool.id,
    name: tool.id,
    product: tool.id,
    vendor: tool.id,
    rawNames: [tool.id],
    formerNames: [],
    capabilities: tool.vector,
    capabilityOrigin: tool.declared ? 'declared' : 'catalogue',
    traits: {},
    sso: tool.sso ?? null,
    scim: null,
    billingKind: tool.seats === undefined ? null : 'seats',
    suite: tool.suite ?? null,
    members: [...(tool.members ?? [])],
    instances: [...(tool.instances ?? [])],
    seenIn: ['inventory'],
    listing: 'listed',
    department: null,
    purpose: null,
    status: null,
    evidence: [],
  };
}

function auditTool(tool: ToolSpec, asOf: string): AuditTool {
  const active = tool.users?.length ?? null;
  const recommended = active === null ? null : Math.max(tool.minimumSeats ?? 0, Math.ceil(active * 1.1));
  const notice = tool.noticeDays ?? 90;
  const deadline = tool.end === undefined ? null : addDays(tool.end, -notice);
  const annual = tool.annual === null ? null : { minor: tool.annual * 100, currency: 'EUR' };
  const noticeKnown = tool.noticeDays === undefined ? 'assumed' : 'known';
  return {
    id: tool.id,
    name: tool.id,
    product: tool.id,
    vendor: tool.id,
    capabilities: tool.vector,
    capabilityOrigin: tool.declared ? 'declared' : 'catalogue',
    sources: ['inventory'],
    listing: 'listed',
    formerNames: [],
    instances: [...(tool.instances ?? [])],
    suite: tool.suite ?? null,
    members: [...(tool.members ?? [])],
    department: null,
    purpose: null,
    seats: {
      thresholdDays: 90,
      purchased: tool.seats ?? null,
      assigned: null,
      spare: tool.spare ?? null,
      active,
      inactive: active === null ? null : (tool.idle ?? 0),
      unknown: active === null ? null : 0,
      grace: 0,
      leavers: 0,
      unassignedActive: 0,
      recommended,
    },
    users: active,
    teams: null,
    spend: {
      period: null,
      trailing12Months: null,
      annual,
      rule: annual === null ? 'unknown' : 'contract',
      basis: 'contract',
      disagreement: null,
    },
    contract:
      tool.end === undefined || deadline === null
        ? null
        : {
            plan: null,
            start: tool.start ?? null,
            end: tool.end,
            noticeDays: notice,
            noticeDeadline: deadline,
            noticeState: asOf > deadline ? 'missed' : noticeKnown,
            autoRenew: tool.autoRenew ?? null,
            minimumSeats: tool.minimumSeats ?? null,
            annual,
          },
    asyncFit: { score: null, known: 0, of: 8, note: '' },
    evidence: [],
  };
}

function structureOf(spec: CompanySpec, asOf: string): Structure {
  const none = { direct: null, path: null, pairs: null };
  return {
    tools: spec.tools.map((tool) => auditTool(tool, asOf)),
    capabilities: [],
    pairs: [],
    integrations: {
      nodes: [],
      edges: [],
      isolated: [],
      articulation: [],
      components: null,
      density: null,
      modularity: null,
      betweenness: {},
      needCoverage: none,
      manualHandoffShare: null,
      manualMinutesPerWeek: null,
      noData: [],
    },
    singleSource: {
      state: 'undefined',
      index: null,
      byVolume: null,
      duplicateRate: null,
      byType: [],
      homes: [],
      note: '',
    },
    people: {
      counted: spec.people.length,
      teams: [],
      window: { weeks: 12, start: null, end: null },
      contextSwitch: { effectiveToolsPerPersonDay: null, personDays: 0, note: '' },
      sso: { byApp: null, byUserApp: null, bySpend: null },
      shadow: { share: null, bySource: null, estimatedTotal: null, unseen: null, standardError: null, note: '' },
      privacy: { k: { usage: 5, collaboration: 10 }, suppressed: 0, withheld: [] },
    },
    findings: [],
  };
}
