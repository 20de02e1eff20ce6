import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { Policy } from '../../../src/model/policy.ts';
import { WorkspaceConfig } from '../../../src/model/workspace-config.ts';

type Row = Readonly<Record<string, string>>;
const company = fileURLToPath(new URL('../../../fixtures/companies/harbour-lane', import.meta.url));
const truths = JSON.parse(readFileSync(join(company, 'truths.json'), 'utf8'));
const quarters = ['before', 'after'] as const;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function addDays(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toISODate() ?? '';
}

/** 1234.50 -> 123450, read as text so that no rounding hides a wrong cent. */
function cents(amount: string): number {
  const [, sign, whole, part] = /^(-?)(\d+)\.(\d\d)$/.exec(amount) ?? [];
  return Number(`${sign}${whole}${part}`);
}

const people = (list: Iterable<string>) => [...new Set(list)].sort();
const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);

function load(quarter: (typeof quarters)[number]) {
  const read = (name: string): Row[] =>
    parse(readFileSync(join(company, quarter, 'exports', name), 'utf8'), { columns: true });
  const truth = truths[quarter];
  const cutoff = addDays(truth.period.end, -90);
  const assignments = read('okta-current-assignments.csv');
  const toolOf = new Map(assignments.map((row) => [row['Application instance'], todaysName(row['Application name'])]));
  const used = [
    ...read('okta-application-usage.csv').map((row) => ({
      tool: toolOf.get(row['Instance Name']),
      email: row.Login,
      day: row['Login Date_ISO8601']?.slice(0, 10) ?? '',
    })),
    ...read('usage.csv').map((row) => ({ tool: row.tool, email: row.email, day: row.last_active ?? '' })),
  ].filter((row) => row.day >= cutoff && row.day <= truth.period.end);
  const live = (row: Row) => row.status === 'Member' || row.status === 'Admin';
  const seats = [
    ...assignments.map((row) => ({ tool: todaysName(row['Application name']), email: row.Login })),
    ...read('usage.csv').map((row) => ({ tool: row.tool, email: row.email })),
    ...read('slack-members.csv')
      .filter(live)
      .map((row) => ({ tool: 'Slack', email: row.email })),
    ...read('google-users.csv')
      .filter((row) => row['Status [READ ONLY]'] === 'Active')
      .map((row) => ({ tool: 'Google Workspace', email: row['Email Address [Required]'] })),
    ...read('github-licences.csv').map((row) => ({ tool: 'GitHub', email: row['GitHub com saml name'] })),
  ];
  const emails = (rows: readonly { tool: string | undefined; email: string | undefined }[], tool: string) =>
    people(rows.filter((row) => row.tool === tool).map((row) => row.email ?? ''));
  return { read, truth, active: (tool: string) => emails(used, tool), assigned: (tool: string) => emails(seats, tool) };
}

function todaysName(application: string | undefined): string | undefined {
  if (application === 'GitHub Enterprise Cloud - Organization') return 'GitHub';
  return application === 'AWS Single-Account Access' ? 'Amazon Web Services' : application;
}

