import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audit } from '../../src/model/audit/audit.ts';
import type { Construct } from '../../src/model/audit/profile.ts';
import { pulseItems } from '../../src/model/pulse.ts';
import { Snapshot } from '../../src/model/snapshot.ts';
import type { ImportResult } from '../../src/pipeline/import-files.ts';
import { cli, cliJson, makeWorkspace, readAudit, temporaryFolder } from '../support/cli.ts';

const home = temporaryFolder();
const workspace = join(home.path, 'acme');
const german = join(home.path, 'muster');
const template = (name: string, root = workspace) => join(root, 'templates', name);

/** Sales: 12 people, all answer 4 (75 of 100). Support: 8 people, 4 answer 2 and 4 answer 4 (mean 3, 50 of 100). */
const SALES = ['', '', '', '12', ''];
/** Over both teams: (12 x 75 + 8 x 50) / 20 = 65 agreement. */
const AGREEMENT = 65;

const INVENTORY = 'name,vendor,purpose\nSlack,,chat\nNotion,,wiki\nJira,,work\nFigma,,design\n';
const STATEMENT =
  'date,merchant,amount,currency\n2026-07-03,SLACK T01ABC,210.00,EUR\n2026-08-03,NOTION LABS,180.50,EUR\n2026-09-03,ATLASSIAN,95.00,EUR\n';

function fillMarkdown(): void {
  const path = template('pulse.md');
  const text = readFileSync(path, 'utf8')
    .replace('## Team:', '## Team: Sales')
    .replace(/^(\| Q\d\d .*?)(\| {3}){5}\|$/gm, `$1| ${SALES.join(' | ')} |`);
  writeFileSync(path, text);
}

async function fillWorkbook(): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(template('pulse.xlsx'));
  const sheet = workbook.worksheets[0]!;
  const first = sheet.getColumn(2).values.indexOf('Q01');
  sheet.getCell(first, 1).value = 'Support';
  for (const [index] of pulseItems.entries()) {
    sheet.getCell(first + index, 5).value = 4;
    sheet.getCell(first + index, 7).value = 4;
  }
  await workbook.xlsx.writeFile(template('pulse.xlsx'));
}

function constructsOf(audit: Audit): readonly Construct[] {
  return [...audit.principles, ...audit.differences, ...audit.challenges];
}

afterAll(home.dispose);

