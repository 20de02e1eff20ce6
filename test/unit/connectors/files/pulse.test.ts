import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { withoutSmallTeams } from '../../../../src/connectors/files/pulse-answers.ts';
import { answerColumns, formColumns } from '../../../../src/connectors/files/pulse-header.ts';
import { pulseMarkdownForm } from '../../../../src/connectors/files/pulse-markdown.ts';
import { pulseWorkbookForm } from '../../../../src/connectors/files/pulse-workbook.ts';
import { type FileReading, readFile } from '../../../../src/connectors/files/read-file.ts';
import type { ObservationOf } from '../../../../src/model/observation.ts';
import { pulseItems, pulseQuestion } from '../../../../src/model/pulse.ts';

const PORTS = { pseudonym: () => 'person', timeZone: 'UTC', currency: 'EUR' };

function read(name: string, content: string | Uint8Array): Promise<FileReading> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readFile({ name, bytes, sourceId: name, sha256: null, ports: PORTS });
}

async function sheetOf(name: string, content: string | Uint8Array) {
  const reading = await read(name, content);
  expect(reading.problems).toEqual([]);
  expect(reading.sheets).toHaveLength(1);
  const sheet = reading.sheets[0]!;
  expect(sheet.source?.rows).toBe(sheet.rowsTotal);
  return {
    ...sheet,
    answers: sheet.observations as readonly ObservationOf<'survey-answer'>[],
    said: sheet.notices.filter(({ code }) => code === 'pulse').map(({ message }) => message),
    rejects: sheet.rejected.map(({ at, field, reason }) => [at.row, field, reason]),
  };
}

/** The form with counts of 1 to 5 written behind an item. */
function fill(form: string, id: string, counts: readonly (string | number)[]): string {
  return form
    .split('\n')
    .map((line) => (line.startsWith(`| ${id} `) ? line.replace(/(\| {3}){5}\|$/, `| ${counts.join(' | ')} |`) : line))
    .join('\n');
}

function named(form: string, team: string): string {
  return form.replace('## Team:', `## Team: ${team}`);
}

const lineOf = (form: string, id: string) => form.split('\n').findIndex((line) => line.startsWith(`| ${id} `)) + 1;

/** What is not asked for: counts (1, 2, 3, 10, 8) of 24 people. */
const COUNTS = [1, 2, 3, 10, 8];
/** (1 + 4 + 9 + 40 + 40) / 24 */
const MEAN = 94 / 24;

describe.each(['en', 'de'] as const)('the empty forms (%s)', (language) => {
  it('hold every item once for a team, the purpose and who will not be shown', () => {
    const form = pulseMarkdownForm(language);
    for (const { id, text } of pulseItems) expect(form).toContain(`| ${id} | ${text[language]} |`);
    expect(form).toMatch(language === 'en' ? /Purpose:.*Anonymous:/s : /Zweck:.*Anonym:/s);
    expect(form).toMatch(/10 .*5/);
  });

  it('are known for what they are, with no answer and a plain notice', async () => {
    for (const [name, form] of [
      ['pulse.md', pulseMarkdownForm(language)],
      ['pulse.xlsx', await pulseWorkbookForm(language)],
    ] as const) {
      const sheet = await sheetOf(name, form);
      expect(sheet).toMatchObject({ profile: 'pulse-form', rowsTotal: 0, observations: [], rejected: [] });
      expect(sheet.said).toEqual(['Nobody has filled it in yet: 0 answers.']);
      expect(sheet.source?.provides).toEqual([]);
    }
  });

  it('the workbook takes whole numbers only', async () => {
    const bytes = await pulseWorkbookForm(language);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    const sheet = workbook.worksheets[0]!;
    const rows = sheet.getColumn(2).values.flatMap((value, row) => (value === 'Q01' ? [row] : []));
    expect(rows.length).toBeGreaterThan(5);
    for (const column of [4, 8]) {
      expect(sheet.getCell(rows[1]! + 21, column).dataValidation).toMatchObject({
        type: 'whole',
        operator: 'greaterThanOrEqual',
        formulae: [0],
      });
    }
  });
});

