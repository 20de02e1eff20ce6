import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { SheetReading } from '../../../../../src/connectors/files/read-file.ts';
import { readTable } from '../../../../support/read-table.ts';

const HEAD = 'date,merchant,amount,currency';
const row = (day: number, merchant = 'Zoom'): string => `2026-01-0${day},${merchant},1.00,EUR`;

async function only(content: string | Uint8Array, name?: string): Promise<SheetReading> {
  const { sheets, problems } = await readTable(content, name);
  expect(problems).toEqual([]);
  expect(sheets).toHaveLength(1);
  return sheets[0]!;
}

const usedRows = (sheet: SheetReading): (number | null)[] => sheet.observations.map(({ at }) => at.row);

describe('a header under titles', () => {
  test.each([
    ['a title and a blank row', ['Card spend of Acme', ''], 3],
    ['a line of export', ['Exported on 2026-08-27, 12:00, by Ann Abel'], 2],
    ['titles padded to the width of the table', ['Card spend,,,', 'Exported on,2026-08-27,,', ',,,'], 4],
    ['lines of names and values', ['Account;Main', 'Period;Q3', 'Currency;EUR', ''], 5],
    ['a title over two lines', ['"Card spend\nof Acme"', ''], 3],
    ['a title with a stray quote', ['Report "Q3" of Acme'], 2],
  ])('%s', async (_, titles, headerRow) => {
    const sheet = await only([...titles, HEAD, row(1), row(2)].join('\r\n'));
    expect(sheet).toMatchObject({ profile: 'template-spend', headerRow, rowsTotal: 2, rejected: [] });
    // A record over two lines is one row of a spreadsheet, so the rows follow the header's number.
    expect(usedRows(sheet)).toEqual([headerRow + 1, headerRow + 2]);
    expect(sheet.notices[0]?.message).toMatch(new RegExp(`^The header is in row ${headerRow}; \\d rows? above it`));
  });

  test('the delimiter is that of the table, not that of the title', async () => {
    const table = [HEAD, row(1), row(2, '"Zoom; Video"')].join('\n').replaceAll(',', ';');
    const sheet = await only(`Acme, Inc., Berlin, card spend, all cards\n\n${table}`);
    expect(sheet).toMatchObject({ profile: 'template-spend', headerRow: 3, rowsTotal: 2, rejected: [] });
  });

  test('a header of no known export is proposed as it stands under its title', async () => {
    const text = [
      'Kontoauszug',
      'Erstellt am;27.08.2026',
      '',
      'Buchungstag;Wer;Was;Saldo',
      '27.08.2026;Slack;-12,50;1,00',
    ];
    const sheet = await only([...text, '28.08.2026;Zoom;-14,99;2,00'].join('\n'));
    expect(sheet).toMatchObject({ profile: null, headerRow: 4, rowsTotal: 2 });
    expect(sheet.unusedColumns).toEqual(['Buchungstag', 'Wer', 'Was', 'Saldo']);
  });

  test('without a known header the first row stays the header where it may be one', async () => {
    expect(await only('Name;Name;Stadt\nAnn;Abel;Berlin\nBob;Baker;Paris\n')).toMatchObject({
      headerRow: 1,
      notices: [],
    });
    expect(await only('zeta,eta\none,two\nthree,four\n')).toMatchObject({ headerRow: 1, rowsTotal: 2 });
  });

  test('in the first row nothing is said', async () => {
    expect((await only(`${HEAD}\n${row(1)}\n`)).notices).toEqual([]);
  });

  test('a second header further down does not cost the rows above it', async () => {
    const text = [
      'email,team',
      'a@acme.example,Sales',
      'b@acme.example,Sales',
      'email,team,location',
      'c@acme.example,Sales,x',
    ];
    const sheet = await only(text.join('\n'));
    expect(sheet).toMatchObject({ profile: 'template-people', headerRow: 1, rowsTotal: 4 });
    expect(usedRows(sheet)).toEqual([2, 3]);
  });

  test('rows above the header that are as wide as the table are rejected, not passed over', async () => {
    const sheet = await only([row(1), HEAD, row(2)].join('\n'));
    expect(sheet).toMatchObject({ profile: 'template-spend', headerRow: 2, rowsTotal: 2 });
    expect(sheet.rejected.map(({ at, reason }) => [at.row, reason])).toEqual([[1, 'stands above the header']]);
  });

  test('titles in a sheet of a workbook, one of them merged', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('Spend');
    sheet.addRows([['Card spend of Acme'], ['Exported on', '2026-08-27'], [], HEAD.split(',')]);
    sheet.addRow(['2026-01-02', 'Zoom', 1, 'EUR']);
    sheet.mergeCells('A1:D1');
    const read = await only(new Uint8Array(await workbook.xlsx.writeBuffer()), 'book.xlsx');
    expect(read).toMatchObject({ profile: 'template-spend', headerRow: 4, rowsTotal: 1, rejected: [] });
    expect(usedRows(read)).toEqual([5]);
    expect(read.notices).toEqual([
      { code: 'header-row', message: 'The header of the sheet "Spend" is in row 4; 2 rows above it are no data.' },
    ]);
  });
});

