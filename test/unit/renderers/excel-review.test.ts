import { describe, expect, test } from 'vitest';
import { Brand } from '../../../src/model/brand.ts';
import type { OpenName } from '../../../src/model/reconciliation.ts';
import { excel } from '../../../src/renderers/excel/excel.ts';
import { sampleAudit } from '../../support/audit-sample.ts';
import { openWorkbook } from '../../support/workbook-cells.ts';

async function reviewSheet(openNames?: OpenName[]) {
  const audit = openNames === undefined ? sampleAudit() : { ...sampleAudit(), openNames };
  const [file] = await excel.render(audit, { templates: () => '', brand: Brand.parse({}) });
  return (await openWorkbook(file!.bytes)).getWorksheet('Review')!;
}

const listOf = (sheet: Awaited<ReturnType<typeof reviewSheet>>, cell: string) =>
  String(sheet.getCell(cell).dataValidation.formulae[0]).slice(1, -1).split(',');

describe('the sheet Review', () => {
  test('lists the open names, most money first, with what is at stake and room for an answer', async () => {
    const sheet = await reviewSheet();
    expect(sheet.getRow(4).values).toEqual([
      undefined,
      'Name',
      'Kind',
      'State',
      'Rows',
      'Money',
      'Other currencies',
      'Why',
      'Candidates',
      'Answer',
      'By',
      'Note',
    ]);
    // EUR 881.50 before EUR 714.00
    expect([5, 6].map((row) => [sheet.getCell(`A${row}`).value, sheet.getCell(`E${row}`).value])).toEqual([
      ['Atlassian B.V.', 881.5],
      ['PADDLE.NET* NOTEKIT', 714],
    ]);
    expect(['I5', 'J5', 'K5'].map((cell) => sheet.getCell(cell).value ?? '')).toEqual(['', '', '']);
  });

  test('offers the fixed answers, the vendor and the candidates of each row', async () => {
    const sheet = await reviewSheet();
    expect(listOf(sheet, 'I5')).toEqual([
      'not-software',
      'internal',
      'platform-client',
      'vendor: Atlassian',
      'Jira',
      'Confluence',
    ]);
    expect(listOf(sheet, 'I6')).toEqual(['not-software', 'internal', 'platform-client']);
  });

  test('leaves to typing what a drop-down cannot hold', async () => {
    const candidate = (name: string) => ({ product: 'x', name, confidence: 0.5 });
    const long = 'L'.repeat(250);
    const names = ['One, Two', 'Say "so"', long, 'Plain'].map(candidate);
    const [first] = sampleAudit().openNames;
    const sheet = await reviewSheet([{ ...first!, vendor: null, candidates: names }]);
    expect(listOf(sheet, 'I5')).toEqual(['not-software', 'internal', 'platform-client', 'Plain']);
    expect(sheet.getCell('H5').value).toContain('One, Two; Say "so"');
  });

  test('shows other currencies apart and never adds them', async () => {
    const [first] = sampleAudit().openNames;
    const money = [
      { currency: 'EUR', minor: 1_000 },
      { currency: 'USD', minor: 2_500 },
    ];
    const sheet = await reviewSheet([{ ...first!, money }]);
    expect([sheet.getCell('E5').value, sheet.getCell('F5').value]).toEqual([10, 'USD 25.00']);
  });
});