describe('a form in Markdown', () => {
  const form = pulseMarkdownForm('en');

  it('gives the mean of each counted item: (1x1 + 2x2 + 3x3 + 10x4 + 8x5) / 24', async () => {
    const sheet = await sheetOf('pulse.md', fill(named(form, 'Sales'), 'Q07', COUNTS));
    expect(sheet).toMatchObject({ profile: 'pulse-form', rowsTotal: 1, rejected: [] });
    expect(sheet.answers).toEqual([
      {
        kind: 'survey-answer',
        at: { source: 'pulse.md', row: lineOf(form, 'Q07') },
        question: pulseQuestion(pulseItems[6]!, 'en'),
        team: 'Sales',
        answersN: 24,
        mean: MEAN,
        scale: 5,
        signal: null,
      },
    ]);
    expect(sheet.source).toMatchObject({ kind: 'pulse-form', provides: ['survey'], reliability: 0.6 });
    expect(sheet.said[0]).toContain('Sales: Q01, Q02, Q03');
    expect(sheet.said[0]).toContain('are not answered; they stay unknown.');
  });

  it('of several teams, in German, edited by hand and saved by a Windows program', async () => {
    const german = pulseMarkdownForm('de');
    const section = german.slice(german.indexOf('## Team:'));
    const sales = fill(named(german, '**Vertrieb** ____'), 'Q01', ['', '', 2, '', 4]);
    // Bare of ids, with bold and padding, in another kind of heading.
    const others = fill(section, 'Q02', [' 0 ', '3', '**3**', '', '0'])
      .replace('## Team:', '**Team:** Büro')
      .replace('| Q02 |', '|   |');
    const text = `${sales}\n${others}`.replaceAll('\n', '\r\n');
    const { answers, rejected } = await sheetOf('puls.md', text);
    expect(rejected).toEqual([]);
    expect(answers.map(({ question, team, answersN, mean }) => [question.slice(0, 3), team, answersN, mean])).toEqual([
      ['Q01', 'Vertrieb', 6, (2 * 3 + 4 * 5) / 6],
      ['Q02', 'Büro', 6, 2.5],
    ]);
  });

  it('rejects single lines with row and field', async () => {
    let text = named(form, 'Sales');
    text = fill(text, 'Q01', ['1', '2.5', '', '', '']);
    text = fill(text, 'Q02', ['', '', '-1', '', '']);
    text = fill(text, 'Q03', ['a few', '', '', '', '']);
    text = fill(text, 'Q04', COUNTS);
    text = fill(text, 'Q05', [1, 2, 3, 4, 5, 6]);
    text += '| Q77 | Do you like lunch? | 1 | 1 | 1 | 1 | 1 |\n';
    text += `${form.split('\n')[lineOf(form, 'Q04') - 1]!.replace(/(\| {3}){5}\|$/, '| 9 | | | | |')}\n`;
    const { rejects, answers, rowsTotal } = await sheetOf('pulse.md', text);
    const last = form.split('\n').length;
    expect(rejects).toEqual([
      [lineOf(form, 'Q01'), '2', 'is no whole number'],
      [lineOf(form, 'Q02'), '3', 'is below zero'],
      [lineOf(form, 'Q03'), '1', 'is not a number'],
      [lineOf(form, 'Q05'), null, 'has 8 cells where the header has 7'],
      [last, 'item', 'names no item of the pulse'],
      [last + 1, 'item', 'stands above already for this team'],
    ]);
    expect(answers.map(({ mean }) => mean)).toEqual([MEAN]);
    expect(rowsTotal).toBe(7);
  });

  it('rejects answers whose team is not written', async () => {
    const { rejects, answers } = await sheetOf('pulse.md', fill(form, 'Q01', COUNTS));
    expect(answers).toEqual([]);
    expect(rejects).toEqual([[lineOf(form, 'Q01'), 'team', 'is empty']]);
  });

  it('is not what another Markdown table is', async () => {
    const other =
      '# Rota\n\n| Item | 1 | 2 | 3 | 4 | 5 |\n|---|---|---|---|---|---|\n| Kitchen | 1 | 0 | 0 | 1 | 0 |\n';
    const { sheets } = await read('rota.md', other);
    expect(sheets.map(({ profile }) => profile)).toEqual([null]);
  });
});

