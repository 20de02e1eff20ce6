import { describe, expect, it } from 'vitest';
import type { Audit } from '../../../src/model/audit/audit.ts';
import { excel } from '../../../src/renderers/excel/excel.ts';
import { html } from '../../../src/renderers/html/html.ts';
import { json } from '../../../src/renderers/json/json.ts';
import { markdown } from '../../../src/renderers/markdown/markdown.ts';
import type { Renderer } from '../../../src/renderers/renderer.ts';
import { sampleAudit } from '../../support/audit-sample.ts';
import { renderAssets } from '../../support/render-assets.ts';
import { namedValue, openWorkbook } from '../../support/workbook-cells.ts';

/** The lines sum to 9,705.00; the middle of the draws is another figure, with cents, so neither passes for the other. */
function audit(): Audit {
  const sample = sampleAudit();
  const { bridge } = sample.savings;
  const net = { ...bridge.net, p50: { minor: 912_345, currency: 'EUR' } };
  return { ...sample, savings: { ...sample.savings, bridge: { ...bridge, net } } };
}

async function bytesOf(renderer: Renderer): Promise<Uint8Array> {
  const [file] = await renderer.render(audit(), renderAssets());
  if (file === undefined) throw new Error(`${renderer.meta.id} wrote nothing`);
  return file.bytes;
}

const textOf = async (renderer: Renderer) => new TextDecoder().decode(await bytesOf(renderer));

describe('net of the first twelve months: the likely total and the simulated middle', () => {
  it('stand in audit.json, the first being the sum of the lines', async () => {
    const { bridge } = (JSON.parse(await textOf(json)) as Audit).savings;
    expect(bridge.netLikely.minor).toBe(bridge.lines.reduce((sum, line) => sum + line.net.minor, 0));
    expect(bridge.netLikely.minor).toBe(970_500);
    expect(bridge.net.p50.minor).toBe(912_345);
  });

  it('are the same two in Markdown, named, with a net total line', async () => {
    const text = await textOf(markdown);
    expect(text).toContain('likely total €9,705.00; simulated middle (p50) €9,123.45');
    expect(text).toMatch(/\| \*\*Net total\*\* \|.*\| 9,705\.00 \|\n/);
  });

  it('are the same two in HTML, named, with a net total line', async () => {
    const text = await textOf(html);
    expect(text).toContain('Net total, likely: €9,705.00. Net, simulated middle (p50): €9,123.45');
    const total = /<tr[^>]*>(?:(?!<\/tr>)[\s\S])*Net total(?:(?!<\/tr>)[\s\S])*<\/tr>/.exec(text)?.[0] ?? '';
    expect(total).toContain('9,705.00');
    expect(total).not.toContain('9,123.45');
  });

  it('are the same two in the workbook, named, with a net total line', async () => {
    const workbook = await openWorkbook(await bytesOf(excel));
    expect(namedValue(workbook, 'Net_saving')).toBe(9705);
    expect(namedValue(workbook, 'Net_saving_middle')).toBe(9123.45);
    const labels: unknown[] = [];
    workbook.getWorksheet('Summary')?.eachRow((row) => labels.push(row.getCell(1).value));
    expect(labels).toContain('Net saving, first twelve months: likely total');
    expect(labels).toContain('Net saving, first twelve months: simulated middle (p50)');
    const sheet = workbook.getWorksheet('Savings');
    const totals: unknown[] = [];
    sheet?.eachRow((row) => {
      if (row.getCell(1).value === 'Net total') totals.push(row.getCell(7).result);
    });
    expect(totals).toEqual([9705]);
  });
});