describe('the generator', () => {
  it('writes the committed files again, byte for byte', () => {
    const folder = mkdtempSync(join(tmpdir(), 'harbour-lane-'));
    try {
      execFileSync(process.execPath, [join(company, 'generate.mjs'), folder]);
      const written = filesUnder(folder);
      const committed = filesUnder(company).filter((file) => /^(before|after)[\\/]|^truths/.test(file));
      expect(written).toEqual(committed);
      for (const file of written) {
        expect(readFileSync(join(folder, file)).equals(readFileSync(join(company, file))), file).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe.each(quarters)('%s', (quarter) => {
  const { read, truth, active, assigned } = load(quarter);
  const contracts = read('contracts.csv');
  const inventory = people(read('inventory.csv').map((row) => row.name ?? ''));
  const contracted = people(contracts.map((row) => row.tool ?? ''));

  it('has valid settings and stays small', () => {
    const yaml = (name: string) => parseYaml(readFileSync(join(company, quarter, name), 'utf8'));
    const config = WorkspaceConfig.parse(yaml('unsprawl.yaml'));
    expect(config.period).toEqual(truth.period);
    expect(config.as_of).toBe(truth.asOf);
    expect(Policy.parse(yaml('policy.yaml')).deliberate_redundancy[0]?.tools).toEqual(truth.deliberate[0].tools);
    const bytes = filesUnder(join(company, quarter)).map((file) => statSync(join(company, quarter, file)).size);
    expect(sum(bytes)).toBeLessThan(4_000_000);
  });

  it('counts the rows of every file', () => {
    for (const [name, rows] of Object.entries(truth.rows)) expect(read(name).length, name).toBe(rows);
  });

  it('counts the people of every planted overlap', () => {
    for (const overlap of [...truth.duplicates, ...truth.silos, ...truth.deliberate]) {
      const sets = overlap.tools.map((tool: string) => active(tool)) as string[][];
      expect(Object.values(overlap.users)).toEqual(sets.map((set) => set.length));
      const everybody = people(sets.flat());
      expect(everybody).toHaveLength(overlap.people);
      expect(everybody.filter((p) => sets.every((set) => set.includes(p)))).toHaveLength(overlap.usersOfAll);
    }
    for (const silo of truth.silos) expect(silo.usersOfAll + silo.usersOfSeveral).toBe(0);
    for (const pair of truth.duplicates) {
      const sizes = Object.values(pair.users) as number[];
      expect(pair.usersOfAll).toBe(Math.min(...sizes));
    }
  });

  it('counts the seats of every contract', () => {
    const employed = new Map(read('people.csv').map((row) => [row.email, row]));
    for (const row of contracts.filter((contract) => contract.seats !== '')) {
      const tool = row.tool ?? '';
      const seat = truth.seats.find((s: { tool: string }) => s.tool === tool);
      expect(seat.purchased, tool).toBe(Number(row.seats));
      if (seat.assigned === null) {
        expect(assigned(tool)).toEqual([]);
        continue;
      }
      expect(seat.assigned, tool).toBe(assigned(tool).length);
      expect(seat.active, tool).toBe(active(tool).length);
      const left = assigned(tool).filter((email) => employed.get(email)?.end_date !== '');
      expect(seat.leavers, tool).toBe(left.length);
      const silent = seat.assigned - seat.active - seat.grace - seat.leavers;
      // Only the product's own list tells that nobody used a seat; sign-ins that fell silent do not.
      const listed = read('usage.csv').some((line) => line.tool === tool);
      expect([seat.inactive, seat.unknown], tool).toEqual(listed ? [silent, 0] : [0, silent]);
    }
    const untold = truth.seats.filter((s: { unknown: number }) => s.unknown > 0).map((s: { tool: string }) => s.tool);
    expect(untold).toEqual(['Airtable', 'Bynder', 'Tableau']);
    expect(truth.unknownUsage.map((t: { tool: string }) => t.tool)).toEqual(['Bynder']);
  });

  it('has waste only where it was planted', () => {
    const planted = truth.shelfware.map((s: { tool: string }) => s.tool);
    for (const seat of truth.seats) {
      const wasted = seat.assigned !== null && seat.active < 0.6 * seat.purchased;
      expect(wasted, seat.tool).toBe(planted.includes(seat.tool));
    }
  });

  it('hides tools only where they were planted', () => {
    const known = new Set([...inventory, ...contracted]);
    const signIns = people(
      read('okta-current-assignments.csv').map((row) => todaysName(row['Application name']) ?? ''),
    );
    const usage = people(read('usage.csv').map((row) => row.tool ?? ''));
    const seen = (kind: string) =>
      truth.shadow
        .filter((s: { seenIn: string[] }) => s.seenIn.includes(kind))
        .map((s: { tool: string }) => s.tool)
        .sort();
    expect([...signIns, ...usage].filter((tool) => !known.has(tool))).toEqual(seen('sign-in'));
    const platforms = ['Google Chrome', 'Apple Internet Accounts'];
    const addOns = ['Slack', 'Zoom', 'Asana', 'Calendly', 'Loom', 'HubSpot', 'Lucidchart', 'DocuSign'];
    const grants = people(read('gam-tokens.csv').map((row) => row.displayText ?? ''));
    const strange = grants.filter((name) => !platforms.includes(name) && !addOns.some((tool) => name.startsWith(tool)));
    expect(strange).toEqual(seen('grant'));
    const claims = people(
      read('expensify.csv')
        .filter((row) => row.Category === 'Subscriptions')
        .map((row) => (row.Merchant ?? '').toLowerCase()),
    );
    expect(claims).toHaveLength(seen('spend').length);
    for (const tool of seen('spend')) expect(claims.some((name) => name.startsWith(tool.toLowerCase()))).toBe(true);
    expect(contracted.filter((tool) => !inventory.includes(tool))).toEqual(truth.unlisted);
  });

  it('dates the notices', () => {
    const deadlines = contracts.map((row) => ({
      tool: row.tool ?? '',
      deadline: addDays(row.end ?? '', -(row.notice_days === '' ? 90 : Number(row.notice_days))),
    }));
    const names = (list: readonly { tool: string }[]) => list.map((entry) => entry.tool).sort();
    const soon = addDays(truth.asOf, 30);
    expect(names(deadlines.filter((d) => d.deadline < truth.asOf))).toEqual(names(truth.noticeMissed));
    expect(names(deadlines.filter((d) => d.deadline >= truth.asOf && d.deadline <= soon))).toEqual(
      names(truth.noticeSoon),
    );
    expect(names(contracts.filter((row) => row.notice_days === '').map((row) => ({ tool: row.tool ?? '' })))).toEqual(
      names(truth.noticeAssumed),
    );
  });

  it('finds the leavers with live accounts', () => {
    const left = read('people.csv').filter((row) => row.end_date !== '' && (row.end_date ?? '') < truth.period.start);
    const tools = truth.tools as string[];
    const open = left.map((row) => tools.filter((tool) => assigned(tool).includes(row.email ?? '')));
    expect(open.filter((list) => list.length > 0)).toHaveLength(truth.leaversWithAccounts);
    expect(open.flat()).toHaveLength(truth.leaverAccounts);
  });

  it('keeps the environments of one product apart from overlap', () => {
    const jira = read('okta-current-assignments.csv').filter((row) => row['Application name'] === 'Jira');
    expect([{ tool: 'Jira', instances: people(jira.map((row) => row['Application instance'] ?? '')) }]).toEqual(
      truth.instances,
    );
  });

  it('adds the money up, to the cent', () => {
    const shapes: Record<string, (row: Row) => [string, string, string, string]> = {
      amex: (row) => [row.Date ?? '', row.Description ?? '', row.Amount ?? '', 'EUR'],
      expensify: (row) => [row.Timestamp ?? '', row.Merchant ?? '', row.Amount ?? '', row['Original Currency'] ?? ''],
      spend: (row) => [row.date ?? '', row.merchant ?? '', row.amount ?? '', row.currency ?? ''],
    };
    const money = (lines: readonly (readonly string[])[], currency: string) =>
      sum(lines.filter((line) => line[3] === currency).map((line) => cents(line[2] ?? '')));
    const files = truth.spend.files.map((f: { file: string }) => {
      const shape = shapes[f.file.split(/[-.]/)[0] ?? ''];
      if (!shape) throw new Error(f.file);
      return read(f.file).map(shape);
    }) as string[][][];
    for (const [i, file] of truth.spend.files.entries()) {
      for (const [currency, minor] of Object.entries(file.minor)) expect(money(files[i] ?? [], currency)).toBe(minor);
    }
    const [first = [], second = []] = files;
    const left = second.map((line) => line.join('|'));
    const twice = first.filter((line) => {
      const at = left.indexOf(line.join('|'));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
    expect({ rows: twice.length, minor: { EUR: money(twice, 'EUR') } }).toEqual(truth.spend.duplicates);
    const refunds = files.flat().filter((line) => (line[2] ?? '').startsWith('-'));
    expect({ rows: refunds.length, EUR: money(refunds, 'EUR') }).toEqual({
      rows: truth.spend.refunds.rows,
      EUR: truth.spend.refunds.minor.EUR,
    });
    const { total, duplicates, refunds: back, software, notSoftware, ambiguous } = truth.spend;
    const parts = [duplicates, back, software, notSoftware, ambiguous];
    expect(sum(parts.map((part) => part.rows))).toBe(total.rows);
    for (const currency of ['EUR', 'USD']) {
      expect(sum(parts.map((part) => part.minor[currency] ?? 0))).toBe(total.minor[currency]);
    }
    const equal = files.map((lines) => lines.length - new Set(lines.map((line) => line.join('|'))).size);
    expect(sum(equal)).toBe(truth.spend.equalCharges.length + countInBoth(first, second));
  });

  it('adds up meetings, messages and decisions', () => {
    const work = truth.wayOfWorking;
    const monday = read('messages.csv').map((row) => row.week ?? '');
    const from = monday[0] ?? '';
    const until = addDays(monday[monday.length - 1] ?? '', 7);
    const minutes = read('meetings.csv')
      .filter((row) => (row.start ?? '') >= from && (row.start ?? '') < until)
      .map((row) => {
        const attendees = (row.attendees ?? '').split(';').filter((email) => email.endsWith('@harbourlane.example'));
        return ((Date.parse(row.end ?? '') - Date.parse(row.start ?? '')) / 60_000) * (attendees.length + 1);
      });
    expect(sum(minutes)).toBe(work.meetingMinutesInWeeks);
    const messages = read('messages.csv').map(
      (row) => Number(row.public_channel) + Number(row.private_channel) + Number(row.direct),
    );
    expect(sum(messages)).toBe(work.messages);
    const one = (cell: string | undefined) => (cell ?? '').split(';').filter(Boolean).length === 1;
    const complete = read('decisions.csv').filter((row) => one(row.driver) && one(row.approver) && row.informed !== '');
    expect(complete).toHaveLength(work.decisionsComplete);
  });
});

/** Equal charges that stand twice in both statements are counted once more within a file. */
function countInBoth(first: readonly string[][], second: readonly string[][]): number {
  const repeated = (lines: readonly string[][]) => {
    const keys = lines.map((line) => line.join('|'));
    return new Set(keys.filter((key, i) => keys.indexOf(key) !== i));
  };
  const other = repeated(second);
  return [...repeated(first)].filter((key) => other.has(key)).length;
}

describe('the first programme', () => {
  it('cut meeting hours by three fifths and messages by two, within one point', () => {
    const [before, after] = quarters.map((quarter) => truths[quarter].wayOfWorking);
    expect(Math.abs(after.meetingMinutesInWeeks / before.meetingMinutesInWeeks - 0.4)).toBeLessThan(0.01);
    expect(Math.abs(after.messages / before.messages - 0.6)).toBeLessThan(0.01);
    // Delivery a quarter faster means a fifth less time: 10 days become 8.
    expect([before.cycleDaysMedian, after.cycleDaysMedian]).toEqual([10, 8]);
  });
});
