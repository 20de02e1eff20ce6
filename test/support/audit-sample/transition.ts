import type { CalendarEntry, Move, Transition } from '../../../src/model/audit/transition.ts';

function move(id: string, tool: string, target: string | null, verdict: string, dates: Partial<Move>): Move {
  return {
    id,
    decision: `dec-${tool === 'microsoft-teams' ? 'teams' : tool}`,
    tool,
    target,
    verdict,
    start: null,
    goNoGo: null,
    noticeDeadline: null,
    cutOver: null,
    parallelEnds: null,
    contractEnd: null,
    teams: [],
    load: 0,
    after: [],
    note: null,
    ...dates,
  };
}

function entry(
  date: string,
  kind: CalendarEntry['kind'],
  tool: string | null,
  title: string,
  state: CalendarEntry['state'] = 'open',
): CalendarEntry {
  return { id: `${kind}:${tool ?? 'all'}`.replaceAll(' ', '-'), date, kind, tool, title, state };
}

export const transition: Transition = {
  steps: [
    {
      step: 1,
      title: 'Communication charter',
      criterion: 'Charter signed in every team; channels cover 90 % of the messages',
      value: 'No charter is declared',
      state: 'not assessed',
      actions: ['Adopt the charter of part 12', 'Name quiet hours per time zone'],
    },
    {
      step: 2,
      title: 'Decision frameworks',
      criterion: '70 % of the last 20 records name one driver and one approver',
      value: '50 % of 24 records',
      state: 'not met',
      actions: ['Keep one DACI record for every decision in part 8'],
    },
    {
      step: 3,
      title: 'Single source of truth',
      criterion: 'A home for every type, index at least 0.70',
      value: '3 of 4 types, index 0.58',
      state: 'not met',
      actions: ['Name a home for contracts', 'Move the procedures of Delivery to Notion'],
    },
    {
      step: 4,
      title: 'Tool clean-up',
      criterion: 'Waves done, effective tools at most 1.5 for each job',
      value: '4 jobs above 1.5',
      state: 'not met',
      actions: ['Work through waves 1 and 2'],
    },
    {
      step: 5,
      title: 'Train for async',
      criterion: '80 % of leads and 60 % of staff trained',
      value: 'Not reported',
      state: 'not assessed',
      actions: ['Run the writing course before wave 1'],
    },
  ],
  waves: [
    {
      id: 0,
      title: 'Charter and homes',
      from: '2026-10-19',
      to: '2026-11-13',
      moves: [],
      gate: 'Charter signed; a home for each type of object.',
    },
    {
      id: 1,
      title: 'A visible win',
      from: '2026-10-26',
      to: '2026-11-30',
      moves: [
        move('mv-trello', 'trello', 'asana', 'retire', {
          start: '2026-10-26',
          goNoGo: '2026-10-30',
          cutOver: '2026-11-13',
          parallelEnds: '2026-11-30',
          teams: ['Design', 'Sales'],
          load: 2,
        }),
        move('mv-notion', 'notion', null, 'cut seats', {
          goNoGo: '2026-11-18',
          noticeDeadline: '2026-12-02',
          contractEnd: '2027-01-31',
          load: 0,
        }),
      ],
      gate: '80 % of the former users are active in Asana after 14 days.',
    },
    {
      id: 2,
      title: 'One wiki',
      from: '2026-10-17',
      to: '2026-12-31',
      moves: [
        move('mv-confluence', 'confluence', 'notion', 'retire', {
          start: '2026-10-17',
          goNoGo: '2026-11-17',
          noticeDeadline: '2026-12-01',
          cutOver: '2026-12-01',
          parallelEnds: '2026-12-31',
          contractEnd: '2026-12-31',
          teams: ['Delivery'],
          load: 2,
          after: ['mv-trello'],
          note: 'The notice goes out on the day of the cut-over: start early or plan one term as risk.',
        }),
      ],
      gate: '95 % of the pages moved, no broken link in the 50 most read.',
    },
  ],
  calendar: [
    entry('2026-10-01', 'notice', 'microsoft-teams', 'Notice for Microsoft Teams', 'missed'),
    entry('2026-10-17', 'start', 'confluence', 'Start moving Confluence'),
    entry('2026-10-22', 'notice', 'loom', 'Notice for Loom', 'assumed'),
    entry('2026-10-30', 'go-no-go', 'trello', 'Go or no-go: Trello'),
    entry('2026-11-13', 'cut-over', 'trello', 'Trello read-only'),
    entry('2026-11-15', 'notice', 'hubspot', 'Notice for HubSpot'),
    entry('2026-11-17', 'go-no-go', 'confluence', 'Go or no-go: Confluence'),
    entry('2026-11-30', 'notice', 'zoom', 'Notice for Zoom', 'assumed'),
    entry('2026-11-30', 'contract end', 'microsoft-teams', 'Contract of Microsoft Teams ends'),
    entry('2026-12-01', 'notice', 'confluence', 'Notice for Confluence'),
    entry('2026-12-01', 'cut-over', 'confluence', 'Confluence read-only'),
    entry('2026-12-02', 'notice', 'notion', 'Notice for Notion'),
    entry('2026-12-31', 'contract end', 'confluence', 'Contract of Confluence ends'),
    entry('2027-02-12', 'notice', 'asana', 'Notice for Asana'),
    entry('2027-03-31', 'redundancy expires', 'zoom', 'Declared redundancy of Zoom and Microsoft Teams expires'),
  ],
  decisionRights: [
    {
      domain: 'Tools below €1,000 a year',
      driver: 'Team lead',
      approver: 'Team lead',
      rule: 'Decide in the team, record it, tell IT.',
    },
    {
      domain: 'Tools above €1,000 a year',
      driver: 'IT lead',
      approver: 'Head of Operations',
      rule: 'Decide in writing within 5 working days.',
    },
  ],
  charter: [
    {
      channel: 'Handbook',
      tool: 'notion',
      use: 'Anything that should be true next month',
      reply: 'none expected',
      escalation: 'page owner',
    },
    {
      channel: 'Chat',
      tool: 'slack',
      use: 'Coordination of today',
      reply: 'within 24 working hours',
      escalation: 'call',
    },
    { channel: 'Call', tool: 'zoom', use: 'Decide, debate, bond', reply: 'live', escalation: 'none' },
  ],
  homes: [
    { objectType: 'decision', home: 'Notion', proposed: null, share: 0.75 },
    { objectType: 'procedure', home: 'Notion', proposed: null, share: 0.517 },
    { objectType: 'contract', home: null, proposed: 'Google Workspace', share: null },
  ],
  training: [
    {
      topic: 'Writing a status that needs no meeting',
      audience: 'Team leads',
      when: '2026-11-03',
      measure: 'Status meetings replaced',
    },
    { topic: 'Where things live', audience: 'Everyone', when: null, measure: 'Objects in their home' },
  ],
  risks: [
    {
      id: 'r1',
      risk: 'Missed notice window',
      trigger: 'Days to the deadline below the buffer',
      response: 'Escalate, ask for a short extension',
      tools: ['microsoft-teams', 'loom'],
      probability: 'likely',
      impact: 'high',
    },
    {
      id: 'r2',
      risk: 'Hidden power users',
      trigger: 'Top 5 % do over half of the activity',
      response: 'Interview, pilot with them first',
      tools: ['confluence'],
      probability: 'possible',
      impact: 'medium',
    },
  ],
  documents: [
    {
      id: 'charter',
      title: 'Communication charter',
      kind: 'charter',
      body: ['Write first.', 'Meet to decide, debate or bond.'],
    },
  ],
};
