import type { Changes } from '../../../src/model/audit/changes.ts';
import type { Gap } from '../../../src/model/evidence.ts';
import type { SourceRecord } from '../../../src/model/observation.ts';
import type { BucketCounts, OpenName, Reconciliation } from '../../../src/model/reconciliation.ts';

function source(
  id: string,
  title: string,
  provides: string[],
  reliability: number,
  count: number,
  cannotTell: string,
): SourceRecord {
  return {
    id,
    kind: `template-${id}`,
    title,
    file: `${id}-q3.csv`,
    sha256: id
      .padEnd(64, '0')
      .replaceAll(/[^0-9a-f]/g, 'a')
      .slice(0, 64),
    provides,
    reliability,
    cannotTell,
    rows: count,
  };
}

export const sources: SourceRecord[] = [
  source('contracts', 'Contracts', ['contracts'], 0.6, 12, 'Verbal side agreements.'),
  source('decisions', 'Decision records', ['decisions'], 0.6, 24, 'Decisions nobody wrote down.'),
  source('documents', 'Documents', ['documents'], 0.85, 236, 'How often a page is read.'),
  source('integrations', 'Integrations', ['integrations'], 0.6, 10, 'Copying by hand that nobody declared.'),
  source('inventory', 'Tool list', ['tools'], 0.6, 13, 'Who uses what.'),
  source('meetings', 'Calendar', ['meetings'], 0.6, 2214, 'Calls without an invitation.'),
  source('messages', 'Messages by week', ['messages'], 0.85, 72, 'What was said.'),
  source('people', 'People', ['people', 'teams'], 0.6, 121, 'External helpers.'),
  source('signins', 'Sign-ins', ['usage'], 1, 4810, 'Tools without single sign-on.'),
  source('spend', 'Card statement', ['spend'], 1, 846, 'Which tool a reseller invoice is for.'),
  source('usage', 'Seats by person', ['accounts'], 0.85, 724, 'What people did inside the tool.'),
];

export const gaps: Gap[] = [
  {
    id: 'work-items',
    section: 'workItems',
    title: 'No work items',
    why: 'No tracker export was imported.',
    wouldSupply: 'the template work_items, or a Jira connector',
  },
  {
    id: 'dropbox-usage',
    section: 'accounts',
    title: 'Usage of Dropbox',
    why: 'No account list names it.',
    wouldSupply: 'the member export of Dropbox, as template usage',
  },
  {
    id: 'survey',
    section: 'survey',
    title: 'No pulse survey',
    why: 'No answers were imported.',
    wouldSupply: 'the template survey',
  },
];

function buckets(used: number, rest: Partial<BucketCounts> = {}): BucketCounts {
  return { used, duplicate: 0, review: 0, 'not-software': 0, unknown: 0, refund: 0, rejected: 0, ...rest };
}

/** 846 spend rows: 168 used + 12 duplicate + 9 review + 631 not software + 18 unknown + 6 refund + 2 rejected. */
const spendBuckets = buckets(168, {
  duplicate: 12,
  review: 9,
  'not-software': 631,
  unknown: 18,
  refund: 6,
  rejected: 2,
});
const whole = sources.filter((s) => s.id !== 'spend' && s.id !== 'people');

export const reconciliation: Reconciliation = {
  rows: {
    total: sources.reduce((sum, s) => sum + s.rows, 0),
    buckets: {
      ...spendBuckets,
      used: spendBuckets.used + 120 + whole.reduce((sum, s) => sum + s.rows, 0),
      rejected: spendBuckets.rejected + 1,
    },
  },
  kinds: [
    { kind: 'spend', total: 846, buckets: spendBuckets },
    { kind: 'people', total: 121, buckets: buckets(120, { rejected: 1 }) },
    ...whole.map((s) => ({ kind: s.id, total: s.rows, buckets: buckets(s.rows) })),
  ],
  sources: [
    { source: 'spend', total: 846, buckets: spendBuckets },
    { source: 'people', total: 121, buckets: buckets(120, { rejected: 1 }) },
    ...whole.map((s) => ({ source: s.id, total: s.rows, buckets: buckets(s.rows) })),
  ],
  money: [
    {
      currency: 'EUR',
      totalMinor: 48_222_445,
      buckets: buckets(12_540_900, {
        duplicate: 215_400,
        review: 88_150,
        'not-software': 35_180_205,
        unknown: 204_800,
        refund: -12_000,
        rejected: 4990,
      }),
    },
    { currency: 'USD', totalMinor: 184_000, buckets: buckets(184_000) },
  ],
  // 846 rows: 844 accounted for, one rejected with 49.90 EUR, one whose amount is unknown.
  spendFiles: [
    {
      source: 'spend',
      rows: { total: 846, accounted: 844, rejectedWithMoney: 1, rejectedUnknown: 1 },
      money: [
        { currency: 'EUR', totalMinor: 48_222_445, accountedMinor: 48_217_455, rejectedMinor: 4990 },
        { currency: 'USD', totalMinor: 184_000, accountedMinor: 184_000, rejectedMinor: 0 },
      ],
    },
  ],
  unconverted: [{ currency: 'USD', minor: 184_000, rows: 4 }],
};

export const openNames: OpenName[] = [
  {
    raw: 'PADDLE.NET* NOTEKIT',
    kind: 'expense',
    status: 'unknown',
    vendor: null,
    reason: 'A reseller; the product behind it is not in the catalogue.',
    candidates: [],
    rows: 6,
    money: [{ currency: 'EUR', minor: 71_400 }],
  },
  {
    raw: 'Atlassian B.V.',
    kind: 'expense',
    status: 'vendor-only',
    vendor: 'Atlassian',
    reason: 'The vendor sells several products.',
    candidates: [
      { product: 'jira', name: 'Jira', confidence: 0.5 },
      { product: 'confluence', name: 'Confluence', confidence: 0.5 },
    ],
    rows: 3,
    money: [{ currency: 'EUR', minor: 88_150 }],
  },
  {
    raw: 'Board',
    kind: 'inventory',
    status: 'review',
    vendor: null,
    reason: 'Two products carry the name.',
    candidates: [{ product: 'miro', name: 'Miro', confidence: 0.41 }],
    rows: 1,
    money: [],
  },
];

/** A figure that has no interval. */
const still = { interval: null, moved: null, caseStudy: null } as const;

export const changes: Changes = {
  since: { start: '2026-04-01', end: '2026-06-30' },
  figures: [
    { ...still, id: 'tools', title: 'Tools', unit: 'tools', before: 13, now: 14, cause: 'sources' },
    {
      ...{ id: 'P1.1', title: 'Meeting load', unit: 'h/person-week', before: 13.9, now: 11.4, cause: 'world' },
      ...{ interval: [-3.4, -1.6], moved: 'down', caseStudy: -0.6 },
    },
    { ...still, id: 'P2', title: 'Documentation first', unit: '0-100', before: 31, now: 38, cause: 'world' },
    {
      ...still,
      id: 'P5',
      title: 'Distributed decision-making',
      unit: '0-100',
      before: null,
      now: 40.7,
      cause: 'sources',
    },
    { ...still, id: 'seat-utilisation', title: 'Active seats', unit: 'ratio', before: 0.68, now: 0.72, cause: 'rules' },
  ],
  toolsAdded: ['loom'],
  toolsGone: [],
  sourcesAdded: ['Decision records'],
  sourcesGone: [],
  rulesChanged: ['Seats count as active within 90 days instead of 60.'],
};
