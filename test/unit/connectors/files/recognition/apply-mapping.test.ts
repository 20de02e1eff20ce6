import { describe, expect, test } from 'vitest';
import { readFile } from '../../../../../src/connectors/files/read-file.ts';
import { FileMapping } from '../../../../../src/model/mapping.ts';
import { PORTS } from '../../../../support/read-table.ts';

type Written = Parameters<typeof FileMapping.parse>[0] & object;

async function read(lines: readonly string[], ...mappings: readonly Written[]) {
  const { sheets } = await readFile({
    name: 'x.csv',
    bytes: Buffer.from(lines.join('\n')),
    sourceId: 'x',
    sha256: null,
    ports: PORTS,
    mappings: mappings.map((mapping) => FileMapping.parse(mapping)),
  });
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('nothing was read');
  return sheet;
}

const spend = (sheet: Awaited<ReturnType<typeof read>>) =>
  sheet.observations.flatMap((seen) =>
    seen.kind === 'spend' ? [`${seen.date} ${seen.merchant} ${seen.amount.minor} ${seen.amount.currency}`] : [],
  );

const BANK = {
  header: ['Tag', 'An', 'Wert'],
  profile: 'template-spend',
  columns: { Tag: 'date', An: 'merchant', Wert: 'amount' },
  constants: { currency: 'CHF' },
  on: '2026-10-12',
};

