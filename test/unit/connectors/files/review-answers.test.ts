import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../../src/connectors/files/read-file.ts';
import { Brand } from '../../../../src/model/brand.ts';
import { excel } from '../../../../src/renderers/excel/excel.ts';
import { sampleAudit } from '../../../support/audit-sample.ts';
import { openWorkbook } from '../../../support/workbook-cells.ts';

const ports = { pseudonym: () => 'person', timeZone: 'UTC', currency: 'EUR' };
const read = (bytes: Uint8Array, name = 'whatever.xlsx') =>
  readFile({ name, bytes, sourceId: name, sha256: null, ports });

/** The report's workbook after somebody had it open. */
async function filled(change: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const [file] = await excel.render(sampleAudit(), { templates: () => '', brand: Brand.parse({}) });
  const workbook = await openWorkbook(file!.bytes);
  change(workbook.getWorksheet('Review')!, workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('a filled workbook', () => {
  test('gives its answers with their rows and nothing else', async () => {
    const bytes = await filled((sheet, workbook) => {
      sheet.getCell('I5').value = ' Jira ';
      sheet.getCell('J5').value = 'IT lead';
      sheet.getCell('K5').value = { richText: [{ text: 'see ' }, { text: 'bill' }] };
      sheet.getCell('I7').value = 'not-software';
      // A sheet that would be data in any other file.
      workbook.addWorksheet('Mine').addRows([
        ['name', 'purpose'],
        ['Slack', 'chat'],
      ]);
    });
    const { sheets, problems, answers } = await read(bytes);
    expect([sheets, problems]).toEqual([[], []]);
    // Most money first: Atlassian 881.50, PADDLE 714.00, then the names without money.
    expect(answers).toEqual({
      answered: [
        { row: 5, name: 'Atlassian B.V.', kind: 'expense', answer: 'Jira', by: 'IT lead', note: 'see bill' },
        { row: 7, name: 'Board', kind: 'inventory', answer: 'not-software', by: null, note: null },
      ],
      rejected: [],
    });
  });

  test('is known after columns were moved and the sheet renamed', async () => {
    const bytes = await filled((sheet) => {
      sheet.name = 'Antworten';
      sheet.spliceColumns(3, 4); // State, Rows, Money, Other currencies
      sheet.getCell('E6').value = 'internal';
    });
    expect((await read(bytes)).answers?.answered.map(({ name, answer }) => [name, answer])).toEqual([
      ['PADDLE.NET* NOTEKIT', 'internal'],
    ]);
  });

  test('rows that cannot be taken are told with row and field', async () => {
    const bytes = await filled((sheet) => {
      sheet.getCell('I5').value = 'Jira';
      sheet.getCell('B5').value = 'card';
      sheet.getCell('I6').value = 'Jira';
      sheet.getCell('A6').value = null;
      sheet.getCell('M7').value = 'beside the table';
    });
    expect((await read(bytes)).answers).toMatchObject({
      answered: [],
      rejected: [
        { row: 5, field: 'Kind' },
        { row: 6, field: 'Name' },
        { row: 7, field: null },
      ],
    });
  });

  test('an untouched one has no answer', async () => {
    expect((await read(await filled(() => undefined))).answers).toEqual({ answered: [], rejected: [] });
  });
});

test('the sheet alone, saved as text, is known too', async () => {
  const text = 'Name,Kind,Candidates,Answer,By,Note\nACME,expense,,asana,,\nOTHER,expense,,,,\n';
  const { answers } = await read(new TextEncoder().encode(text), 'review.csv');
  expect(answers?.answered.map(({ row, name, answer }) => [row, name, answer])).toEqual([[2, 'ACME', 'asana']]);
});

test('a list with some of the columns is data as before', async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Tools').addRows([
    ['name', 'purpose', 'Answer'],
    ['Slack', 'chat', 'yes'],
  ]);
  const { sheets, answers } = await read(new Uint8Array(await workbook.xlsx.writeBuffer()));
  expect(answers).toBeUndefined();
  expect(sheets.map(({ profile }) => profile)).toEqual(['template-inventory']);
});
