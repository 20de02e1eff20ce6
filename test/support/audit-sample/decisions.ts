import type { Consolidation, DaciRecord, Savings, ToolDecision } from '../../../src/model/audit/consolidation.ts';
import { eur } from './tools.ts';

function daci(decision: string, due: string | null, rest: Partial<DaciRecord> = {}): DaciRecord {
  return {
    decision,
    due,
    reversibility: 'two-way',
    driver: 'IT lead',
    approver: 'Head of Operations',
    contributors: ['Team leads concerned'],
    informed: ['Everyone who holds a seat'],
    options: [
      { option: 'As recommended', evidence: 'This card' },
      { option: 'Leave as it is', evidence: 'Cost of reversal' },
    ],
    reviewDate: null,
    ...rest,
  };
}

function decision(
  id: string,
  tool: string,
  verdict: ToolDecision['verdict'],
  why: string[],
  rest: Partial<ToolDecision>,
): ToolDecision {
  return {
    id,
    tool,
    verdict,
    target: null,
    why,
    lost: [],
    principle: null,
    step: 4,
    unknown: null,
    costOfReversal: null,
    runnerUp: null,
    flipsIf: null,
    keepFrequency: null,
    undo: 'Order the seats again at list price.',
    decideBy: null,
    savingGross: null,
    oneOff: null,
    capability: null,
    peopleMoved: 0,
    daci: daci(`${verdict}: ${tool}`, rest.decideBy ?? null),
    ...rest,
  };
}

const keep = (id: string, tool: string, why: string) => decision(id, tool, 'keep', [why], {});

export const decisions: ToolDecision[] = [
  decision(
    'dec-confluence',
    'confluence',
    'retire',
    [
      'Delivery writes its procedures here and nobody else reads them: 58 people, 2 teams.',
      'Notion covers both jobs at full strength and 86 people work in it already.',
    ],
    {
      target: 'notion',
      lost: [
        'Page-level approval goes to the Notion decision log.',
        'Macros that embed Jira filters become linked views.',
      ],
      principle: 'P2',
      step: 3,
      costOfReversal: eur(3820),
      runnerUp: 'Keep Confluence, retire Notion',
      flipsIf: 'moving one person costs more than €131 instead of €60',
      keepFrequency: 0.07,
      undo: 'The space stays readable until 30 January 2027; restore from the export.',
      decideBy: '2026-11-17',
      savingGross: eur(7920),
      oneOff: eur(3480),
      capability: 'wiki',
      peopleMoved: 58,
      daci: daci('Retire Confluence in favour of Notion', '2026-11-17', {
        reversibility: 'one-way',
        approver: null,
        reviewDate: '2027-03-31',
      }),
    },
  ),
  decision(
    'dec-asana',
    'asana',
    'cut seats',
    [
      '34 of 79 seats are inactive, held by leavers or never assigned.',
      '50 seats are the contract minimum until March 2027.',
    ],
    {
      decideBy: '2027-01-29',
      savingGross: eur(4080),
      oneOff: eur(0),
      flipsIf: 'more than 29 further people start to use it',
      capability: 'task_tracking',
      principle: 'P4',
    },
  ),
  decision('dec-notion', 'notion', 'cut seats', ['21 of 120 seats are above the recommended 99.'], {
    decideBy: '2026-11-18',
    savingGross: eur(3024),
    oneOff: eur(0),
    principle: 'P4',
  }),
  decision(
    'dec-teams',
    'microsoft-teams',
    'cut seats',
    [
      '44 of 90 seats had no activity in 90 days or no holder.',
      'The notice of 1 October was missed: nothing is saved before December 2027 unless the vendor agrees.',
    ],
    {
      decideBy: '2026-10-31',
      savingGross: eur(2640),
      oneOff: eur(0),
      capability: 'team_chat',
      runnerUp: 'Retire for chat, keep for calls',
      flipsIf: 'the two clients accept guest calls in Zoom',
      principle: 'P1',
    },
  ),
  decision('dec-trello', 'trello', 'retire', ['9 people pay by card for a job that Asana does.'], {
    target: 'asana',
    lost: ['Nothing that the usage shows.'],
    principle: 'P4',
    decideBy: '2026-10-30',
    savingGross: eur(612),
    oneOff: eur(540),
    capability: 'task_tracking',
    peopleMoved: 9,
    costOfReversal: eur(1239),
    flipsIf: 'moving one person costs more than €198 instead of €60',
    keepFrequency: 0.18,
  }),
  decision(
    'dec-hubspot',
    'hubspot',
    'renegotiate',
    ['Two of 24 seats are spare; the price per seat is the highest in the estate.'],
    {
      decideBy: '2026-11-01',
      principle: 'P4',
      unknown: 'We do not know what a two-year term would cost; asking the account manager settles it.',
    },
  ),
  decision('dec-miro', 'miro', 'cut seats', ['24 of 45 seats are inactive or spare.'], {
    unknown: 'We do not know the price; asking for the invoice settles it.',
    principle: 'P4',
  }),
  decision('dec-dropbox', 'dropbox', 'not enough evidence', ['No usage source sees it.'], {
    step: null,
    unknown: 'We do not know who uses it; asking the admin for the member export settles it.',
    capability: 'file_storage',
    peopleMoved: null,
  }),
  decision('dec-loom', 'loom', 'not enough evidence', ['In the contracts only, no usage seen.'], {
    step: null,
    unknown: 'We do not know who uses it; asking the workspace owner for the member export settles it.',
    decideBy: '2026-10-22',
    peopleMoved: 'suppressed',
  }),
  keep('dec-figma', 'figma', 'The only interface design tool; 40 of 48 seats active.'),
  keep('dec-google-workspace', 'google-workspace', 'Mail, calendar and files of everyone.'),
  keep('dec-jira', 'jira', 'Carries the issue tracking of Delivery and four integrations.'),
  keep('dec-slack', 'slack', 'The hub of the integrations; 110 of 120 seats active.'),
  keep('dec-zoom', 'zoom', 'Two clients need it; declared redundancy until 31 March 2027.'),
];