describe('a form as a workbook', () => {
  async function filled(write: (sheet: exceljs.Worksheet, first: number) => void): Promise<Uint8Array> {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await pulseWorkbookForm('de')).buffer as ArrayBuffer);
    const sheet = workbook.worksheets[0]!;
    write(sheet, sheet.getColumn(2).values.indexOf('Q01'));
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  }

  function put(sheet: exceljs.Worksheet, row: number, counts: readonly (string | number)[]): void {
    counts.forEach((count, index) => {
      sheet.getCell(row, 4 + index).value = count;
    });
  }

  it('reads a team name that is written once for its block', async () => {
    const bytes = await filled((sheet, first) => {
      sheet.getCell(first, 1).value = 'Einkauf';
      put(sheet, first, COUNTS);
      put(sheet, first + 21, [0, 0, 5]);
      sheet.getCell(first + 22, 1).value = 'Lager';
      put(sheet, first + 23, COUNTS);
      // A block without a team, and a cell that is no number.
      put(sheet, first + 44, [1, 1, 1, 1, 1]);
      put(sheet, first + 45, ['x']);
    });
    const sheet = await sheetOf('pulse.xlsx', bytes);
    const first = sheet.answers[0]!.at.row!;
    expect(sheet.answers.map((a) => [a.question.slice(0, 3), a.team, a.answersN, a.mean, a.at.row])).toEqual([
      ['Q01', 'Einkauf', 24, MEAN, first],
      ['Q22', 'Einkauf', 5, 3, first + 21],
      ['Q02', 'Lager', 24, MEAN, first + 23],
    ]);
    expect(sheet.rejects).toEqual([
      [first + 44, 'team', 'is empty'],
      [first + 45, '1', 'is not a number'],
    ]);
    expect(sheet.rowsTotal).toBe(5);
    expect(sheet.said).toHaveLength(2);
    expect(sheet.said[1]).toMatch(/^Lager: Q01, Q03, .* are not answered/);
  });

  it('reads its sheet saved as CSV, where a merged cell stands in the first row alone', async () => {
    const row = (team: string, index: number, counts: string) =>
      `${team};${pulseItems[index]!.id};"${pulseItems[index]!.text.en}";${counts}`;
    const text = [
      'Pulse: how we work;;;;;;;',
      'Team;Item;Statement;1 disagree;2;3;4;5 agree',
      row('Sales', 0, '0;0;0;5;5'),
      row('', 1, '10;;;;'),
      row('', 0, '1;1;1;1;1'),
      row('Legal', 1, ';;;;'),
    ].join('\n');
    const sheet = await sheetOf('pulse.csv', `${text}\n`);
    expect(sheet.answers.map(({ team, mean, answersN, at }) => [team, mean, answersN, at.row])).toEqual([
      ['Sales', 4.5, 10, 3],
      ['Sales', 1, 10, 4],
    ]);
    expect(sheet.rejects).toEqual([[5, 'team', 'is empty']]);
    expect(sheet.said).toEqual(['Legal: not filled in.']);
  });
});

