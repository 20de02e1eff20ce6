import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Snapshot } from '../../src/model/snapshot.ts';
import type { ImportResult } from '../../src/pipeline/import-files.ts';
import { cliJson, makeWorkspace, temporaryFolder } from '../support/cli.ts';

type Cell = string | number | Date;
type Row = Readonly<Record<string, Cell>>;

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const [ada, ben] = ['ada@acme.example', 'ben@acme.example'];

/** At least one row for each template, every column filled; days and numbers as cells of a spreadsheet hold them. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  rates: [{ date: day('2026-07-01'), from: 'USD', to: 'EUR', rate: 0.91 }],
  people: [
    person(ada, 'Product', ben, day('2020-03-01')),
    { ...person(ben, 'Support', '', day('2021-05-10')), end_date: day('2026-08-31') },
  ],
  inventory: [
    {
      name: 'Notion',
      vendor: 'Notion Labs',
      owner_email: ada,
      department: 'Product',
      purpose: 'Handbook, "the" wiki; all of it',
      capabilities: 'wiki;docs_coediting',
      status: 'active',
    },
  ],
  contracts: [
    {
      tool: 'Notion',
      plan: 'Business',
      seats: 20,
      unit_price: 18.5,
      currency: 'USD',
      billing_period: 'month',
      start: day('2026-01-01'),
      end: day('2026-12-31'),
      notice_days: 60,
      auto_renew: 'yes',
      minimum_seats: 10,
      annual_cost: 4440,
    },
  ],
  usage: [{ tool: 'Notion', email: ada, last_active: day('2026-09-28'), active_days: 41, assigned: 'yes' }],
  events: [{ timestamp: '2026-09-14T09:30:00Z', email: ben, tool: 'Figma', event: 'edit' }],
  spend: [
    {
      date: day('2026-08-03'),
      merchant: 'NOTION LABS',
      amount: 370.05,
      currency: 'USD',
      category: 'Software',
      cost_centre: 'Product',
      email: ada,
    },
  ],
  integrations: [{ from: 'Notion', to: 'Figma', kind: 'api', last_seen: day('2026-09-20'), weekly_handoffs: 12 }],
  meetings: [
    {
      start: '2026-09-07T09:00:00Z',
      end: '2026-09-07T09:30:00Z',
      organizer: ada,
      attendees: `${ada};${ben}`,
      recurring: 'weekly-1',
      has_document: 'no',
      purpose: 'status',
    },
  ],
  messages: [
    {
      week: day('2026-09-07'),
      team: 'Product',
      public_channel: 120,
      private_channel: 30,
      direct: 55,
      threaded_replies: 40,
      replies: 70,
      after_hours: 9,
      in_bursts: 21,
      question_threads: 12,
      linked_answers: 5,
      repeated_questions: 2,
      work_comments: 64,
    },
  ],
  documents: [
    {
      home: 'Notion',
      type: 'page',
      owner_email: ada,
      created: day('2026-02-01'),
      last_edited: day('2026-09-01'),
      verified: day('2026-09-10'),
      viewers_90d: 14,
      critical: 'yes',
      top_editor_share: 0.75,
      near_duplicate: 'no',
    },
  ],
  work_items: [
    {
      id: 'W-1',
      team: 'Product',
      created: day('2026-08-01'),
      started: day('2026-08-03'),
      closed: day('2026-08-12'),
      linked_to_goal: 'yes',
      has_acceptance: 'no',
      contributors: `${ada};${ben}`,
      last_changed: day('2026-08-12'),
      watchers: ben,
    },
  ],
  decisions: [
    {
      id: 'D-1',
      title: 'One wiki',
      proposed: day('2026-07-06'),
      decided: day('2026-07-10'),
      driver: ada,
      approver: ben,
      contributors: ben,
      informed: ada,
      domain: 'tools',
      level: 2,
      home: 'Notion',
      reversed: day('2026-09-30'),
      in_meeting: 'no',
    },
  ],
  homes: [{ object_type: 'page', home: 'Notion' }],
  needs: [{ team: 'Product', capability: 'wiki', minimum_quality: 0.5, required_attributes: 'sso;scim' }],
  survey: [{ question: 'Work is written down', team: 'Product', answers_n: 8, mean: 3.75, scale: 5, signal: 'P2.1' }],
  responses: [
    {
      asked: '2026-09-07T09:00:00Z',
      answered: '2026-09-07T11:00:00Z',
      recipient: ada,
      channel: 'review',
      bot: 'no',
    },
  ],
  deliveries: [
    {
      id: 'M-1',
      team: 'Product',
      date: day('2026-08-12'),
      type: 'change',
      item: 'W-1',
      outside_approval: 'no',
    },
  ],
  requests: [
    { id: 'R-1', team: 'Product', closed: day('2026-08-20'), approval_steps: 2, amount: 120.5, currency: 'EUR' },
  ],
  boards: [{ name: 'Roadmap', team: 'Product', active: 'yes', open_to_all: 'no' }],
  wiki_weeks: [
    {
      week: day('2026-09-07'),
      team: 'Product',
      readers: 9,
      searches: 40,
      searches_found: 25,
      minutes_to_find: 2.5,
    },
  ],
  onboarding: [{ email: ada, required_pages: 10, opened_by_day_14: 8 }],
  processes: [
    { process: 'Pay run', team: 'Product', procedure: 'Notion', current: 'yes', reviewed: day('2026-07-01') },
  ],
  rollouts: [{ change: 'new tool', date: day('2026-07-20'), tool: 'Figma', invited: 12, target: 8 }],
  writing: [{ week: day('2026-09-07'), team: 'Product', role: 'lead', minutes: 420 }],
};

function person(email: string, team: string, manager: string, start: Date): Row {
  return {
    email,
    team,
    manager_email: manager,
    location: 'Berlin',
    time_zone: 'Europe/Berlin',
    start_date: start,
    end_date: '',
  };
}

const home = temporaryFolder();
const asTexts = join(home.path, 'texts');
const asSheets = join(home.path, 'sheets');
const imports: Record<string, ImportResult> = {};

function csvCell(cell: Cell): string {
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function fillTexts(): string[] {
  const folder = join(asTexts, 'templates');
  return Object.entries(ROWS).map(([name, rows]) => {
    const path = join(folder, `${name}.csv`);
    const header = readFileSync(path, 'utf8').trim();
    const lines = rows.map((row) => header.split(',').map((column) => csvCell(row[column] ?? '')));
    writeFileSync(path, `${[header, ...lines.map((cells) => cells.join(','))].join('\n')}\n`);
    return path;
  });
}

async function fillSheets(): Promise<string> {
  const path = join(asSheets, 'templates', 'templates.xlsx');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  for (const [name, rows] of Object.entries(ROWS)) {
    const sheet = workbook.getWorksheet(name);
    if (sheet === undefined) throw new Error(`templates.xlsx has no sheet ${name}`);
    const header = (sheet.getRow(1).values as string[]).slice(1);
    for (const row of rows) sheet.addRow(header.map((column) => row[column] || null));
  }
  await workbook.xlsx.writeFile(path);
  return path;
}

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** The snapshot without what names a file: `people.csv` and the sheet `people` are both the source `people`. */
function contentOf(workspace: string): unknown {
  const text = readFileSync(join(workspace, 'snapshots', '2026-Q3', 'snapshot.json'), 'utf8');
  const snapshot = Snapshot.parse(JSON.parse(text.replace(/"(?:templates\.xlsx#)?([a-z_]+)(?:\.csv)?"/g, '"$1"')));
  return {
    ...snapshot,
    sources: snapshot.sources.map(({ file: _f, sha256: _h, title: _t, ...source }) => source).sort(byText),
    reconciliation: { ...snapshot.reconciliation, sources: [...snapshot.reconciliation.sources].sort(byText) },
    tools: snapshot.tools.map((tool) => ({ ...tool, evidence: [...tool.evidence].sort(byText) })),
  };
}