export const consolidation: Consolidation = {
  status: 'optimal',
  gap: 0,
  horizonYears: 3,
  baseline: eur(123552),
  objective: eur(104300),
  groups: [
    {
      id: 'g1',
      tools: ['asana', 'confluence', 'jira', 'notion', 'trello'],
      capabilities: ['task_tracking', 'wiki'],
      status: 'optimal',
      enumerated: 32,
      note: '32 combinations enumerated.',
      keep: ['asana', 'jira', 'notion'],
      baseline: eur(82000),
      objective: eur(65400),
    },
    {
      id: 'g2',
      tools: ['microsoft-teams', 'slack', 'zoom'],
      capabilities: ['team_chat', 'video_meetings'],
      status: 'optimal',
      enumerated: 8,
      note: 'Zoom and Teams are pinned by the declared redundancy.',
      keep: ['microsoft-teams', 'slack', 'zoom'],
      baseline: eur(41552),
      objective: eur(38900),
    },
    {
      id: 'g3',
      tools: ['dropbox', 'google-workspace'],
      capabilities: ['file_storage'],
      status: 'not decided',
      enumerated: 0,
      note: 'The usage of Dropbox is unknown.',
      keep: ['dropbox', 'google-workspace'],
      baseline: null,
      objective: null,
    },
  ],
  decisions,
  plans: [
    { id: 'no-regret', title: 'No regret', retires: ['trello'], moves: 9, total: eur(121900), cashRunRate: eur(8156) },
    {
      id: 'recommended',
      title: 'Recommended',
      retires: ['confluence', 'trello'],
      moves: 67,
      total: eur(104300),
      cashRunRate: eur(17076),
    },
    {
      id: 'furthest',
      title: 'Furthest',
      retires: ['asana', 'confluence', 'trello'],
      moves: 146,
      total: eur(97200),
      cashRunRate: eur(22476),
    },
  ],
  frontier: [
    { moves: 0, total: eur(123552), retires: [], plan: null },
    { moves: 9, total: eur(121900), retires: ['trello'], plan: 'no-regret' },
    { moves: 67, total: eur(104300), retires: ['confluence', 'trello'], plan: 'recommended' },
    { moves: 105, total: eur(98900), retires: ['asana', 'confluence'], plan: null },
    { moves: 146, total: eur(97200), retires: ['asana', 'confluence', 'trello'], plan: 'furthest' },
  ],
  conflicts: [],
};

/** gross - floor - missed - migration - dual = net, per line and in total: 18,276 - 1,200 - 2,640 - 4,020 - 711 = 9,705. */
export const savings: Savings = {
  currency: 'EUR',
  cashThisYear: eur(1310),
  cashRunRate: eur(17076),
  avoided: eur(1512),
  hours: { low: 120, likely: 310, high: 540 },
  bridge: {
    gross: eur(18276),
    commitFloor: eur(1200),
    missedNotice: eur(2640),
    migration: eur(4020),
    dualRunning: eur(711),
    netLikely: eur(9705),
    net: { p10: eur(6120), p50: eur(9705), p90: eur(12390) },
    lines: [
      line('dec-confluence', 'confluence', 7920, 0, 0, 3480, 660),
      line('dec-asana', 'asana', 4080, 1200, 0, 0, 0),
      line('dec-notion', 'notion', 3024, 0, 0, 0, 0),
      line('dec-teams', 'microsoft-teams', 2640, 0, 2640, 0, 0),
      line('dec-trello', 'trello', 612, 0, 0, 540, 51),
    ],
    method: '2,000 draws from triangular cost ranges, seed 1, price errors joined within a vendor.',
  },
  paybackMonths: 5.2,
  addressableSpend: eur(41832),
};

function line(id: string, tool: string, gross: number, floor: number, missed: number, migration: number, dual: number) {
  return {
    decision: id,
    tool,
    gross: eur(gross),
    commitFloor: eur(floor),
    missedNotice: eur(missed),
    migration: eur(migration),
    dualRunning: eur(dual),
    net: eur(gross - floor - missed - migration - dual),
  };
}