describe('an export with one row for each respondent', () => {
  const header = [
    'Timestamp',
    'Email',
    'In which team do you work?',
    ...pulseItems.slice(0, 4).map((i) => `"${i.text.en}"`),
  ];
  const rowOf = (team: string, ...answers: readonly (string | number)[]) =>
    ['2026-10-01', 'ann@example.com', team, ...answers].join(',');
  const export_ = (...rows: readonly string[]) => `${[header.join(','), ...rows].join('\n')}\n`;
  const many = (count: number, team: string, ...answers: readonly (string | number)[]) =>
    Array.from({ length: count }, () => rowOf(team, ...answers));

  it('is averaged by team while it is read; no row and no address stays', async () => {
    const text = export_(
      ...many(3, 'Sales', 5, 1, '', '4 - agree'),
      ...many(3, 'sales ', 2, 1, '', 4),
      ...many(5, 'Ops', 3, 2, 1, 5),
    );
    const sheet = await sheetOf('forms.csv', text);
    expect(sheet).toMatchObject({ profile: 'pulse-answers', rowsTotal: 11, rejected: [] });
    expect(
      sheet.answers.map(({ question, team, answersN, mean, at }) => [
        question.slice(0, 3),
        team,
        answersN,
        mean,
        at.row,
      ]),
    ).toEqual([
      ['Q01', 'Ops', 5, 3, null],
      ['Q01', 'Sales', 6, 3.5, null], // (3 x 5 + 3 x 2) / 6
      ['Q02', 'Ops', 5, 2, null],
      ['Q02', 'Sales', 6, 1, null],
      ['Q03', 'Ops', 5, 1, null],
      ['Q04', 'Ops', 5, 5, null],
      ['Q04', 'Sales', 6, 4, null],
    ]);
    expect(JSON.stringify([sheet.observations, sheet.source])).not.toContain('ann@');
    expect(sheet.unusedColumns).toEqual(['Timestamp', 'Email']);
  });

  it('rejects respondents with row and field', async () => {
    const text = export_(
      ...many(5, 'Ops', 3, 2, 1, 5),
      rowOf('Ops', 0, 1, 1, 1),
      rowOf('Ops', 1, 6, 1, 1),
      rowOf('', 1, 1, 1, 1),
      rowOf('Ops', 1, 1, 3.5, 1),
      rowOf('Ops', '', '', '', ''),
      rowOf('Ops', 'agree', 1, 1, 1),
      'too,short',
    );
    const { rejects, answers, rowsTotal } = await sheetOf('forms.csv', text);
    expect(rejects).toEqual([
      [7, 'Q01', 'is not 1, 2, 3, 4 or 5'],
      [8, 'Q02', 'is not 1, 2, 3, 4 or 5'],
      [9, 'team', 'is empty'],
      [10, 'Q03', 'is not 1, 2, 3, 4 or 5'],
      [11, null, 'answers no item'],
      [12, 'Q01', 'is not 1, 2, 3, 4 or 5'],
      [13, null, 'has 2 cells where the header has 7'],
    ]);
    expect(answers.map(({ answersN, mean }) => [answersN, mean])).toEqual([
      [5, 3],
      [5, 2],
      [5, 1],
      [5, 5],
    ]);
    expect(rowsTotal).toBe(12);
  });

  it('joins teams of fewer than five, so that nobody’s answer stands alone', async () => {
    const text = export_(...many(7, 'Ops', 3, 3, 3, 3), rowOf('Legal', 1, 1, 1, 1), ...many(4, 'HR', 5, 5, 5, 5));
    const sheet = await sheetOf('forms.csv', text);
    expect(sheet.answers.slice(0, 2).map(({ team, answersN, mean }) => [team, answersN, mean])).toEqual([
      ['Ops', 7, 3],
      ['Small teams, taken together', 5, 4.2], // (1 + 4 x 5) / 5
    ]);
    expect(sheet.said).toEqual(['Teams of which fewer than 5 answered an item are taken together.']);
    expect(JSON.stringify(sheet.observations)).not.toMatch(/Legal|HR/);
  });

  it('takes the smallest other team with them where they are too few, and nothing of fewer than five in all', async () => {
    const one = withoutSmallTeams(
      new Map([
        ['A', [1]],
        ['B', [5, 5, 5, 5, 5]],
        ['C', [2, 2, 2, 2, 2, 2]],
      ]),
    );
    expect([...one].map(([team, answers]) => [team, answers.length])).toEqual([
      ['C', 6],
      ['Small teams, taken together', 6],
    ]);
    expect(
      withoutSmallTeams(
        new Map([
          ['A', [1, 2]],
          ['B', [3, 4]],
        ]),
      ).size,
    ).toBe(0);
    const few = await sheetOf('forms.csv', export_(...many(4, 'Ops', 3, 2, 1, 5)));
    expect(few.answers).toEqual([]);
    expect(few.rejects).toEqual(
      [2, 3, 4, 5].map((row) => [row, null, 'is one of fewer than 5 answers, which are not taken in']),
    );
    const open = await sheetOf('forms.csv', export_(...many(6, 'Ops', 3, 2, 1, ''), rowOf('Ops', 3, 2, 1, 4)));
    expect(open.answers.map(({ question }) => question.slice(0, 3))).toEqual(['Q01', 'Q02', 'Q03']);
    expect(open.said).toEqual(['Q04: fewer than 5 answers, left out.']);
  });

  it('is told by ids too, by grids, and without a team', async () => {
    const ids = await sheetOf('p.csv', `Team,Q01,Q02,Q03,Q04,Q05\n${'Ops,1,2,3,4,5\n'.repeat(5)}`);
    expect(ids.answers.map(({ mean }) => mean)).toEqual([1, 2, 3, 4, 5]);
    expect(ids.said).toEqual(['Its columns are told by the ids of the items alone.']);
    const grid = pulseItems.slice(0, 3).map(({ text }) => `"Do you agree? [${text.de}]"`);
    const all = await sheetOf('p.csv', `Zeitstempel,${grid.join(',')}\n${'x,5,5,5\n'.repeat(5)}`);
    expect(all.answers.map(({ team }) => team)).toEqual(['Everybody', 'Everybody', 'Everybody']);
    expect(all.said).toEqual(['No column names the team: all answers are taken as one group.']);
  });

  it('with nobody in it says so', async () => {
    const sheet = await sheetOf('forms.csv', export_());
    expect(sheet).toMatchObject({ profile: 'pulse-answers', rowsTotal: 0, rejected: [] });
    expect(sheet.said).toEqual(['Nobody has answered yet: 0 answers.']);
  });
});

describe('headers of other questionnaires', () => {
  it('are not taken for the pulse', () => {
    expect(answerColumns(['Team', 'Q01', 'Q02', 'Q03', 'Q04'])).toBeNull();
    expect(answerColumns(['Team', 'Q01', 'Q02', 'Q03', 'Q04', 'Q05', 'Q23'])).toBeNull();
    expect(answerColumns(['Team', 'Q01', 'Q01', 'Q02', 'Q03', 'Q04', 'Q05'])).toBeNull();
    expect(answerColumns(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'])).toBeNull();
    expect(answerColumns(['Team', pulseItems[0]!.text.en, pulseItems[1]!.text.en])).toBeNull();
    expect(formColumns(['team', 'item', '1', '2', '3', '4'])).toBeNull();
    expect(formColumns(['team', 'item', '1', '2', '3', '4', '5', '5'])).toBeNull();
    expect(formColumns(['team', 'name', '1', '2', '3', '4', '5'])).toBeNull();
    expect(formColumns(['item', '1', '2', '3', '4', '5', '15', '1.5'])).toEqual({
      team: null,
      item: [0],
      counts: [1, 2, 3, 4, 5],
    });
  });
});
