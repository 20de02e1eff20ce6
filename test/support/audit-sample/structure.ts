import type {
  AuditCapability,
  Finding,
  IntegrationGraph,
  PeopleSection,
  SingleSource,
  ToolPair,
} from '../../../src/model/audit/structure.ts';
import { eur, rows } from './tools.ts';

type Row = readonly [tool: string, strength: number, share: number | null, users: number | 'suppressed' | null];
type Cell = readonly [team: string, tool: string, share: number];

function capability(
  head: Pick<AuditCapability, 'id' | 'name' | 'domain' | 'mode' | 'oneHome' | 'pattern'>,
  list: readonly Row[],
  rest: Partial<AuditCapability>,
  cells: readonly Cell[] = [],
): AuditCapability {
  return {
    ...head,
    tools: list.map(([tool, strength, activityShare, users]) => ({
      tool,
      strength,
      activityShare,
      spendShare: null,
      users,
    })),
    withoutActivity: [],
    effectiveTools: { d0: null, d1: null, d2: null, d1MillerMadow: null },
    bySpend: { d1: null, hhi: null },
    hhi: null,
    hhiUnbiased: null,
    fragmentation: null,
    gini: null,
    gamma: null,
    alpha: null,
    beta: null,
    normalisedDivergence: null,
    normalisedDivergenceCorrected: null,
    permutations: { draws: 200, seed: 1 },
    intended: null,
    coverage: 1,
    teamTool: cells.map(([team, tool, share]) => ({ team, tool, share })),
    ...rest,
  };
}

function single(id: string, name: string, domain: string, tool: string, users: number): AuditCapability {
  return capability({ id, name, domain, mode: 'async', oneHome: 'strong', pattern: 'single' }, [[tool, 3, 1, users]], {
    effectiveTools: { d0: 1, d1: 1, d2: 1, d1MillerMadow: 1 },
    hhi: 1,
    fragmentation: 0,
    alpha: 1,
    beta: 1,
    gamma: 1,
  });
}

