import type { AuditTool, Seats, ToolContract } from '../../../src/model/audit/structure.ts';
import type { Evidence } from '../../../src/model/evidence.ts';
import type { Money } from '../../../src/model/money.ts';

/** Euros in, cents out. */
export function eur(amount: number): Money {
  return { minor: Math.round(amount * 100), currency: 'EUR' };
}

export function rows(source: string, ...numbers: readonly number[]): Evidence[] {
  return numbers.map((row) => ({ source, row }));
}

type Count = Seats['active'];
const W = 'suppressed';

function seats(
  purchased: number | null,
  assigned: number | null,
  [active, inactive, grace, leavers, unknown]: readonly [Count, Count, Count, Count, Count],
  recommended: Count = null,
): Seats {
  const spare = purchased === null || assigned === null ? null : purchased - assigned;
  return {
    thresholdDays: 90,
    purchased,
    assigned,
    spare,
    active,
    inactive,
    unknown,
    grace,
    leavers,
    unassignedActive: active === null ? null : 0,
    recommended,
  };
}

function contract(
  plan: string,
  end: string,
  noticeDays: number,
  noticeDeadline: string,
  noticeState: ToolContract['noticeState'],
  annual: number | null,
  minimumSeats: number | null = null,
): ToolContract {
  return {
    plan,
    start: null,
    end,
    noticeDays,
    noticeDeadline,
    noticeState,
    autoRenew: true,
    minimumSeats,
    annual: annual === null ? null : eur(annual),
  };
}

const blank: Omit<AuditTool, 'id' | 'name'> = {
  product: null,
  vendor: null,
  capabilities: {},
  capabilityOrigin: 'catalogue',
  sources: ['inventory', 'contract', 'spend', 'account'],
  listing: 'listed',
  formerNames: [],
  instances: [],
  suite: null,
  members: [],
  department: null,
  purpose: null,
  seats: seats(null, null, [null, null, null, null, null]),
  users: null,
  teams: null,
  spend: {
    period: null,
    trailing12Months: null,
    annual: null,
    rule: 'unknown',
    basis: 'No contract and no payment names this tool.',
    disagreement: null,
  },
  contract: null,
  asyncFit: { score: null, known: 0, of: 8, note: 'Fewer than four traits are known.' },
  evidence: [],
};

function byContract(
  annual: number,
  note = 'Contract, net of VAT; payments of the last 12 months agree.',
): AuditTool['spend'] {
  return {
    period: eur(annual / 4),
    trailing12Months: eur(annual),
    annual: eur(annual),
    rule: 'contract',
    basis: note,
    disagreement: null,
  };
}

function traits(score: number, known: number): AuditTool['asyncFit'] {
  return { score, known, of: 8, note: `${known} of 8 traits known.` };
}

function tool(id: string, name: string, vendor: string, rest: Partial<AuditTool>): AuditTool {
  return { ...blank, id, name, product: id, vendor, ...rest };
}

