import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalog/load.ts';
import type { MatchAnswer, NameKind } from '../../../src/model/product.ts';

const catalogue = loadCatalogue();
const root = join(import.meta.dirname, '../../..');
const shared = join(root, '../shared');

interface Labelled {
  readonly source_kind: NameKind;
  readonly raw: string;
  readonly label: string;
}

interface Score {
  products: number;
  known: number;
  right: number;
  confidentlyWrong: number;
  vendorOnly: number;
  vendorRight: number;
  notSoftware: number;
  takenIn: number;
  others: number;
  othersGivenProduct: number;
}

function readCsv(path: string): Record<string, string>[] {
  return parse(readFileSync(path, 'utf8'), { columns: true, bom: true });
}

/** From this confidence on a wrong product would be believed. */
const CONFIDENT = 0.8;

function judge(score: Score, row: Labelled, answer: MatchAnswer): void {
  const named = answer.status === 'matched' || answer.status === 'vendor-only';
  if (row.label.startsWith('VENDOR_ONLY:')) {
    score.vendorOnly += 1;
    if (answer.status === 'vendor-only') score.vendorRight += 1;
    if (answer.status === 'matched' && answer.confidence >= CONFIDENT) score.confidentlyWrong += 1;
    return;
  }
  if (row.label === 'NOT_SOFTWARE') {
    score.notSoftware += 1;
    if (named) score.takenIn += 1;
    return;
  }
  if (/^(?:INTERNAL|PLATFORM_CLIENT|UNRESOLVABLE|UNKNOWN)$/.test(row.label)) {
    score.others += 1;
    if (answer.status === 'matched') score.othersGivenProduct += 1;
    return;
  }
  score.products += 1;
  const expected = catalogue.named(row.label);
  if (expected === undefined) return;
  score.known += 1;
  if (answer.product === expected.id) score.right += 1;
  else if (answer.status === 'matched' && answer.confidence >= CONFIDENT) score.confidentlyWrong += 1;
}

function measure(rows: readonly Labelled[]): Score {
  const score: Score = {
    products: 0,
    known: 0,
    right: 0,
    confidentlyWrong: 0,
    vendorOnly: 0,
    vendorRight: 0,
    notSoftware: 0,
    takenIn: 0,
    others: 0,
    othersGivenProduct: 0,
  };
  for (const row of rows) judge(score, row, catalogue.resolve(row.source_kind, row.raw));
  return score;
}

function printed(title: string, rows: readonly Labelled[]): Score {
  const kinds = [...new Set(rows.map((row) => row.source_kind))];
  const table = Object.fromEntries(
    kinds.map((kind) => [kind, measure(rows.filter((row) => row.source_kind === kind))]),
  );
  const all = measure(rows);
  process.stdout.write(`\n${title} (${rows.length} rows)\n`);
  for (const [kind, score] of [...Object.entries(table), ['all', all] as const]) {
    process.stdout.write(
      `  ${kind.padEnd(9)} reach ${score.known}/${score.products}, right ${score.right}/${score.known}, ` +
        `vendor-only ${score.vendorRight}/${score.vendorOnly}, non-software taken in ${score.takenIn}/${score.notSoftware}, ` +
        `others given a product ${score.othersGivenProduct}/${score.others}, confidently wrong ${score.confidentlyWrong}\n`,
    );
  }
  return all;
}

function expectFloors(score: Score): void {
  expect(score.known / score.products).toBeGreaterThanOrEqual(0.92);
  expect(score.right / score.known).toBeGreaterThanOrEqual(0.97);
  expect(score.vendorRight / score.vendorOnly).toBeGreaterThanOrEqual(0.9);
  expect(score.takenIn / score.notSoftware).toBeLessThanOrEqual(0.01);
  expect(score.othersGivenProduct).toBe(0);
  expect(score.confidentlyWrong).toBe(0);
}

describe('our labelled names', () => {
  const rows = readCsv(join(root, 'fixtures/resolution/labelled.csv')) as unknown as Labelled[];

  test('are at least 120 rows of five kinds, a third of them not a product', () => {
    expect(rows.length).toBeGreaterThanOrEqual(120);
    expect(new Set(rows.map((row) => row.source_kind)).size).toBe(5);
    const others = rows.filter((row) => /^(?:VENDOR_ONLY:|NOT_|INTERNAL|PLATFORM|UNRES|UNKNOWN)/.test(row.label));
    expect(others.length / rows.length).toBeGreaterThanOrEqual(1 / 3);
  });

  test('resolve within the floors', () => expectFloors(printed('own labelled names', rows)));
});

const open = join(shared, 'resolution/labelled-open.csv');

describe.skipIf(absent(open))('the open labelled names', () => {
  test('resolve within the floors', () => {
    const rows = readCsv(open).map((row) => ({ ...row, label: row.canonical_product })) as unknown as Labelled[];
    expectFloors(printed('open labelled names', rows));
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