export const capabilities: AuditCapability[] = [
  capability(
    { id: 'task_tracking', name: 'Tasks', domain: 'work', mode: 'async', oneHome: 'strong', pattern: 'mixed' },
    [
      ['asana', 3, 0.42, 38],
      ['jira', 2, 0.36, 44],
      ['notion', 2, 0.15, 21],
      ['trello', 3, 0.07, 9],
    ],
    {
      // H = 1.2029, D1 = exp(H); HHI = .1764 + .1296 + .0225 + .0049
      effectiveTools: { d0: 4, d1: 3.33, d2: 3, d1MillerMadow: 3.36 },
      hhi: 0.3334,
      hhiUnbiased: 0.331,
      fragmentation: 70,
      gamma: 3.33,
      alpha: 1.55,
      beta: 2.148,
      normalisedDivergence: 0.51,
      normalisedDivergenceCorrected: 0.48,
    },
    [
      ['Client work', 'asana', 0.88],
      ['Client work', 'notion', 0.12],
      ['Delivery', 'jira', 0.94],
      ['Delivery', 'notion', 0.06],
      ['Design', 'asana', 0.31],
      ['Design', 'notion', 0.45],
      ['Design', 'trello', 0.24],
      ['Operations', 'jira', 0.35],
      ['Operations', 'notion', 0.65],
      ['Sales', 'asana', 0.7],
      ['Sales', 'trello', 0.3],
    ],
  ),
  capability(
    {
      id: 'wiki',
      name: 'Wiki and knowledge base',
      domain: 'knowledge',
      mode: 'async',
      oneHome: 'strong',
      pattern: 'silo',
    },
    [
      ['notion', 3, 0.58, 86],
      ['confluence', 3, 0.42, 58],
    ],
    {
      // H = 0.6803, ln beta / ln D1 = 0.707
      effectiveTools: { d0: 2, d1: 1.974, d2: 1.95, d1MillerMadow: 1.978 },
      bySpend: { d1: 1.863, hhi: 0.569 },
      hhi: 0.5128,
      hhiUnbiased: 0.511,
      fragmentation: 49.3,
      gamma: 1.974,
      alpha: 1.22,
      beta: 1.618,
      normalisedDivergence: 0.71,
      normalisedDivergenceCorrected: 0.69,
    },
    [
      ['Client work', 'notion', 0.96],
      ['Client work', 'confluence', 0.04],
      ['Delivery', 'confluence', 0.97],
      ['Delivery', 'notion', 0.03],
      ['Design', 'notion', 0.91],
      ['Design', 'confluence', 0.09],
      ['Operations', 'notion', 1],
      ['Sales', 'notion', 1],
      ['(small teams)', 'confluence', 0.6],
      ['(small teams)', 'notion', 0.4],
    ],
  ),
  capability(
    {
      id: 'video_meetings',
      name: 'Video meetings',
      domain: 'meetings',
      mode: 'sync',
      oneHome: 'strong',
      pattern: 'duplicate',
    },
    [
      ['zoom', 3, 0.63, 52],
      ['microsoft-teams', 3, 0.37, 41],
    ],
    {
      effectiveTools: { d0: 2, d1: 1.933, d2: 1.873, d1MillerMadow: 1.94 },
      hhi: 0.5338,
      hhiUnbiased: 0.532,
      fragmentation: 48.3,
      gamma: 1.933,
      alpha: 1.82,
      beta: 1.062,
      normalisedDivergence: 0.04,
      normalisedDivergenceCorrected: 0.02,
      intended: {
        owner: 'Head of Sales',
        reason: 'Two clients accept calls in their own tenant only',
        expires: '2027-03-31',
        expired: false,
      },
    },
    [
      ['Client work', 'zoom', 0.6],
      ['Client work', 'microsoft-teams', 0.4],
      ['Delivery', 'zoom', 0.55],
      ['Delivery', 'microsoft-teams', 0.45],
      ['Sales', 'zoom', 0.8],
      ['Sales', 'microsoft-teams', 0.2],
    ],
  ),
  capability(
    {
      id: 'team_chat',
      name: 'Team chat',
      domain: 'conversation',
      mode: 'sync',
      oneHome: 'strong',
      pattern: 'duplicate',
    },
    [
      ['slack', 3, 0.74, 110],
      ['microsoft-teams', 3, 0.26, 41],
    ],
    {
      effectiveTools: { d0: 2, d1: 1.774, d2: 1.626, d1MillerMadow: 1.78 },
      bySpend: { d1: 1.84, hhi: 0.58 },
      hhi: 0.6152,
      hhiUnbiased: 0.614,
      fragmentation: 43.6,
      gamma: 1.774,
      alpha: 1.66,
      beta: 1.069,
      normalisedDivergence: 0.05,
      normalisedDivergenceCorrected: 0.03,
    },
    [
      ['Client work', 'slack', 0.8],
      ['Client work', 'microsoft-teams', 0.2],
      ['Delivery', 'slack', 0.58],
      ['Delivery', 'microsoft-teams', 0.42],
      ['Design', 'slack', 0.95],
      ['Design', 'microsoft-teams', 0.05],
      ['Operations', 'slack', 1],
      ['Sales', 'slack', 0.78],
      ['Sales', 'microsoft-teams', 0.22],
    ],
  ),
  {
    ...single('file_storage', 'File storage', 'knowledge', 'google-workspace', 109),
    withoutActivity: ['dropbox'],
    coverage: 0.5,
  },
  single('crm', 'Customer records', 'customer', 'hubspot', 22),
  single('interface_design', 'Interface design', 'visual', 'figma', 40),
  single('whiteboard', 'Whiteboard', 'visual', 'miro', 21),
  capability(
    {
      id: 'async_video',
      name: 'Async video',
      domain: 'async_media',
      mode: 'async',
      oneHome: 'strong',
      pattern: 'unknown',
    },
    [['loom', 3, null, null]],
    { withoutActivity: ['loom'], coverage: 0 },
  ),
];

function pair(
  a: string,
  b: string,
  capability: string,
  similarity: number,
  overlap: number | null,
  rest: Partial<ToolPair>,
): ToolPair {
  return {
    a,
    b,
    capability,
    capabilitySimilarity: similarity,
    capabilityCosine: Math.min(1, similarity + 0.1),
    containmentAB: 0.5,
    containmentBA: 0.9,
    userOverlap: overlap,
    userOverlapRange: null,
    jaccard: null,
    jaccardMax: null,
    expectedShared: null,
    lift: null,
    pAtLeast: null,
    population: 118,
    shared: null,
    duplicateSeats: overlap === null ? null : similarity * overlap,
    parallelTools: overlap === null ? null : similarity * (1 - overlap),
    ...rest,
  };
}

