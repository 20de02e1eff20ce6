import { describe, expect, it } from 'vitest';
import { InternalError } from '../../../src/errors/audit-error.ts';
import { Snapshot } from '../../../src/model/snapshot.ts';
import { normalize } from '../../../src/normalize/normalize.ts';
import {
  collectionOf,
  configOf,
  eur,
  inventoryName,
  seen,
  snapshotOf,
  source,
  testCatalogue,
} from '../../support/observations.ts';

const NONE = { used: 0, duplicate: 0, review: 0, 'not-software': 0, unknown: 0, refund: 0, rejected: 0 };
const usd = (minor: number) => ({ minor, currency: 'USD' });

describe('reconciliation', () => {
  it('puts every row of spend in one bucket, rows and money', () => {
    // card.csv, 8 rows: Slack 10.00, Slack 10.00 again (one file: no duplicate), refund -4.00, Bakery 3.50,
    // a stranger 7.00, a reviewed name 1.00 and a vendor 2.00, one row that could not be read.
    // ledger.csv, 2 rows: Slack 10.00 on the same day (duplicate), Slack 5.00 USD (another currency).
    const rows = [
      seen('spend', 'card.csv', 2),
      seen('spend', 'card.csv', 3),
      seen('spend', 'card.csv', 4, { amount: eur(-400) }),
      seen('spend', 'card.csv', 5, { merchant: 'Bakery', amount: eur(350) }),
      seen('spend', 'card.csv', 6, { merchant: 'STRANGER 12', amount: eur(700) }),
      seen('spend', 'card.csv', 7, { merchant: 'Wik', amount: eur(100) }),
      seen('spend', 'card.csv', 8, { merchant: 'BigCo Cloud', amount: eur(200) }),
      seen('spend', 'ledger.csv', 2, { merchant: ' Slack  tech ' }),
      seen('spend', 'ledger.csv', 3, { amount: usd(500) }),
    ];
    const rejected = [{ at: { source: 'card.csv', row: 9 }, field: 'amount', reason: 'is no number', money: null }];
    const { reconciliation, openNames, spend } = snapshotOf(rows, { collection: { rejected } });
    expect(reconciliation.rows).toEqual({
      total: 10,
      buckets: { used: 3, duplicate: 1, review: 2, 'not-software': 1, unknown: 1, refund: 1, rejected: 1 },
    });
    expect(reconciliation.sources).toEqual([
      {
        source: 'card.csv',
        total: 8,
        buckets: { ...NONE, used: 2, review: 2, 'not-software': 1, unknown: 1, refund: 1, rejected: 1 },
      },
      { source: 'ledger.csv', total: 2, buckets: { ...NONE, used: 1, duplicate: 1 } },
    ]);
    // EUR: 1000 + 1000 - 400 + 350 + 700 + 100 + 200 + 1000 = 3950.
    expect(reconciliation.money).toEqual([
      {
        currency: 'EUR',
        totalMinor: 3950,
        buckets: {
          used: 2000,
          duplicate: 1000,
          review: 300,
          'not-software': 350,
          unknown: 700,
          refund: -400,
          rejected: 0,
        },
      },
      { currency: 'USD', totalMinor: 500, buckets: { ...NONE, used: 500 } },
    ]);
    expect(reconciliation.unconverted).toEqual([{ currency: 'USD', minor: 500, rows: 1 }]);
    // Net of the refund: 20.00 - 4.00, and the dollars without a rate.
    expect(spend.map((line) => [line.tool, line.amount.minor, line.base?.minor ?? null, line.refund])).toEqual([
      ['slack', 1000, 1000, false],
      ['slack', 1000, 1000, false],
      ['slack', -400, -400, true],
      ['slack', 500, null, false],
    ]);
    expect(
      openNames.map(({ raw, status, vendor, rows: n, money }) => [raw, status, vendor, n, money[0]?.minor]),
    ).toEqual([
      ['BigCo Cloud', 'vendor-only', 'BigCo', 1, 200],
      ['STRANGER 12', 'unknown', null, 1, 700],
      ['Wik', 'review', null, 1, 100],
    ]);
  });

  it('keeps the money of a rejected row whose amount could be read, and adds up file by file', () => {
    // card.csv, 5 rows: 10.00, -4.00 and 3.50 read; 19.99 rejected for its date; one amount unreadable.
    // ledger.csv, 1 row: 7.00 USD rejected for its merchant.
    const rows = [
      seen('spend', 'card.csv', 2),
      seen('spend', 'card.csv', 3, { amount: eur(-400) }),
      seen('spend', 'card.csv', 4, { merchant: 'Bakery', amount: eur(350) }),
    ];
    const reject = (source: string, row: number, field: string, money: { minor: number; currency: string } | null) => ({
      at: { source, row },
      field,
      reason: 'is unreadable',
      money,
    });
    const rejected = [
      reject('card.csv', 5, 'date', eur(1999)),
      reject('card.csv', 6, 'amount', null),
      reject('ledger.csv', 2, 'merchant', usd(700)),
    ];
    const { reconciliation } = snapshotOf(rows, { collection: { rejected } });
    // EUR: 1000 - 400 + 350 = 950 accounted, + 1999 rejected = 2949 in the file.
    expect(reconciliation.spendFiles).toEqual([
      {
        source: 'card.csv',
        rows: { total: 5, accounted: 3, rejectedWithMoney: 1, rejectedUnknown: 1 },
        money: [{ currency: 'EUR', totalMinor: 2949, accountedMinor: 950, rejectedMinor: 1999 }],
      },
      {
        source: 'ledger.csv',
        rows: { total: 1, accounted: 0, rejectedWithMoney: 1, rejectedUnknown: 0 },
        money: [{ currency: 'USD', totalMinor: 700, accountedMinor: 0, rejectedMinor: 700 }],
      },
    ]);
    expect(reconciliation.money).toEqual([
      {
        currency: 'EUR',
        totalMinor: 2949,
        buckets: { ...NONE, used: 1000, refund: -400, 'not-software': 350, rejected: 1999 },
      },
      { currency: 'USD', totalMinor: 700, buckets: { ...NONE, rejected: 700 } },
    ]);
  });

  it('keeps the larger count of two files, not one of them', () => {
    // July statement has two equal lines, the half-year export three: three were paid.
    const july = [2, 3].map((row) => seen('spend', 'july.csv', row));
    const half = [2, 3, 4].map((row) => seen('spend', 'half.csv', row));
    const { spend, reconciliation } = snapshotOf([...july, ...half]);
    expect(spend.map((line) => line.evidence)).toEqual(half.map((row) => row.at));
    expect(reconciliation.rows.buckets).toEqual({ ...NONE, used: 3, duplicate: 2 });
  });

  it('takes sheets of one workbook for one file, and one content under two names for two', () => {
    const rows = [seen('spend', 'a', 2), seen('spend', 'b', 2)];
    const sheets = [
      source('a', 1, { file: 'book.xlsx', sha256: 's' }),
      source('b', 1, { file: 'book.xlsx', sha256: 's' }),
    ];
    const copies = [source('a', 1, { file: 'one.csv', sha256: 's' }), source('b', 1, { file: 'two.csv', sha256: 's' })];
    expect(snapshotOf(rows, { collection: { sources: sheets } }).spend).toHaveLength(2);
    expect(snapshotOf(rows, { collection: { sources: copies } }).spend).toHaveLength(1);
  });

  it('counts a row once, in its best bucket', () => {
    const at = { merchant: 'Bakery', amount: eur(100) };
    const rows = [seen('spend', 'mixed', 2, at), seen('account', 'mixed', 2), seen('spend', 'mixed', 3, at)];
    const { reconciliation } = snapshotOf(rows);
    expect(reconciliation.rows).toEqual({ total: 2, buckets: { ...NONE, used: 1, 'not-software': 1 } });
    // The money of row 2 lies where the row is counted.
    expect(reconciliation.money[0]?.buckets).toEqual({ ...NONE, used: 100, 'not-software': 100 });
  });

  it('adds up per kind over several sources', () => {
    const rows = [seen('spend', 'a', 2), seen('spend', 'b', 2, { merchant: 'Bakery' }), seen('person', 'p', 2)];
    const sources = [
      source('a', 1, { kind: 'card' }),
      source('b', 1, { kind: 'card' }),
      source('p', 1, { kind: 'people' }),
    ];
    expect(snapshotOf(rows, { collection: { sources } }).reconciliation.kinds).toEqual([
      { kind: 'card', total: 2, buckets: { ...NONE, used: 1, 'not-software': 1 } },
      { kind: 'people', total: 1, buckets: { ...NONE, used: 1 } },
    ]);
  });

  it('lets a statement on the whole file speak for its rows', () => {
    const rejected = [{ at: { source: 'broken.csv', row: null }, field: null, reason: 'is cut off', money: null }];
    const sources = [source('broken.csv', 7)];
    const { reconciliation } = snapshotOf([], { collection: { sources, rejected } });
    expect(reconciliation.rows).toEqual({ total: 7, buckets: { ...NONE, rejected: 7 } });
  });

  it.each([
    ['a row was lost', [source('card.csv', 2)]],
    ['a row was invented', [source('card.csv', 0)]],
    ['a source is not in the list', [source('other.csv', 1)]],
  ])('refuses to go on where %s', (_, sources) => {
    const collection = collectionOf([seen('spend', 'card.csv', 2)], { sources });
    const decisions = { names: [], merges: [], overrides: [] };
    expect(() => normalize({ collection, config: configOf(), catalogue: testCatalogue, decisions })).toThrow(
      InternalError,
    );
  });

  it('makes a snapshot that its schema accepts', () => {
    const everything = [
      seen('tool-seen', 's', 2),
      seen('account', 's', 3),
      seen('usage-event', 's', 4),
      seen('contract', 's', 5),
      seen('spend', 's', 6),
      seen('integration', 's', 7),
      seen('person', 's', 8),
      seen('meeting', 's', 9),
      seen('messages', 's', 10),
      seen('document', 's', 11),
      seen('work-item', 's', 12),
      seen('decision', 's', 13),
      seen('home', 's', 14),
      seen('need', 's', 15),
      seen('survey-answer', 's', 16),
      seen('rate', 's', 17),
      seen('response', 's', 18),
      seen('delivery', 's', 19),
      seen('request', 's', 20),
      seen('board', 's', 21),
      seen('wiki-week', 's', 22),
      seen('onboarding', 's', 23),
      seen('process', 's', 24),
      seen('rollout', 's', 25),
      seen('writing', 's', 26),
    ];
    const snapshot = snapshotOf(everything);
    expect(Snapshot.parse(snapshot)).toEqual(snapshot);
    expect(snapshot.gaps).toEqual([]);
    expect(snapshot.reconciliation.rows).toEqual({ total: 25, buckets: { ...NONE, used: 25 } });
  });

  it('never drops a contract or an inventory row that the catalogue does not know', () => {
    const { tools, reconciliation, openNames } = snapshotOf([
      seen('contract', 'c', 2, { tool: inventoryName('Nobody Knows') }),
      seen('tool-seen', 'i', 2, { tool: inventoryName('Wik') }),
      seen('tool-seen', 'i', 3, { tool: inventoryName('BigCo Cloud') }),
      seen('tool-seen', 'i', 4, { tool: inventoryName('Chrome') }),
    ]);
    expect(tools.map((tool) => [tool.id, tool.product, tool.vendor, tool.listing])).toEqual([
      ['x-bigco-cloud', null, 'BigCo', 'listed'],
      ['x-nobody-knows', null, null, 'unlisted'],
      ['x-wik', null, null, 'listed'],
    ]);
    // The tools stay; rows that are nothing but a name wait for a person.
    expect(reconciliation.rows.buckets).toEqual({ ...NONE, used: 1, review: 2, 'not-software': 1 });
    expect(openNames.map((name) => name.raw)).toEqual(['BigCo Cloud', 'Nobody Knows', 'Wik']);
  });
});
