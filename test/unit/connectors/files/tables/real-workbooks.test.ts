import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../../support/read-table.ts';

async function bytesOf(fill: (workbook: exceljs.Workbook) => void): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const USAGE = ['tool', 'email', 'last_active'];

describe('merged cells', () => {
  test('text and dates stand for each row that they are merged over, a number for the first alone', async () => {
    const bytes = await bytesOf((workbook) => {
      const sheet = workbook.addWorksheet('contracts');
      sheet.addRows([
        ['tool', 'currency', 'end', 'seats', 'annual_cost'],
        ['Slack', 'EUR', new Date(Date.UTC(2026, 11, 31)), 10, 1200],
        ['Zoom'],
        ['Figma', 'EUR', new Date(Date.UTC(2027, 0, 31)), 5, 300],
      ]);
      for (const range of ['B2:B3', 'C2:C3', 'E2:E3']) sheet.mergeCells(range);
    });
    const { sheets } = await readTable(bytes, 'book.xlsx');
    const seen = sheets[0]?.observations.map((row) =>
      row.kind === 'contract' ? [row.tool.name, row.currency, row.end, row.seats, row.annualCost?.minor ?? null] : [],
    );
    expect(seen).toEqual([
      ['Slack', 'EUR', '2026-12-31', 10, 120000],
      ['Zoom', 'EUR', '2026-12-31', null, null],
      ['Figma', 'EUR', '2027-01-31', 5, 30000],
    ]);
    expect(sheets[0]?.rejected).toEqual([]);
  });

  test('cells merged sideways hold their text once', async () => {
    const bytes = await bytesOf((workbook) => {
      const sheet = workbook.addWorksheet('spend');
      sheet.addRows([
        ['date', 'merchant', 'amount', 'currency'],
        ['2026-01-02', 'Zoom', 1, 'EUR'],
        ['Total', '', 1, 'EUR'],
      ]);
      sheet.mergeCells('A3:B3');
    });
    const { sheets } = await readTable(bytes, 'book.xlsx');
    expect(sheets[0]?.rejected.map(({ at, reason }) => [at.row, reason])).toEqual([[3, 'a total row']]);
  });

  test('a sheet that merges a million cells is refused before they are written out', async () => {
    const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate');
    const parts = unzipSync(await bytesOf((workbook) => workbook.addWorksheet('spend').addRow(['date', 'merchant'])));
    const name = 'xl/worksheets/sheet1.xml';
    const merged = strFromU8(parts[name]!).replace(
      '</sheetData>',
      '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    );
    const { sheets, problems } = await readTable(zipSync({ ...parts, [name]: strToU8(merged) }), 'book.xlsx');
    expect(sheets).toEqual([]);
    expect(problems[0]?.code).toBe('workbook-too-large');
  });
});

test('hidden and empty sheets are reported', async () => {
  const bytes = await bytesOf((workbook) => {
    workbook.addWorksheet('usage').addRows([USAGE, ['Slack', 'a@acme.example', '2026-08-27']]);
    workbook.addWorksheet('old', { state: 'hidden' }).addRows([USAGE, ['Zoom', 'a@acme.example', '2026-08-27']]);
    workbook.addWorksheet('Sheet3');
  });
  const reading = await readTable(bytes, 'book.xlsx');
  expect(reading.notices).toEqual([{ code: 'empty-sheet', message: 'The sheet "Sheet3" has no rows.' }]);
  expect(reading.sheets.map(({ sheet, observations, notices }) => [sheet, observations.length, notices])).toEqual([
    ['usage', 1, []],
    ['old', 1, [{ code: 'hidden-sheet', message: 'The sheet "old" is hidden in the workbook and was read.' }]],
  ]);
});

describe('serial days', () => {
  // 45,870 days after 30 December 1899 is 1 August 2025; counted from 1904 it is 1,462 days later, 2 August 2029.
  const lastActive = async (bytes: Uint8Array | string): Promise<unknown> => {
    const { sheets } = await readTable(bytes, typeof bytes === 'string' ? 'usage.csv' : 'book.xlsx');
    return sheets[0]?.observations.map((row) => (row.kind === 'account' ? row.lastActive : null));
  };

  test('as plain numbers, in a workbook and in a CSV file', async () => {
    const rows = [USAGE, ['Slack', 'a@acme.example', 45870]];
    expect(await lastActive(await bytesOf((book) => book.addWorksheet('usage').addRows(rows)))).toEqual(['2025-08-01']);
    expect(await lastActive(rows.map((row) => row.join(',')).join('\n'))).toEqual(['2025-08-01']);
  });

  test('in a workbook that counts from 1904', async () => {
    const bytes = await bytesOf((workbook) => {
      workbook.properties.date1904 = true;
      const sheet = workbook.addWorksheet('usage');
      sheet.addRows([USAGE, ['Slack', 'a@acme.example', 45870]]);
      sheet.addRow(['Zoom', 'a@acme.example', new Date(Date.UTC(2026, 7, 27))]);
    });
    expect(await lastActive(bytes)).toEqual(['2029-08-02', '2026-08-27']);
  });
});

test('a single cell far to the right costs its row only', async () => {
  const bytes = await bytesOf((workbook) => {
    const sheet = workbook.addWorksheet('usage');
    sheet.addRows([USAGE, ['Slack', 'a@acme.example', '2026-08-27'], ['Zoom', 'a@acme.example', '2026-08-27']]);
    sheet.getCell('XFD2').value = 'x';
  });
  const { sheets } = await readTable(bytes, 'book.xlsx');
  expect(sheets[0]?.observations.map(({ at }) => at.row)).toEqual([3]);
  expect(sheets[0]?.rejected.map(({ at, reason }) => [at.row, reason])).toEqual([
    [2, 'has 16384 cells where the header has 3'],
  ]);
});