export const pairs: ToolPair[] = [
  pair('confluence', 'notion', 'wiki', 0.62, 0.14, {
    jaccard: 0.06,
    jaccardMax: 0.67,
    lift: 0.19,
    shared: 8,
    containmentAB: 1,
    containmentBA: 0.5,
  }),
  pair('microsoft-teams', 'slack', 'team_chat', 0.5, 0.9, { jaccard: 0.32, jaccardMax: 0.37, lift: 0.97, shared: 37 }),
  pair('microsoft-teams', 'zoom', 'video_meetings', 0.48, 0.66, { jaccard: 0.41, lift: 1.49, shared: 27 }),
  pair('asana', 'jira', 'task_tracking', 0.3, 0.21, { jaccard: 0.11, lift: 0.56, shared: 8 }),
  pair('asana', 'trello', 'task_tracking', 0.5, null, { shared: 'suppressed' }),
  pair('dropbox', 'google-workspace', 'file_storage', 0.22, null, {}),
];

const joined: readonly (readonly [string, string, 'live' | 'stale' | 'manual', number | null])[] = [
  ['asana', 'google-workspace', 'live', 40],
  ['confluence', 'jira', 'live', 55],
  ['figma', 'jira', 'live', 18],
  ['hubspot', 'asana', 'manual', 35],
  ['hubspot', 'slack', 'live', 60],
  ['jira', 'slack', 'live', 90],
  ['notion', 'slack', 'stale', 12],
  ['asana', 'slack', 'live', 70],
  ['zoom', 'google-workspace', 'live', null],
  ['miro', 'confluence', 'manual', 6],
];

function node(
  tool: string,
  betweenness: number,
  degree: number,
  rest: { isolated?: boolean; articulation?: boolean } = {},
) {
  return { tool, betweenness, degree, isolated: rest.isolated ?? false, articulation: rest.articulation ?? false };
}

export const integrations: IntegrationGraph = {
  nodes: [
    node('asana', 9, 2, { articulation: true }),
    node('confluence', 0, 1),
    node('figma', 0, 1),
    node('google-workspace', 5, 2, { articulation: true }),
    node('hubspot', 0, 1),
    node('jira', 11, 3, { articulation: true }),
    node('miro', 0, 0, { isolated: true }),
    node('notion', 0, 0, { isolated: true }),
    node('slack', 14, 3, { articulation: true }),
    node('zoom', 0, 1),
  ],
  edges: joined.map(([from, to, state, weeklyHandoffs]) => ({ from, to, state, weeklyHandoffs })),
  isolated: ['miro', 'notion'],
  articulation: ['asana', 'google-workspace', 'jira', 'slack'],
  components: 3,
  density: 0.156,
  modularity: 0.31,
  betweenness: { asana: 9, 'google-workspace': 5, jira: 11, slack: 14 },
  needCoverage: { direct: 0.863, path: 0.953, pairs: 0.667 },
  manualHandoffShare: 0.137,
  manualMinutesPerWeek: 212,
  noData: ['dropbox', 'loom', 'microsoft-teams', 'trello'],
};

export const singleSource: SingleSource = {
  state: 'measured-partial',
  index: 0.58,
  byVolume: 0.63,
  duplicateRate: null,
  byType: [
    { type: 'decision', home: 'Notion', inHome: 18, total: 24, share: 0.75 },
    { type: 'procedure', home: 'Notion', inHome: 61, total: 118, share: 0.517 },
    { type: 'project status', home: 'Asana', inHome: 29, total: 61, share: 0.475 },
    { type: 'contract', home: null, inHome: 0, total: 33, share: null },
  ],
  homes: [
    { objectType: 'decision', home: 'Notion' },
    { objectType: 'procedure', home: 'Notion' },
    { objectType: 'project status', home: 'Asana' },
  ],
  note: 'Duplicates are unknown, so no penalty is taken off.',
};