describe('a mapping', () => {
  test('reads files with its columns in any order and spelling, and says so', async () => {
    const sheet = await read(['WERT;an;Tag', '12,50;Slack;27.08.2026'], BANK);
    expect(sheet).toMatchObject({ profile: 'template-spend', mapping: { on: '2026-10-12' }, unusedColumns: [] });
    expect(spend(sheet)).toEqual(['2026-08-27 Slack 1250 CHF']);
    expect(sheet.proposer).toBeUndefined();
  });

  test.each([
    [['Tag;An;Wert;Saldo', '27.08.2026;Slack;1;2']],
    [['Tag;An', '27.08.2026;Slack']],
    [['Tag;An;Wert;Wert', '27.08.2026;Slack;1;2']],
  ])('does not read %j: one column more or less is another header', async (lines) => {
    const sheet = await read(lines, BANK);
    expect(sheet.profile).toBeNull();
    expect(sheet.proposer).toBeDefined();
  });

  test('of the last day wins', async () => {
    const later = { ...BANK, constants: { currency: 'EUR' } };
    expect(spend(await read(['Tag;An;Wert', '27.08.2026;Slack;1'], BANK, later))).toEqual(['2026-08-27 Slack 100 EUR']);
  });

  test('goes before what would be recognised', async () => {
    const mapping = {
      header: ['date', 'merchant', 'amount', 'currency'],
      profile: 'template-spend',
      columns: { date: 'date', merchant: 'category', amount: 'amount', currency: 'currency' },
      constants: { merchant: 'Card' },
    };
    const sheet = await read(['date,merchant,amount,currency', '2026-08-27,Slack,1.00,EUR'], mapping);
    expect(sheet.observations[0]).toMatchObject({ merchant: 'Card', category: 'Slack' });
  });

  test('turns payments that are written as negative amounts, credits and rejected rows too', async () => {
    const lines = ['Tag;An;Wert', '27.08.2026;Slack;-12,50', '28.08.2026;Slack;2,50', 'gestern;Slack;-1,00'];
    const sheet = await read(lines, { ...BANK, paid_is_negative: true });
    expect(spend(sheet)).toEqual(['2026-08-27 Slack 1250 CHF', '2026-08-28 Slack -250 CHF']);
    expect(sheet.rejected).toMatchObject([{ at: { row: 4 }, field: 'date', money: { minor: 100, currency: 'CHF' } }]);
  });

  test('settles the order of days where the values do not', async () => {
    const lines = ['Tag;An;Wert', '03/04/2026;Slack;1'];
    const read1 = async (order?: string) =>
      spend(await read(lines, { ...BANK, ...(order === undefined ? {} : { day_orders: { Tag: order } }) }));
    expect(await read1('dmy')).toEqual(['2026-04-03 Slack 100 CHF']);
    expect(await read1('mdy')).toEqual(['2026-03-04 Slack 100 CHF']);
    expect(await read1()).toEqual([]);
    // A value that tells goes before what was said.
    const told = await read([...lines, '13/04/2026;Slack;1'], { ...BANK, day_orders: { Tag: 'mdy' } });
    expect(spend(told)).toEqual(['2026-04-03 Slack 100 CHF', '2026-04-13 Slack 100 CHF']);
  });

  test('gives a member list of one tool its tool, and rows keep their numbers', async () => {
    const sheet = await read(['Name,E-Mail', 'Ann,ann@x.example', 'Ben,', 'Cay,cay@x.example'], {
      header: ['Name', 'E-Mail'],
      profile: 'template-usage',
      columns: { 'E-Mail': 'email' },
      constants: { tool: 'Slack', assigned: 'yes' },
    });
    const seen = sheet.observations.map((row) =>
      row.kind === 'account' ? [row.tool.name, row.assigned, row.at.row] : [],
    );
    expect(seen).toEqual([
      ['Slack', true, 2],
      ['Slack', true, 4],
    ]);
    expect(sheet.rejected).toMatchObject([{ at: { row: 3 }, field: 'email', reason: 'is empty' }]);
    expect(sheet.unusedColumns).toEqual(['Name']);
  });

  test('names the currency of an export that names none', async () => {
    const amex = 'Date,Description,Total,Appears On Your Statement As,Zip Code';
    const sheet = await read([amex, '04/13/2026,SLACK,12.50,SLACK,'], {
      header: amex.split(','),
      profile: 'amex-us',
      columns: {
        Date: 'Date',
        Description: 'Description',
        Total: 'Amount',
        'Appears On Your Statement As': 'Appears On Your Statement As',
        'Zip Code': 'Zip Code',
      },
      currency: 'USD',
    });
    expect(spend(sheet)).toEqual(['2026-04-13 SLACK 1250 USD']);
  });

  test('tells columns of one name and of none apart', async () => {
    const sheet = await read(['Tag,An,,Wert,Wert', '2026-08-27,Slack,EUR,1,2'], {
      header: ['Tag', 'An', 'column 3', 'Wert', 'Wert (2)'],
      profile: 'template-spend',
      columns: { Tag: 'date', An: 'merchant', 'Wert (2)': 'amount', 'column 3': 'currency' },
    });
    expect(spend(sheet)).toEqual(['2026-08-27 Slack 200 EUR']);
  });

  test('leaves files out for good where it names no profile', async () => {
    const sheet = await read(['a,b', '1,2'], { header: ['b', 'a'], profile: null });
    expect(sheet).toMatchObject({ profile: null, title: 'left out', rowsTotal: 1, observations: [] });
    expect(sheet.proposer).toBeUndefined();
  });
});

describe('days of a known export that can be read either way', () => {
  const head = 'date,merchant,amount,currency';

  test('are asked for, column by column', async () => {
    const sheet = await read([head, '03/04/2026,Slack,1,EUR']);
    expect(sheet).toMatchObject({ profile: 'template-spend', rowsTotal: 1 });
    expect(sheet.rejected).toHaveLength(1);
    expect(sheet.proposer?.best).toMatchObject({
      reason: 'order-of-days',
      openOrders: ['date'],
      profile: 'template-spend',
    });
  });

  test('are not where a row is rejected for another reason', async () => {
    expect((await read([head, 'soon,Slack,1,EUR'])).proposer).toBeUndefined();
    expect((await read([head, '13/04/2026,Slack,,EUR', '03/04/2026,Slack,1,EUR'])).proposer).toBeUndefined();
  });
});