describe('a heading that reads like a column', () => {
  const rows = ['13 Sep 2026,Slack,12.00', '14 Sep 2026,Zoom,14.99', '15 Sep 2026,Figma,9.00'];

  test('is no header of a table that is wider', async () => {
    const sheet = await only(`${['Software,,', ...rows].join('\n')}\n`);
    expect(sheet.profile).toBeNull();
    expect(sheet.observations).toEqual([]);
  });

  test('is the header of a list', async () => {
    expect(await only('Software\nSlack\nZoom\n')).toMatchObject({ profile: 'template-inventory', rowsTotal: 2 });
  });
});

describe('total rows', () => {
  const reasons = async (...rows: readonly string[]): Promise<unknown> => {
    const sheet = await only([HEAD, ...rows].join('\n'));
    expect(sheet.observations.length + sheet.rejected.length).toBe(sheet.rowsTotal);
    return [usedRows(sheet), sheet.rejected.map(({ at, reason, money }) => [at.row, reason, money])];
  };

  test.each(['Total', 'TOTAL:', 'Grand total', 'Sub-total', 'Summe', 'Gesamtsumme', 'Total (EUR)', 'Total for Slack'])(
    '%s is no data, and its money is not counted again',
    async (word) => {
      expect(await reasons(row(1), `${word},,1.00,EUR`, `,${word},1.00,EUR`)).toEqual([
        [2],
        [
          [3, 'a total row', null],
          [4, 'a total row', null],
        ],
      ]);
    },
  );

  test('a total row with fewer or more cells than the header', async () => {
    expect(await reasons(row(1), 'Total,1.00', 'Total,,1.00,EUR,,,2')).toEqual([
      [2],
      [
        [3, 'a total row', null],
        [4, 'a total row', null],
      ],
    ]);
  });

  test('whatever the order of the columns', async () => {
    const sheet = await only('amount,currency,merchant,date\n1.00,EUR,Zoom,2026-01-02\n1.00,EUR,Total,\n');
    expect(usedRows(sheet)).toEqual([2]);
    expect(sheet.rejected.map(({ reason }) => reason)).toEqual(['a total row']);
  });

  test('a merchant called Total is a merchant', async () => {
    expect(await reasons(row(1, 'Total'), row(2, 'TOTAL'), row(3, 'Total Wine'), row(4, 'Sum'))).toEqual([
      [2, 3, 4, 5],
      [],
    ]);
    const first = 'merchant,date,amount,currency\nTotal,2026-01-02,50.00,EUR\nTotal,,50.00,EUR';
    const sheet = await only(first);
    expect(usedRows(sheet)).toEqual([2]);
    expect(sheet.rejected.map(({ reason }) => reason)).toEqual(['a total row']);
  });

  test('a tool called Total is a tool, a sum at the end of an inventory is none', async () => {
    const inventory =
      'name,vendor,department,purpose\nTotal,TotalEnergies,Fleet,fuel\nTotal,,,\nTotal Commander,,IT,files\n';
    expect(usedRows(await only(inventory))).toEqual([2, 3, 4]);
    const summed = await only('name,vendor,purpose,cost\nSlack,Salesforce,chat,100\nTotal,,,100\n');
    expect(usedRows(summed)).toEqual([2]);
    expect(summed.rejected.map(({ at, reason }) => [at.row, reason])).toEqual([[3, 'a total row']]);
  });

  const kinds: readonly (readonly [string, readonly number[], readonly number[]])[] = [
    // Use of tools, as the template has it and turned round: below the list stands how many people there are.
    ['tool,email,last_active,assigned\nFigma,a@x.com,2026-09-01,yes\nTotal,1,,\n', [2], [3]],
    ['tool,email,last_active,assigned\nFigma,a@x.com,2026-09-01,yes\nGesamt,1 user,,\nSubtotal,2,,\n', [2], [3, 4]],
    ['email,tool,last_active,assigned\na@x.com,Figma,2026-09-01,yes\nTotal,1,,\n', [2], [3]],
    ['tool,email,active_days\nFigma,a@x.com,4\nSumme,12 Nutzer,4\n', [2], [3]],
    // A tool of that name with a person, or with a day; and a login of digits with a day.
    ['tool,email,last_active,assigned\nTotal,a@x.com,,\nTotal,b,,yes\nTotal,1042,2026-09-01,\n', [2, 3, 4], []],
    ['email,team\na@x.com,Design\nTotal,45\nb@x.com,Gesamt\n', [2, 4], [3]],
    ['tool,seats,currency,end,annual_cost\nMiro,10,EUR,2026-12-31,900\nTotal,10,EUR,,900\n', [2], [3]],
    ['from,to,weekly_handoffs\nJira,Slack,4\nTotal,1,4\n', [2], [3]],
    ['home,type,viewers_90d\nNotion,page,4\nTotal,1,4\n', [2], [3]],
    // A team called Gesamt stands for everybody: its items have numbers for names.
    ['id,team,contributors\n7,Gesamt,\n8,Design,\n', [2, 3], []],
  ];
  test.each(kinds)('in every kind of file: %s', async (content, used, totals) => {
    const sheet = await only(content);
    expect([...new Set(usedRows(sheet))]).toEqual(used);
    expect(sheet.rejected.map(({ at, reason }) => [at.row, reason])).toEqual(totals.map((at) => [at, 'a total row']));
  });
});