export const people: PeopleSection = {
  counted: 118,
  teams: [
    { id: 'Client work', size: 38 },
    { id: 'Delivery', size: 31 },
    { id: 'Design', size: 19 },
    { id: 'Operations', size: 11 },
    { id: 'Sales', size: 15 },
    { id: 'Leadership', size: 'suppressed' },
  ],
  window: { weeks: 12, start: '2026-07-06', end: '2026-09-27' },
  contextSwitch: {
    effectiveToolsPerPersonDay: 5.4,
    personDays: 6112,
    note: 'From daily sign-in sets; says nothing about switches.',
  },
  sso: { byApp: 0.64, byUserApp: 0.88, bySpend: 0.91 },
  shadow: {
    share: 0.07,
    bySource: { source1: 10, source2: 12, both: 9 },
    estimatedTotal: 13.3,
    unseen: 0.3,
    standardError: 0.6,
    note: 'A floor: the two sources depend on each other.',
  },
  privacy: { k: { usage: 5, collaboration: 10 }, suppressed: 7 },
};

export const findings: Finding[] = [
  {
    id: 'silos:wiki',
    rule: 'silos',
    title:
      'Two wikis hold the procedures: 31 of 118 people work in Confluence alone and cannot see what the others write in Notion',
    severity: 'act',
    subjects: ['confluence', 'notion'],
    capability: 'wiki',
    saving: eur(7920),
    because: [
      'Effective tools 1.97; alpha 1.22, beta 1.62: teams differ, people do not.',
      'Delivery puts 97 % of its wiki work into Confluence.',
    ],
    evidence: rows('usage', 122, 123, 131, 140, 152, 160, 171, 188),
  },
  {
    id: 'duplicate-tools:team_chat',
    rule: 'duplicate-tools',
    title: '37 people are active in both Slack and Microsoft Teams for team chat',
    severity: 'act',
    subjects: ['microsoft-teams', 'slack'],
    capability: 'team_chat',
    saving: eur(2640),
    because: ['User overlap 0.90 on the smaller of the two.'],
    evidence: rows('usage', 610, 611, 640),
  },
  {
    id: 'shelfware:asana',
    rule: 'shelfware',
    title: '34 of 79 Asana seats had no activity in 90 days or no holder',
    severity: 'act',
    subjects: ['asana'],
    capability: null,
    saving: eur(4080),
    because: ['29 inactive, 5 held by leavers, 7 never assigned; 45 recommended with a 10 % reserve.'],
    evidence: rows('usage', ...Array.from({ length: 34 }, (_, i) => i + 2)),
  },
  {
    id: 'notice-missed:microsoft-teams',
    rule: 'notice-missed',
    title: 'The notice for Microsoft Teams was due on 1 October 2026, 11 days before the as-of date',
    severity: 'act',
    subjects: ['microsoft-teams'],
    capability: null,
    saving: null,
    because: ['Contract ends 30 November 2026, 60 days notice.'],
    evidence: rows('contracts', 9),
  },
  {
    id: 'shadow-tool:trello',
    rule: 'shadow-tool',
    title: 'Trello is paid by card and used by 9 people, and stands in no list',
    severity: 'look',
    subjects: ['trello'],
    capability: 'task_tracking',
    saving: eur(612),
    because: ['12 card payments; sign-ins by 9 people.'],
    evidence: [...rows('spend', 41, 125, 208), ...rows('signins', 77, 78, 301)],
  },
  {
    id: 'usage-unknown:dropbox',
    rule: 'usage-unknown',
    title: 'Nobody can tell who uses Dropbox: €5,184 a year without a usage source',
    severity: 'look',
    subjects: ['dropbox'],
    capability: 'file_storage',
    saving: null,
    because: ['No account list and no sign-ins name it.'],
    evidence: rows('inventory', 4),
  },
  {
    id: 'deliberate-redundancy:video_meetings',
    rule: 'deliberate-redundancy',
    title: 'Zoom and Microsoft Teams stay side by side for video meetings until 31 March 2027, as declared',
    severity: 'note',
    subjects: ['microsoft-teams', 'zoom'],
    capability: 'video_meetings',
    saving: null,
    because: ['Owner: Head of Sales. Two clients accept calls in their own tenant only.'],
    evidence: [],
  },
];