beforeAll(async () => {
  await Promise.all([makeWorkspace(asTexts), makeWorkspace(asSheets)]);
  // One key, so that pseudonyms can be compared.
  copyFileSync(join(asTexts, '.key'), join(asSheets, '.key'));
  imports.texts = await cliJson(['import', ...fillTexts(), '-w', asTexts]);
  imports.sheets = await cliJson(['import', await fillSheets(), '-w', asSheets]);
  await Promise.all([asTexts, asSheets].map((workspace) => cliJson<unknown>(['collect', '-w', workspace])));
});
afterAll(home.dispose);

describe('templates that init writes', () => {
  it('cover every kind of input with both forms', () => {
    const names = readdirSync(join(asTexts, 'templates')).filter((name) => name.endsWith('.csv'));
    expect(names.map((name) => name.slice(0, -4)).sort()).toEqual(Object.keys(ROWS).sort());
  });

  it('fill every column that the template has', () => {
    for (const [name, [row]] of Object.entries(ROWS)) {
      const header = readFileSync(join(asTexts, 'templates', `${name}.csv`), 'utf8').split('\n')[0];
      expect(Object.keys(row ?? {}).sort(), name).toEqual(header?.split(',').sort());
    }
  });

  it('are read in full as CSV files', () => {
    for (const file of imports.texts?.files ?? [])
      expect(file, file.path).toMatchObject({ status: 'imported', problems: [], rows: { rejected: 0 } });
  });

  it('are read in full as sheets of one workbook', () => {
    const [file] = imports.sheets?.files ?? [];
    expect(file).toMatchObject({ status: 'imported', problems: [], rows: { rejected: 0 } });
    const rows = Object.values(ROWS).reduce((sum, one) => sum + one.length, 0);
    expect(file?.rows.used).toBe(rows);
    const profiles = (imports.texts?.files ?? []).map((one) => one.profile);
    expect(file?.profile?.split(' + ').sort()).toEqual(profiles.sort());
  });

  it('give the same snapshot either way', () => {
    expect(contentOf(asSheets)).toEqual(contentOf(asTexts));
  });
});
