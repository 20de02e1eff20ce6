import { describe, expect, it } from 'vitest';
import { Audit } from '../../../src/model/audit/audit.ts';
import { Brand } from '../../../src/model/brand.ts';
import { excel } from '../../../src/renderers/excel/excel.ts';
import { html } from '../../../src/renderers/html/html.ts';
import { json } from '../../../src/renderers/json/json.ts';
import { markdown } from '../../../src/renderers/markdown/markdown.ts';
import { sampleAudit } from '../../support/audit-sample.ts';
import { renderAssets } from '../../support/render-assets.ts';
import { openWorkbook } from '../../support/workbook-cells.ts';

type Seats = Audit['tools'][number]['seats'];
type At = NonNullable<Seats['sensitivity']>[number];

const at = (days: number, active: At['active'], inactive: At['inactive'], more: Partial<At> = {}): At => ({
  thresholdDays: days,
  active,
  inactive,
  unknown: 0,
  grace: 0,
  recommended: null,
  ...more,
});
const X = 'suppressed' as const;
const withheld = (days: number) => at(days, X, X, { unknown: X, grace: X, recommended: X });

const DETAIL: Readonly<Record<string, Partial<Seats>>> = {
  asana: {
    neverUsed: 12,
    unknownBecause: [],
    sensitivity: [
      at(30, 24, 43, { recommended: 50 }),
      at(60, 30, 37, { recommended: 50 }),
      at(90, 38, 29, { recommended: 50 }),
      at(120, 46, 21, { recommended: 51 }),
    ],
    byTeam: [
      { team: 'Creative', active: 20, inactive: 9, unknown: 0 },
      { team: 'Delivery', active: 10, inactive: 14, unknown: 0 },
      { team: '(other teams)', active: 8, inactive: 6, unknown: 0 },
    ],
  },
  figma: {
    inactive: 0,
    unknown: 8,
    neverUsed: 0,
    unknownBecause: ['out-of-date', 'sign-ins-only'],
    recommended: null,
    sensitivity: [withheld(30), ...[60, 90, 120].map((days) => at(days, 40, 0, { unknown: 8 }))],
    byTeam: [{ team: 'Creative', active: 40, inactive: 0, unknown: 8 }],
  },
  jira: { neverUsed: X, sensitivity: [30, 60, 90, 120].map(withheld), byTeam: [] },
  slack: {
    inactive: 0,
    neverUsed: 0,
    sensitivity: [30, 60, 90, 120].map((days) => at(days, 110, 0)),
    byTeam: [{ team: 'Delivery', active: 60, inactive: 0, unknown: 0 }],
  },
};

function audit(): Audit {
  const sample = sampleAudit();
  const tools = sample.tools.map((tool) => ({ ...tool, seats: { ...tool.seats, ...DETAIL[tool.id] } }));
  return Audit.parse({ ...sample, tools });
}

const assets = { templates: () => '', brand: Brand.parse({}) };
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const SEATED = audit().tools.filter(({ seats }) => seats.purchased !== null || seats.active !== null).length;

/** Rows of the table under a caption as the texts of their cells, second lines after a bar. */
function tableOf(page: string, caption: string): string[][] {
  const from = page.search(new RegExp(`<table\\b(?:(?!</table>)[\\s\\S])*<caption[^>]*>\\s*${caption}\\s*<`));
  const body = page.slice(from, page.indexOf('</table>', from));
  const textOf = (cell: string) =>
    cell
      .replaceAll(/<small[^>]*>/g, '| ')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  return (body.match(/<tr\b[\s\S]*?<\/tr>/g) ?? []).map((row) =>
    (row.match(/<t[hd]\b[\s\S]*?<\/t[hd]>/g) ?? []).map(textOf),
  );
}

