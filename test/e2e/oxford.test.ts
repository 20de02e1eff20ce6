import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audit } from '../../src/model/audit/audit.ts';
import { Snapshot } from '../../src/model/snapshot.ts';
import type { ImportResult } from '../../src/pipeline/import-files.ts';
import { cliJson, makeWorkspace, readAudit, temporaryFolder } from '../support/cli.ts';
import { lacksShared, sharedPath } from '../support/needs.ts';

const NAME = 'card-spend-2017-2018.csv';

/** Sellers of software, hosting, domains, online advertising and online job boards among the merchants, by eye. */
const SOFTWARE = new RegExp(
  [
    '123.?reg|1&1 internet|^11 internet|adobe|animoto|bytemark|\\bcanva\\b|digicert|dropbox|duo security|envato|facebk',
    'fasthosts|github|globalsign|godaddy|google|heroku|hootsuite|hotjar|indeed|insightly|istock|linkedin|mailchimp',
    'mailclark|mentimeter|microsoft|mindtools|monster uk|namecheap|noip|nordvpn|piktochart|pluralsight|postcodeanywhere',
    'rapidspike|shutterstock|skype|survey ?monkey|teamviewer|txtlocal|uattend|vimeo|wix\\.com|wordpress|zendesk|zoom\\.us',
  ].join('|'),
  'i',
);

interface Row {
  readonly merchant: string;
  readonly amount: string;
  readonly currency: string;
}

const home = temporaryFolder();
let rows: readonly Row[];
let imported: ImportResult;
let audit: Audit;
let snapshot: Snapshot;

/** `-1234.5` -> -123450n, `.75` -> 75n: no floating point on the way. */
function pence(amount: string): bigint {
  const [, sign = '', pounds = '', part = ''] = /^(-?)(\d*)(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
  if (pounds === '' && part === '') throw new Error(`no amount: ${amount}`);
  return BigInt(`${sign}${pounds}${part.padEnd(2, '0')}`);
}

describe.skipIf(lacksShared('inventories', 'oxford-gpc'))('a real card statement', () => {
  beforeAll(async () => {
    const file = sharedPath('inventories', 'oxford-gpc', NAME);
    rows = parse(readFileSync(file), { columns: true, bom: true });
    const period = { start: '2018-01-01', end: '2018-02-28', asOf: '2018-03-13' };
    const workspace = await makeWorkspace(join(home.path, 'oxford'), { name: 'Oxford', currency: 'GBP', ...period });
    imported = await cliJson(['import', file, '-w', workspace]);
    await cliJson<unknown>(['audit', '-w', workspace]);
    const folder = '2018-01-01_2018-02-28';
    audit = readAudit(workspace, folder);
    snapshot = Snapshot.parse(JSON.parse(readFileSync(join(workspace, 'snapshots', folder, 'snapshot.json'), 'utf8')));
  });
  afterAll(home.dispose);

  it('reads all 4,347 lines', () => {
    expect(rows).toHaveLength(4347);
    expect(imported.files).toMatchObject([
      { status: 'imported', profile: 'template-spend', rows: { used: 4347, rejected: 0 } },
    ]);
  });

  it('reconciles rows, and money to the penny', () => {
    const { rows: counted, money } = audit.reconciliation;
    const total = rows.reduce((sum, row) => sum + pence(row.amount), 0n);
    const refunds = rows.filter((row) => pence(row.amount) < 0n);
    expect(counted.total).toBe(4347);
    expect(Object.values(counted.buckets).reduce((sum, count) => sum + count, 0)).toBe(4347);
    expect(counted.buckets).toMatchObject({ refund: refunds.length, duplicate: 0, rejected: 0 });
    expect(money).toHaveLength(1);
    expect(money[0]).toMatchObject({ currency: 'GBP', totalMinor: Number(total) });
    const buckets = Object.values(money[0]?.buckets ?? {});
    expect(buckets.reduce((sum, minor) => sum + minor, 0)).toBe(Number(total));
    expect(money[0]?.buckets.refund).toBe(Number(refunds.reduce((sum, row) => sum + pence(row.amount), 0n)));
  });

  it('counts the money of each tool from its own lines', () => {
    for (const tool of snapshot.tools) {
      const lines = snapshot.spend.filter((line) => line.tool === tool.id);
      const expected = lines.reduce((sum, line) => sum + pence(rows[(line.evidence.row ?? 0) - 2]?.amount ?? ''), 0n);
      expect(
        lines.reduce((sum, line) => sum + line.amount.minor, 0),
        tool.name,
      ).toBe(Number(expected));
    }
  });

  it('takes under one shop in a hundred for software', () => {
    const merchantOf = (row: number | null) => rows[(row ?? 0) - 2]?.merchant ?? '';
    const shops = new Set(rows.map((row) => row.merchant).filter((merchant) => !SOFTWARE.test(merchant)));
    const taken = new Set(snapshot.spend.map((line) => merchantOf(line.evidence.row)));
    const wrong = [...taken].filter((merchant) => shops.has(merchant));
    expect(shops.size).toBeGreaterThan(1000);
    expect(wrong.length / shops.size, wrong.join(', ')).toBeLessThan(0.01);
    expect(taken.size).toBeGreaterThan(100);
  });
});
