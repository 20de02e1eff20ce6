import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { Brand } from '../../../src/model/brand.ts';
import { columnLetter } from '../../../src/renderers/excel/cells.ts';
import { excel } from '../../../src/renderers/excel/excel.ts';
import { hostileAudit, sampleAudit } from '../../support/audit-sample.ts';
import { openWorkbook } from '../../support/workbook-cells.ts';

const assets = { templates: () => '', brand: Brand.parse({}) };
const bytesOf = async (audit = sampleAudit()) => (await excel.render(audit, assets))[0]!.bytes;

describe('workbook', () => {
  it('gives the same bytes for the same audit', async () => {
    expect(Buffer.from(await bytesOf()).equals(Buffer.from(await bytesOf()))).toBe(true);
  });

  it('keeps text that starts with = + - @ as text', async () => {
    const audit = sampleAudit();
    audit.tools[0]!.name = "=cmd|' /C calc'!A0";
    audit.tools[1]!.name = '@SUM(A1)';
    const sheet = (await openWorkbook(await bytesOf(audit))).getWorksheet('Tools')!;
    const cells = [sheet.getCell('A5'), sheet.getCell('A6')];
    expect(cells.map((cell) => cell.type)).toEqual([ExcelJS.ValueType.String, ExcelJS.ValueType.String]);
    expect(cells.map((cell) => cell.value)).toEqual(["=cmd|' /C calc'!A0", '@SUM(A1)']);
  });

  it('freezes headers, filters, sets print areas, has drop-downs and named inputs', async () => {
    const workbook = await openWorkbook(await bytesOf());
    const decisions = workbook.getWorksheet('Decisions')!;
    expect(decisions.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
    expect(decisions.autoFilter).toBeTruthy();
    expect(decisions.pageSetup.printArea).toBeTruthy();
    expect(decisions.getCell('N5').dataValidation.type).toBe('list');
    expect(workbook.definedNames.getRanges('Migration_likely').ranges).toHaveLength(1);
  });

  it('leaves the unknown empty and hatched, never zero', async () => {
    const audit = sampleAudit();
    audit.tools[0]!.spend = { ...audit.tools[0]!.spend, annual: null };
    const cell = (await openWorkbook(await bytesOf(audit))).getWorksheet('Spend and seats')!.getCell('B5');
    expect(cell.value).toBeNull();
    expect(cell.fill).toMatchObject({ pattern: 'lightUp' });
  });

  it('holds no text longer than a cell can', async () => {
    for (const sheet of (await openWorkbook(await bytesOf(hostileAudit()))).worksheets) {
      sheet.eachRow((row) => row.eachCell((cell) => expect(String(cell.value ?? '').length).toBeLessThan(32_767)));
    }
  });

  it('names columns as spreadsheets do', () => {
    expect([1, 26, 27, 52, 53, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ']);
  });
});
