import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Audit } from '../../../../src/model/audit/audit.ts';
import type { Brand } from '../../../../src/model/brand.ts';
import { html } from '../../../../src/renderers/html/html.ts';
import { emptyAudit, hostileAudit, sampleAudit } from '../../../support/audit-sample.ts';
import { renderAssets } from '../../../support/render-assets.ts';

async function report(audit: Audit, brand: Partial<Brand> = {}): Promise<string> {
  const files = await html.render(audit, renderAssets(brand));
  expect(files.map((file) => file.name)).toEqual(['report.html']);
  return new TextDecoder().decode(files[0]?.bytes);
}

const audits = { sample: sampleAudit, empty: emptyAudit, hostile: hostileAudit };

describe.each(Object.entries(audits))('report of the %s audit', (_, audit) => {
  test('has the fifteen parts in order, each with heading and lead', async () => {
    const text = await report(audit());
    const parts = [...text.matchAll(/data-part="(\d+)"/g)].map((m) => Number(m[1]));
    expect(parts).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
    const leads = [...text.matchAll(/<p class="lead">([^<]*)<\/p>/g)].map((m) => m[1] ?? '');
    expect(leads).toHaveLength(15);
    for (const lead of leads) expect(lead.length).toBeGreaterThan(20);
  });

  test('is the same byte for byte', async () => {
    expect(await report(audit())).toBe(await report(audit()));
  });

  test('hash the policy names is the hash of the inline style and script', async () => {
    const text = await report(audit());
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
    const hash = (inner: string) => `'sha256-${createHash('sha256').update(inner).digest('base64')}'`;
    const styles = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((m) => m[1] ?? '');
    const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((m) => m[1] ?? '');
    expect(policy.startsWith("default-src 'none'; ")).toBe(true);
    expect([styles.length, scripts.length]).toEqual([1, 1]);
    expect(policy).toContain(`style-src ${hash(styles[0] ?? '')};`);
    expect(policy).toContain(`script-src ${hash(scripts[0] ?? '')};`);
    expect(policy).not.toContain('unsafe');
  });

  test('loads nothing from anywhere and has no inline handler or style', async () => {
    const text = await report(audit());
    expect(text).not.toMatch(/https?:\/\//);
    expect(text).not.toMatch(/<(link|img|iframe|object|embed|base|form)\b/);
    // Values inside quotes are dropped first: a hostile name in an attribute may spell a handler.
    const tags = text.replaceAll(/"[^"]*"/g, '""').match(/<[a-z][^<>]*>/g) ?? [];
    for (const tag of tags) expect(tag).not.toMatch(/\s(on\w+|style|src)=/);
  });

  test('ids are unique and every link leads to one', async () => {
    const text = await report(audit());
    const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of text.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
    for (const [, target] of text.matchAll(/url\(#([^)]*)\)/g)) expect(ids).toContain(target);
  });
});

describe('what the sample says', () => {
  test('the headline is the sum of the known annual costs and the net range', async () => {
    // 9,480 + 7,920 + 5,184 + 8,640 + 19,872 + 21,600 + 6,160 + 2,250 + 5,400 + 17,280 + 12,600 + 612 + 8,040 = 125,038
    expect(await report(sampleAudit())).toContain(
      'Northlight Studio pays €125,038 a year for 13 of its 14 tools. €9,705 net can be saved in the first twelve months, between €6,120 and €12,390.',
    );
  });

  test('unknown, withheld and unscored are printed as such', async () => {
    const text = await report(sampleAudit());
    expect(text).toContain('withheld (k &#x3D; 5)');
    expect(text).toMatch(/class="is-unknown n"[^>]*>unknown/);
    expect(text).toContain('insufficient evidence');
  });

  test('evidence names the file and at most twenty rows', async () => {
    const audit = sampleAudit();
    const text = await report(audit);
    // The finding on Asana rests on the 34 rows 2 to 35 of usage-q3.csv: 20 are named, 14 counted.
    expect(text).toContain(
      '<bdi>usage-q3.csv</bdi>: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21 and 14 more',
    );
  });

  test('the reconciliation says whether it adds up', async () => {
    const audit = sampleAudit();
    expect(await report(audit)).toContain('every one stands in exactly one bucket');
    const broken = {
      ...audit,
      reconciliation: {
        ...audit.reconciliation,
        rows: { ...audit.reconciliation.rows, total: audit.reconciliation.rows.total + 2 },
      },
    };
    expect(await report(broken)).toContain('2 rows are not accounted for');
  });

  test('every picture has a title, a description and its figures', async () => {
    const text = await report(sampleAudit());
    const figures = text.split('<figure').slice(1);
    expect(figures.length).toBeGreaterThanOrEqual(13);
    for (const figure of figures) {
      expect(figure).toMatch(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/);
      expect(figure).toContain('The figures behind this picture');
    }
  });

  test('another locale prints its own numbers and dates', async () => {
    const audit = sampleAudit();
    const text = await report({ ...audit, organisation: { ...audit.organisation, locale: 'de-DE' } });
    expect(text).toContain('9.705\u00a0€');
    expect(text).toContain('12. Oktober 2026');
  });

  test('the brand is printed escaped', async () => {
    const text = await report(sampleAudit(), { name: '<b>Consult & Co</b>', footer: 'Foot', accent: '#ffee00' });
    expect(text).toContain('&lt;b&gt;Consult &amp; Co&lt;/b&gt;');
    expect(text).toContain('Foot');
  });
});

describe('hostile names', () => {
  test('stay text', async () => {
    const text = await report(hostileAudit());
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img');
    expect(text).not.toContain('<svg onload');
    expect(text).toContain('{{#each this}}');
    for (const invisible of ['\u0000', '\u202e']) expect(text.includes(invisible)).toBe(false);
  });
});

test('no template prints anything unescaped', () => {
  const root = fileURLToPath(new URL('../../../../templates/html/', import.meta.url));
  const templates = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hbs'));
  expect(templates.length).toBeGreaterThan(10);
  for (const name of templates) expect(readFileSync(join(root, name), 'utf8'), name).not.toMatch(/\{\{\{|\{\{&/);
});

test('a report of 300 tools stays under 2.5 MB', async () => {
  const audit = sampleAudit();
  const many = Array.from({ length: 300 }, (_, i) => {
    const tool = audit.tools[i % audit.tools.length];
    return { ...tool, id: `tool-${i}`, name: `${tool?.name} ${i}` } as Audit['tools'][number];
  });
  expect((await report({ ...audit, tools: many })).length).toBeLessThan(2_500_000);
});
