import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalog/load.ts';
import { loadMatchQuality } from '../../../src/catalog/load-match-quality.ts';
import { type LabelledName, measureMatching } from '../../../src/catalog/match-quality.ts';
import type { MatchQuality } from '../../../src/model/match-quality.ts';

const catalogue = loadCatalogue();
const root = join(import.meta.dirname, '../../..');
const shared = join(root, '../shared');

function readCsv(path: string): Record<string, string>[] {
  return parse(readFileSync(path, 'utf8'), { columns: true, bom: true });
}

function labelled(path: string, column = 'label'): LabelledName[] {
  return readCsv(path).map((row) => ({ ...row, label: row[column] })) as unknown as LabelledName[];
}

/** Prints the table and hands back its last line, which is for all kinds. */
function printed(title: string, names: readonly LabelledName[]): MatchQuality {
  const lines = measureMatching(catalogue, names);
  process.stdout.write(`\n${title} (${names.length} rows)\n`);
  for (const m of lines) {
    process.stdout.write(
      `  ${m.kind.padEnd(9)} reach ${m.known}/${m.products}, right ${m.right}/${m.known}, ` +
        `vendor-only ${m.vendorRight}/${m.vendorOnly}, non-software taken in ${m.takenIn}/${m.notSoftware}, ` +
        `others given a product ${m.othersGivenProduct}/${m.others}, confidently wrong ${m.confidentlyWrong}/${m.rows}\n`,
    );
  }
  const all = lines.at(-1);
  if (all === undefined) throw new Error('no labelled names');
  return all;
}

function expectFloors(quality: MatchQuality): void {
  expect(quality.known / quality.products).toBeGreaterThanOrEqual(0.92);
  expect(quality.right / quality.known).toBeGreaterThanOrEqual(0.97);
  expect(quality.vendorRight / quality.vendorOnly).toBeGreaterThanOrEqual(0.9);
  expect(quality.takenIn / quality.notSoftware).toBeLessThanOrEqual(0.01);
  expect(quality.othersGivenProduct).toBe(0);
  expect(quality.confidentlyWrong / quality.rows).toBeLessThanOrEqual(0.005);
}

describe('our labelled names', () => {
  const fixtures = join(root, 'fixtures/resolution');
  const tuned = labelled(join(fixtures, 'labelled.csv'));
  const heldOut = labelled(join(fixtures, 'held-out.csv'));
  const rows = [...tuned, ...heldOut];

  test('are at least 400 rows of five kinds, a third of them not a product, none twice', () => {
    expect(rows.length).toBeGreaterThanOrEqual(400);
    expect(new Set(rows.map((row) => row.source_kind)).size).toBe(5);
    const others = rows.filter((row) => /^(?:VENDOR_ONLY:|NOT_|INTERNAL|PLATFORM|UNRES|UNKNOWN)/.test(row.label));
    expect(others.length / rows.length).toBeGreaterThanOrEqual(1 / 3);
    const keys = rows.map((row) => `${row.source_kind} ${row.raw}`);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('resolve within the floors', () => {
    expectFloors(printed('own labelled names', tuned));
    expectFloors(printed('held-out names', heldOut));
  });

  test('are measured in the table that reports print; `npm run docs` renews it', () => {
    const batches = JSON.parse(readFileSync(join(root, 'fixtures/resolution/first-sight.json'), 'utf8'));
    const { batch: _, catalogueProducts: __, ...counts } = batches.at(-1);
    expect(loadMatchQuality()).toEqual([...measureMatching(catalogue, rows), { kind: 'first-sight', ...counts }]);
  });
});

const open = join(shared, 'resolution/labelled-open.csv');

describe.skipIf(absent(open))('the open labelled names', () => {
  test('resolve within the floors', () => {
    expectFloors(printed('open labelled names', labelled(open, 'canonical_product')));
  });
});

const gitlab = [8, 11].map((month) =>
  join(shared, `inventories/gitlab/tech-stack-2022-${month === 8 ? '08-12' : '11-10'}.csv`),
);

describe.skipIf(absent(...gitlab))('the GitLab inventories', () => {
  test.each(gitlab)('%# resolve to at least 85 % products; the rest has a reason', (path) => {
    const answers = readCsv(path).map((row) => catalogue.resolve('inventory', row.name ?? ''));
    const matched = answers.filter((answer) => answer.status === 'matched');
    expect(matched.length / answers.length).toBeGreaterThanOrEqual(0.85);
    for (const answer of answers) expect(answer.reason).not.toBe('');
  });

  test('renamed products are one product on both dates', () => {
    const pairs = [
      ['Adaptive Planning', 'Adaptive Insights', 'Adaptive Insights'],
      ['Zuora', 'Zuora Billing', 'Zuora'],
    ] as const;
    for (const [before, after, formerName] of pairs) {
      const answers = [catalogue.resolve('inventory', before), catalogue.resolve('inventory', after)];
      expect(new Set(answers.map((answer) => answer.product)).size).toBe(1);
      expect(answers.map((answer) => answer.formerName)).toContain(formerName);
    }
  });
});

const oxford = join(shared, 'inventories/oxford-gpc/card-spend-2017-2018.csv');

/** First words of the merchants of that statement that sell software, advertising or hosting; read through by hand. */
const SELLS_SOFTWARE =
  /^(?:www[. ])?(?:11 internet|1&1|123|adobe|animoto|bytemark|canva|envato|facebk|fasthosts|github|gmo|google|heroku|hootsuite|hotjar|indeed|insightly|int in|istock|itunes|linkedin|mailchimp|mailclark|mentimeter|mindtools|monster|noip|nordvpn|paypal {2}adobe|piktochart|pluralsight|postcodeanywhere|rapidspike|solarwinds|surveymonkey|teamviewer|txtlocal|uattend|wix|wordpress)/i;

describe.skipIf(absent(oxford))('the Oxford card statement', () => {
  test('takes under 1 % of its shops for software', () => {
    const merchants = [...new Set(readCsv(oxford).map((row) => row.merchant ?? ''))];
    const shops = merchants.filter((merchant) => !SELLS_SOFTWARE.test(merchant));
    const taken = shops.filter((shop) => /^(?:matched|vendor-only)$/.test(catalogue.resolve('expense', shop).status));
    expect(shops.length).toBeGreaterThan(1000);
    expect(taken.length / shops.length, taken.join(', ')).toBeLessThan(0.01);
  });

  test('recognises nine in ten of the merchants that sell software', () => {
    const merchants = [...new Set(readCsv(oxford).map((row) => row.merchant ?? ''))].filter((name) =>
      SELLS_SOFTWARE.test(name),
    );
    const found = merchants.filter((name) =>
      /^(?:matched|vendor-only)$/.test(catalogue.resolve('expense', name).status),
    );
    expect(found.length / merchants.length).toBeGreaterThan(0.9);
  });
});

/** Tells why a test is skipped. */
function absent(...paths: readonly string[]): boolean {
  const missing = paths.filter((path) => !existsSync(path));
  for (const path of missing) process.stdout.write(`skipped: ${path.slice(path.indexOf('shared'))} is not here\n`);
  return missing.length > 0;
}
