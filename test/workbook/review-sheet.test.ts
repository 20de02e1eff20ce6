import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/connectors/files/read-file.ts';
import { Brand } from '../../src/model/brand.ts';
import { excel } from '../../src/renderers/excel/excel.ts';
import { sampleAudit } from '../support/audit-sample.ts';
import { recalculate } from '../support/libreoffice.ts';
import { lacks } from '../support/needs.ts';
import { openWorkbook } from '../support/workbook-cells.ts';

const ports = { pseudonym: () => 'person', timeZone: 'UTC', currency: 'EUR' };

describe.skipIf(lacks('libreoffice'))('the sheet Review, saved by LibreOffice', () => {
  it('is known again and keeps its answers and drop-downs', async () => {
    const [file] = await excel.render(sampleAudit(), { templates: () => '', brand: Brand.parse({}) });
    const workbook = await openWorkbook(file!.bytes);
    workbook.getWorksheet('Review')!.getCell('I5').value = 'vendor: Atlassian';
    const saved = recalculate(new Uint8Array(await workbook.xlsx.writeBuffer()));
    const { answers } = await readFile({ name: 'r.xlsx', bytes: saved, sourceId: 'r', sha256: null, ports });
    expect(answers?.answered.map(({ row, name, answer }) => [row, name, answer])).toEqual([
      [5, 'Atlassian B.V.', 'vendor: Atlassian'],
    ]);
    const list = (await openWorkbook(saved)).getWorksheet('Review')!.getCell('I5').dataValidation.formulae[0];
    expect(list).toContain('vendor: Atlassian,Jira,Confluence');
  });
});