describe('an audit of an inventory, a card statement and the pulse alone', () => {
  let blank: ImportResult;
  let imported: ImportResult;
  let audit: Audit;
  let snapshot: Snapshot;

  beforeAll(async () => {
    await makeWorkspace(workspace);
    const settings = join(workspace, 'unsprawl.yaml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('headcount: null', 'headcount: 40'));
    blank = await cliJson(['import', template('pulse.md'), template('pulse.xlsx'), '-w', workspace]);
    fillMarkdown();
    await fillWorkbook();
    const [inventory, statement] = [join(home.path, 'inventory.csv'), join(home.path, 'cards.csv')];
    writeFileSync(inventory, INVENTORY);
    writeFileSync(statement, STATEMENT);
    const files = [inventory, statement, template('pulse.md'), template('pulse.xlsx')];
    imported = await cliJson(['import', ...files, '-w', workspace]);
    await cliJson<unknown>(['audit', '-w', workspace]);
    audit = readAudit(workspace);
    const text = readFileSync(join(workspace, 'snapshots', '2026-Q3', 'snapshot.json'), 'utf8');
    snapshot = Snapshot.parse(JSON.parse(text));
  });

  it('takes empty forms in with no answer and no error', async () => {
    expect(blank.files).toMatchObject(
      ['pulse.md', 'pulse.xlsx'].map((name) => ({
        path: template(name),
        status: 'imported',
        profile: 'pulse-form',
        rows: { used: 0, rejected: 0 },
        problems: [],
      })),
    );
    expect(blank.files.flatMap(({ sheets }) => sheets.flatMap(({ notices }) => notices))).toEqual([
      'Nobody has filled it in yet: 0 answers.',
      'Nobody has filled it in yet: 0 answers.',
    ]);
  });

  it('takes the filled forms for what they are', async () => {
    expect(imported.files.map(({ status, profile, rows }) => [status, profile, rows.used, rows.rejected])).toEqual([
      ['imported', 'template-inventory', 4, 0],
      ['imported', 'template-spend', 3, 0],
      ['imported', 'pulse-form', 22, 0],
      ['imported', 'pulse-form', 22, 0],
    ]);
    expect(snapshot.survey).toHaveLength(44);
    const q01 = snapshot.survey.filter(({ question }) => question.startsWith('Q01'));
    expect(q01.map(({ team, answersN, mean }) => [team, answersN, mean]).sort()).toEqual([
      ['Sales', 12, 4],
      ['Support', 8, 3],
    ]);
    expect(snapshot.gaps.map(({ id }) => id)).not.toContain('missing-survey');
  });

  it('shows all thirteen constructs scored, and labels each as self-declared', () => {
    const constructs = constructsOf(audit);
    expect(constructs.map(({ id, score }) => [id, score !== null])).toEqual(
      ['P1', 'P2', 'P3', 'P4', 'P5', 'D1', 'D2', 'D3', 'D4', 'C1', 'C2', 'C3', 'C4'].map((id) => [id, true]),
    );
    // The inventory shows whether a tool watches staff (C4.1), one of four known; all others rest on the pulse alone.
    const shares = constructs.map(({ id, selfDeclaredShare }) => [id, selfDeclaredShare]);
    expect(shares.filter(([, share]) => share !== 1)).toEqual([['C4', 0.75]]);
    expect(constructs.every(({ confidenceLabel }) => confidenceLabel !== 'high')).toBe(true);
    // P1 is known in full by 20 of 40 people: (1 x 0.5 x 1 x 0.6)^(1/4)
    expect(constructs[0]?.confidence).toBeCloseTo(0.3 ** 0.25, 9);
  });

  it('has the values worked by hand: 65 agreement, turned where to agree is bad', () => {
    const signals = new Map(constructsOf(audit).flatMap((c) => c.signals.map((s) => [s.id, s] as const)));
    const load = signals.get('P1.1');
    expect(load).toMatchObject({ basis: 'self-declared', value: AGREEMENT, unit: '0-100', reliability: 0.6 });
    expect(load?.score).toBeCloseTo(62.5, 9); // (65 - 40) / 40
    expect(load?.words).toContain('people say 3.6');
    expect(signals.get('P1.3')?.value).toBeCloseTo(35, 9); // agreeing is bad
    expect(signals.get('P1.3')?.score).toBe(0); // under 40
    expect(signals.get('C2.1')?.score).toBeCloseTo(65, 9);
    expect(signals.get('C4.2')?.score).toBeCloseTo(35, 9);
    expect(signals.get('C4.1')).toMatchObject({ basis: 'observed', selfDeclared: null });
    expect(audit.selfDeclaredNoise).toMatchObject({ agreement: AGREEMENT, answers: 20 });
    expect(audit.satisfaction).toMatchObject({ agreement: AGREEMENT, answers: 20 });
  });

  it('labels them in every report', async () => {
    const folder = join(workspace, 'reports', '2026-Q3');
    const html = readFileSync(join(folder, 'report.html'), 'utf8');
    expect(html).toContain('people say');
    expect(html).toContain('self-declared, 20 answers');
    expect(html).toContain('12 of 13 constructs rest on them alone');
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain('P1.1 (self-declared) people say 3.6');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(folder, 'workbook.xlsx'));
    const basis = workbook.getWorksheet('Signals')!.getColumn(15).values;
    expect(basis.filter((value) => value === 'self-declared').length).toBeGreaterThan(40);
  });
});

describe('the pulse in another language and from a form tool', () => {
  it('is written in German where the locale is, and an export of respondents is read', async () => {
    const init = ['init', german, '--yes', '--name', 'Muster', '--locale', 'de-DE'];
    await cliJson([...init, '--start', '2026-07-01', '--end', '2026-09-30']);
    expect(readFileSync(template('pulse.md', german), 'utf8')).toContain(pulseItems[0]!.text.de);
    const header = ['Zeitstempel', 'Team', ...pulseItems.map(({ text }) => `"${text.de}"`)].join(',');
    const answers = pulseItems.map(() => '4').join(',');
    const lines = [...Array(11).fill('Einkauf'), 'Recht', 'Lager'].map((team) => `2026-10-01,${team},${answers}`);
    const bad = `2026-10-01,Lager,${pulseItems.map(() => '6').join(',')}`;
    const path = join(home.path, 'antworten.csv');
    writeFileSync(path, `${[header, ...lines, bad].join('\n')}\n`);
    const { stdout } = await cli(['import', path, '-w', german]);
    expect(stdout).toContain(
      'imported as Pulse export of a form tool, one row for each respondent: 13 rows, 1 rejected',
    );
    expect(stdout).toContain('row 15, field "Q01": is not 1, 2, 3, 4 or 5');
    await cliJson<unknown>(['collect', '-w', german]);
    const file = join(german, 'snapshots', '2026-Q3', 'snapshot.json');
    const { survey, reconciliation } = Snapshot.parse(JSON.parse(readFileSync(file, 'utf8')));
    // The two single answers took the only other team with them: all stand as one group.
    expect(survey.map(({ answersN, mean }) => [answersN, mean])).toEqual(pulseItems.map(() => [13, 4]));
    expect(survey.every(({ evidence }) => evidence.row === null)).toBe(true);
    expect(reconciliation.rows.total).toBe(14);
    expect(reconciliation.rows.buckets).toMatchObject({ used: 13, rejected: 1 });
  });
});