describe('seats in HTML', () => {
  it('stand by threshold, with what is unknown or recommended beside the unused ones', async () => {
    const page = decode((await html.render(audit(), renderAssets()))[0]?.bytes);
    expect(tableOf(page, 'Unused seats by threshold')).toEqual([
      ['Tool', '30 days', '60 days', '90 days | in force', '120 days'],
      ['Asana', '43 | 50 recommended', '37 | 50 recommended', '29 | 50 recommended', '21 | 51 recommended'],
      ['Figma', 'withheld (k &#x3D; 5)', '0 | 8 unknown', '0 | 8 unknown', '0 | 8 unknown'],
      // Asana and Slack show all their figures: 43 + 0, 37 + 0, 29 + 0, 21 + 0.
      ['Sum', '43', '37', '29', '21'],
    ]);
    expect(page).toContain('The sum is over the 2 tools of which every figure is shown.');
    expect(page).toContain(`${SEATED - 2} of ${SEATED} tools are left out`);
  });

  it('stand by team, the most unused first and the sum of the others last', async () => {
    const page = decode((await html.render(audit(), renderAssets()))[0]?.bytes);
    expect(tableOf(page, 'Seats by tool and team')).toEqual([
      ['Tool', 'Team', 'Used', 'Unused', 'Unknown'],
      ['Asana', 'Delivery', '10', '14', '0'],
      ['Asana', 'Creative', '20', '9', '0'],
      ['Asana', '(other teams)', '8', '6', '0'],
      ['Figma', 'Creative', '40', '0', '8'],
    ]);
    expect(page).toContain('the workbook has all 5 rows.');
  });

  it('say why they are unknown, and how many were never used', async () => {
    const page = decode((await html.render(audit(), renderAssets()))[0]?.bytes);
    const rows = new Map(tableOf(page, 'Seats by tool').map((cells) => [cells[0], cells]));
    expect(rows.get('Asana')?.[6]).toBe('29 | 12 never used');
    expect(rows.get('Figma')?.slice(6, 9)).toEqual(['0', expect.anything(), '8 | list out of date, sign-ins only']);
    expect(rows.get('Jira')?.join(' ')).not.toContain('never used');
  });

  it('have no table of thresholds or teams where nothing is known of them', async () => {
    const page = decode((await html.render(sampleAudit(), renderAssets()))[0]?.bytes);
    expect(page).not.toContain('Unused seats by threshold');
    expect(page).not.toContain('Seats by tool and team');
  });
});

describe('seats in Markdown', () => {
  it('stand by threshold and by team', async () => {
    const text = decode((await markdown.render(audit(), assets))[0]?.bytes);
    const lines = text.split('\n').map((line) => line.replaceAll(/ +/g, ' ').trim());
    expect(lines).toEqual(
      expect.arrayContaining([
        '| Unused seats | 30 days | 60 days | 90 days | 120 days |',
        '| Asana | 43; 50 recommended | 37; 50 recommended | 29; 50 recommended | 21; 51 recommended |',
        '| Figma | withheld (k = 5) | 0; 8 unknown | 0; 8 unknown | 0; 8 unknown |',
        '| **Sum of 2 tools** | 43 | 37 | 29 | 21 |',
        '| Asana | (other teams) | 8 | 6 | 0 |',
        '| Figma | Creative | 40 | 0 | 8 |',
      ]),
    );
    expect(text).toContain('list out of date, sign-ins only');
  });
});

describe('seats in the workbook', () => {
  it('stand by threshold with every state, withheld ones as a word that no sum counts', async () => {
    const book = await openWorkbook((await excel.render(audit(), assets))[0]!.bytes);
    const sheet = book.getWorksheet('Seats by threshold')!;
    const values = (row: number) => (sheet.getRow(row).values as unknown[]).slice(1);
    expect(values(4).slice(0, 5)).toEqual([
      'Tool',
      'Used at 30 days',
      'Unused at 30 days',
      'Unknown at 30 days',
      'Recommended at 30 days',
    ]);
    const rows = new Map([5, 6, 7, 8].map((row) => [values(row)[0], values(row).slice(1, 5)]));
    expect(rows.get('Asana')).toEqual([24, 43, 0, 50]);
    expect(rows.get('Figma')).toEqual(['withheld', 'withheld', 'withheld', 'withheld']);
    // 43 + 0; the two withheld ones are words.
    expect(sheet.getRow(9).getCell(3).result).toBe(43);
    expect(sheet.getRow(9).getCell(3).formula).toBe('SUM(C5:C8)');
  });

  it('stand by team, all that may be shown', async () => {
    const book = await openWorkbook((await excel.render(audit(), assets))[0]!.bytes);
    const sheet = book.getWorksheet('Seats by team')!;
    const rows = [5, 6, 7, 8, 9].map((row) => (sheet.getRow(row).values as unknown[]).slice(1));
    expect(rows).toContainEqual(['Slack', 'Delivery', 60, 0, 0]);
    expect(rows).toContainEqual(['Asana', '(other teams)', 8, 6, 0]);
    expect(sheet.getRow(10).getCell(1).value).toBeNull();
  });

  it('say why they are unknown', async () => {
    const book = await openWorkbook((await excel.render(audit(), assets))[0]!.bytes);
    const sheet = book.getWorksheet('Spend and seats')!;
    const header = (sheet.getRow(4).values as unknown[]).indexOf('Why unknown');
    const found: unknown[] = [];
    sheet.eachRow((row) => void (row.getCell(1).value === 'Figma' && found.push(row.getCell(header).value)));
    expect(found).toEqual(['list out of date, sign-ins only']);
  });
});

describe('seats in JSON', () => {
  it('stand as the audit has them, and are read back', async () => {
    const files = await json.render(audit());
    const read = Audit.parse(JSON.parse(decode(files.find(({ name }) => name === 'audit.json')?.bytes)));
    for (const [id, detail] of Object.entries(DETAIL))
      expect(read.tools.find((tool) => tool.id === id)?.seats).toMatchObject(detail);
  });
});
