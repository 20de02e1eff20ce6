import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { templateFiles, templateGuide, templateWorkbook } from '../../../../../src/connectors/files/templates.ts';
import { readTable } from '../../../../support/read-table.ts';

async function bytesOf(fill: (workbook: exceljs.Workbook) => void): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

test('dates, formulas, rich text, links, numbers and booleans of a workbook', async () => {
  const bytes = await bytesOf((workbook) => {
    const sheet = workbook.addWorksheet('Contracts 2026');
    sheet.addRow([]);
    sheet.addRow(['tool', 'currency', 'end', 'annual_cost', 'auto_renew', 'plan', 'seats']);
    sheet.addRow([
      { richText: [{ text: 'Sl' }, { text: 'ack' }] },
      'EUR',
      new Date(Date.UTC(2026, 11, 31)),
      { formula: '12*100.5', result: 1206 },
      true,
      { text: 'Business+', hyperlink: 'https://example.com' },
      1.2345e3,
    ]);
    sheet.addRow(['Zoom', 'EUR', { formula: 'NA()', result: { error: '#N/A' } }]);
    workbook.addWorksheet('Empty');
  });
  const { sheets, problems } = await readTable(bytes, 'book.xlsx');
  expect(problems).toEqual([]);
  expect(sheets).toHaveLength(1);
  expect(sheets[0]).toMatchObject({ sheet: 'Contracts 2026', profile: 'template-contracts', rowsTotal: 2 });
  expect(sheets[0]?.observations).toEqual([
    {
      kind: 'contract',
      at: { source: 'file', row: 3 },
      tool: { name: 'Slack', nameKind: 'inventory' },
      plan: 'Business+',
      seats: 1234.5,
      unitPrice: null,
      currency: 'EUR',
      billingPeriod: null,
      start: null,
      end: '2026-12-31',
      noticeDays: null,
      autoRenew: true,
      minimumSeats: null,
      annualCost: { minor: 120600, currency: 'EUR' },
    },
  ]);
  expect(sheets[0]?.rejected).toEqual([
    { at: { source: 'file', row: 4 }, field: 'end', reason: 'holds a spreadsheet error', money: null },
  ]);
});

test('each sheet is a source of its own', async () => {
  const bytes = await bytesOf((workbook) => {
    workbook.addWorksheet('homes').addRows([
      ['object_type', 'home'],
      ['policy', 'Notion'],
    ]);
    workbook.addWorksheet('notes').addRows([
      ['whatever', 'else'],
      ['1', '2'],
    ]);
  });
  const { sheets } = await readTable(bytes, 'book.xlsx');
  expect(sheets.map(({ sheet, profile, source }) => [sheet, profile, source?.id])).toEqual([
    ['homes', 'template-homes', 'file#homes'],
    ['notes', null, undefined],
  ]);
  expect(sheets[0]?.observations[0]?.at).toEqual({ source: 'file#homes', row: 2 });
});

test('a workbook cut off in the middle is a problem, not a crash', async () => {
  const bytes = await templateWorkbook();
  const { sheets, problems } = await readTable(bytes.subarray(0, bytes.length >> 1), 'cut.xlsx');
  expect([sheets, problems.map(({ code }) => code)]).toEqual([[], ['damaged-workbook']]);
});

test('the empty templates are recognised, as CSV and as a workbook', async () => {
  const { sheets } = await readTable(await templateWorkbook(), 'templates.xlsx');
  expect(sheets).toHaveLength(25);
  expect(sheets.map(({ sheet, profile }) => profile === `template-${sheet?.replaceAll('_', '-')}`)).not.toContain(
    false,
  );
  for (const { name, content } of templateFiles()) {
    const { sheets: read } = await readTable(content, name);
    expect(read[0]?.profile).toBe(`template-${name.replace('.csv', '').replaceAll('_', '-')}`);
  }
});

test('the templates have the columns that the documentation names', () => {
  const columns = Object.fromEntries(templateFiles().map(({ name, content }) => [name, content.trim()]));
  expect(columns['inventory.csv']).toBe('name,vendor,owner_email,department,purpose,capabilities,status');
  expect(columns['spend.csv']).toBe('date,merchant,amount,currency,category,cost_centre,email');
  expect(columns['messages.csv']).toBe(
    'week,team,public_channel,private_channel,direct,threaded_replies,after_hours,replies,in_bursts,question_threads,linked_answers,repeated_questions,work_comments',
  );
  expect(columns['deliveries.csv']).toBe('id,team,date,type,item,outside_approval');
  expect(columns['wiki_weeks.csv']).toBe('week,team,readers,searches,searches_found,minutes_to_find');
  expect(Object.keys(columns)).toHaveLength(25);
  for (const name of Object.keys(columns)) expect(templateGuide()).toContain(`## ${name}`);
});