/** Fourteen tools: duplicates, a silo, shelfware, a shadow tool, unknown usage, unknown spend, a missed notice. */
export const tools: AuditTool[] = [
  tool('asana', 'Asana', 'Asana', {
    capabilities: { task_tracking: 3, project_planning: 3 },
    department: 'Client work',
    purpose: 'Campaign plans',
    seats: seats(79, 72, [38, 29, 0, 5, 0], 45),
    users: 38,
    teams: 3,
    spend: { ...byContract(9480), disagreement: 'Payments of the last 12 months are 12 % above the contract.' },
    contract: contract('Advanced', '2027-03-14', 30, '2027-02-12', 'known', 9480, 50),
    asyncFit: traits(0.81, 8),
    evidence: [...rows('inventory', 2), ...rows('contracts', 2), ...rows('spend', 14, 98, 181, 264)],
  }),
  tool('confluence', 'Confluence', 'Atlassian', {
    capabilities: { wiki: 3, docs_coediting: 2 },
    department: 'Delivery',
    purpose: 'Delivery procedures',
    seats: seats(110, 96, [58, 31, 0, 7, 0], 64),
    users: 58,
    teams: 2,
    spend: byContract(7920),
    contract: contract('Standard', '2026-12-31', 30, '2026-12-01', 'known', 7920),
    asyncFit: traits(0.88, 8),
    evidence: [
      ...rows('inventory', 3),
      ...rows('contracts', 3),
      ...rows('usage', ...Array.from({ length: 96 }, (_, i) => i + 122)),
    ],
  }),
  tool('dropbox', 'Dropbox', 'Dropbox', {
    capabilities: { file_storage: 3 },
    purpose: 'Client files',
    sources: ['inventory', 'spend'],
    seats: seats(36, null, [null, null, null, null, null]),
    spend: { ...byContract(5184), rule: 'trailing-12-months', basis: '12 card payments, gross as booked.' },
    evidence: [...rows('inventory', 4), ...rows('spend', 22, 106, 190, 271, 340)],
  }),
  tool('figma', 'Figma', 'Figma', {
    capabilities: { interface_design: 3, whiteboard: 1 },
    department: 'Design',
    seats: seats(48, 45, [40, 0, 5, 0, 0], 50),
    users: 40,
    teams: 2,
    spend: byContract(8640),
    contract: contract('Organization', '2027-05-31', 30, '2027-05-01', 'known', 8640),
    asyncFit: traits(0.75, 6),
    evidence: [...rows('inventory', 5), ...rows('contracts', 4)],
  }),
  tool('google-workspace', 'Google Workspace', 'Google', {
    capabilities: { email: 3, docs_coediting: 3, spreadsheets: 3, file_storage: 3, calendar: 3 },
    members: ['Google Drive', 'Google Docs', 'Gmail'],
    formerNames: ['G Suite'],
    department: 'IT',
    seats: seats(120, 118, [109, W, 0, W, 0], 120),
    users: 109,
    teams: 6,
    spend: byContract(19872),
    contract: contract('Business Standard', '2027-08-31', 30, '2027-08-01', 'known', 19872),
    asyncFit: traits(0.94, 8),
    evidence: [...rows('inventory', 6), ...rows('contracts', 5)],
  }),
  tool('hubspot', 'HubSpot', 'HubSpot', {
    capabilities: { crm: 3, email_marketing: 2 },
    department: 'Sales',
    seats: seats(24, 22, [22, 0, 0, 0, 0], 24),
    users: 22,
    teams: 1,
    spend: byContract(21600),
    contract: contract('Professional', '2026-12-15', 30, '2026-11-15', 'known', 21600, 20),
    evidence: [...rows('inventory', 7), ...rows('contracts', 6)],
  }),
  tool('jira', 'Jira', 'Atlassian', {
    capabilities: { issue_tracking: 3, task_tracking: 2 },
    instances: ['northlight', 'northlight-sandbox'],
    department: 'Delivery',
    seats: seats(70, 64, [44, 12, 0, 0, 8], 49),
    users: 44,
    teams: 2,
    spend: byContract(6160),
    contract: contract('Standard', '2027-04-30', 30, '2027-03-31', 'known', 6160),
    asyncFit: traits(0.94, 8),
    evidence: [...rows('inventory', 8), ...rows('contracts', 7)],
  }),
  tool('loom', 'Loom', 'Atlassian', {
    capabilities: { async_video: 3 },
    sources: ['contract'],
    listing: 'unlisted',
    seats: seats(25, 25, [null, null, null, null, 25]),
    spend: {
      ...byContract(2250),
      trailing12Months: null,
      period: null,
      basis: 'Contract, net of VAT; no payment seen.',
    },
    contract: contract('Business', '2027-01-20', 90, '2026-10-22', 'assumed', 2250),
    evidence: rows('contracts', 8),
  }),
  tool('microsoft-teams', 'Microsoft Teams', 'Microsoft', {
    capabilities: { team_chat: 3, video_meetings: 3 },
    department: 'Delivery',
    seats: seats(90, 85, [41, 38, 0, 6, 0], 46),
    users: 41,
    teams: 4,
    spend: byContract(5400),
    contract: contract('Essentials', '2026-11-30', 60, '2026-10-01', 'missed', 5400),
    asyncFit: traits(0.56, 8),
    evidence: [...rows('inventory', 9), ...rows('contracts', 9)],
  }),
  tool('miro', 'Miro', 'Miro', {
    capabilities: { whiteboard: 3 },
    sources: ['inventory', 'account'],
    department: 'Design',
    seats: seats(45, 36, [21, 15, 0, 0, 0], 24),
    users: 21,
    teams: 3,
    asyncFit: traits(0.69, 8),
    evidence: rows('inventory', 10),
  }),
  tool('notion', 'Notion', 'Notion Labs', {
    capabilities: { wiki: 3, docs_coediting: 2, task_tracking: 2, decision_log: 2 },
    department: 'Operations',
    purpose: 'Company handbook',
    seats: seats(120, 110, [86, 14, 0, 10, 0], 99),
    users: 86,
    teams: 5,
    spend: byContract(17280),
    contract: contract('Business', '2027-01-31', 60, '2026-12-02', 'known', 17280),
    asyncFit: traits(0.94, 8),
    evidence: [...rows('inventory', 11), ...rows('contracts', 10), ...rows('spend', 31, 115, 199, 280)],
  }),
  tool('slack', 'Slack', 'Salesforce', {
    capabilities: { team_chat: 3, threaded_discussion: 2 },
    department: 'IT',
    seats: seats(120, 120, [110, 5, 0, 5, 0], 121),
    users: 110,
    teams: 6,
    spend: byContract(12600),
    contract: contract('Pro', '2027-06-30', 30, '2027-05-31', 'known', 12600),
    asyncFit: traits(0.81, 8),
    evidence: [...rows('inventory', 12), ...rows('contracts', 11)],
  }),
  tool('trello', 'Trello', 'Atlassian', {
    capabilities: { task_tracking: 3 },
    sources: ['spend', 'sign-in'],
    listing: 'shadow',
    seats: seats(null, null, [9, null, null, null, null]),
    users: 9,
    teams: null,
    spend: {
      period: eur(153),
      trailing12Months: eur(612),
      annual: eur(612),
      rule: 'trailing-12-months',
      basis: '12 card payments, gross as booked.',
      disagreement: null,
    },
    asyncFit: traits(0.69, 8),
    evidence: [...rows('spend', 41, 125, 208), ...rows('signins', 77, 78, 301)],
  }),
  tool('zoom', 'Zoom', 'Zoom', {
    capabilities: { video_meetings: 3, webinars: 2 },
    department: 'Sales',
    seats: seats(60, 58, [52, W, 0, W, 0], 58),
    users: 52,
    teams: 5,
    spend: byContract(8040),
    contract: contract('Pro', '2027-02-28', 90, '2026-11-30', 'assumed', 8040),
    asyncFit: { score: null, known: 5, of: 8, note: 'Live by nature: no async fit is scored.' },
    evidence: [...rows('inventory', 13), ...rows('contracts', 12)],
  }),
];
