import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { profiles } from '../../../../../src/connectors/files/profiles/registry.ts';
import { readTable } from '../../../../support/read-table.ts';

async function read(...lines: readonly string[]) {
  const { sheets } = await readTable(lines.join('\n'));
  return sheets[0]!;
}

async function amounts(...lines: readonly string[]): Promise<readonly (number | string)[]> {
  const { observations, rejected } = await read(...lines);
  const found = [
    ...observations.flatMap((seen) => (seen.kind === 'spend' ? [[seen.at.row, seen.amount.minor] as const] : [])),
    ...rejected.map(({ at, reason }) => [at.row, reason] as const),
  ];
  return found.sort(([a], [b]) => Number(a) - Number(b)).map(([, outcome]) => outcome);
}

describe('money out is above zero and what came back below, whatever the sign in the file', () => {
  it('bank statement', async () => {
    expect(
      await amounts('Date,Description,Amount,Balance', '2026-09-03,Slack,-12.50,0', '2026-09-04,Slack,2,0'),
    ).toEqual([1250, -200]);
  });

  it('bank statement with two columns of amounts', async () => {
    expect(
      await amounts('Date,Narrative,Paid Out,Paid In,Balance', '2026-09-03,Slack,12.50,,0', '2026-09-04,Slack,,2.00,0'),
    ).toEqual([1250, -200]);
  });

  it('statement of a card', async () => {
    expect(
      await amounts('Date,Description,Card Member,Amount', '2026-09-03,Slack,A,12.50', '2026-09-04,Slack,A,-2.00'),
    ).toEqual([1250, -200]);
  });

  it('an amount of nothing stays nothing', async () => {
    const { observations } = await read('Date,Description,Amount,Balance', '2026-09-03,Slack,0.00,0');
    expect(observations).toMatchObject([{ amount: { minor: 0 } }]);
    expect(Object.is((observations[0] as { amount: { minor: number } }).amount.minor, 0)).toBe(true);
  });

  it('QuickBooks: the kind of transaction gives the direction, the sign of the account does not', async () => {
    expect(
      await amounts(
        'Date,Transaction type,Num,Posting (Y/N),Name,Memo,Account name,Split,Amount',
        '2026-09-03,Credit Card Expense,,Y,Slack,,Card,Software,12.50',
        '2026-09-03,Expense,,Y,Slack,,Checking,Software,-12.50',
        '2026-09-03,Credit Card Credit,,Y,Slack,,Card,Software,-2.00',
        '2026-09-03,Bill Payment (Credit Card),,Y,Slack,,Card,A/P,-12.50',
      ),
    ).toEqual([1250, 1250, -200, 'buys nothing']);
  });

  it('each fixture of money gives a cost, and one that came back where its vendor writes such', () => {
    const never = ['github-usage', 'amex-uk', 'expensify'];
    for (const { meta } of profiles.filter(({ money }) => money !== undefined)) {
      const path = join(import.meta.dirname, '../../../../../fixtures/connectors', meta.id, 'expected.json');
      const { observations } = JSON.parse(readFileSync(path, 'utf8')) as {
        observations: readonly { amount: { minor: number } }[];
      };
      const minors = observations.map(({ amount }) => amount.minor);
      expect([meta.id, minors.some((minor) => minor > 0)]).toEqual([meta.id, true]);
      if (!never.includes(meta.id)) expect([meta.id, minors.some((minor) => minor < 0)]).toEqual([meta.id, true]);
    }
  });
});

describe('statements that may be of an account or of a card', () => {
  it('are asked about, because the two have opposite signs', async () => {
    const { profile, observations } = await read('Date,Description,Amount', '2026-09-03,Slack,12.50');
    expect([profile, observations]).toEqual([null, []]);
  });

  it('a ledger is no bank statement: there money out of the bank is a credit', async () => {
    expect((await read('Date,Description,Account,Debit,Credit', '2026-09-03,Slack,Bank,,12.50')).profile).toBeNull();
  });
});

describe('what is no purchase is no lost money either', () => {
  it('wages, announced bookings and payments of a card have no amount among the rejects', async () => {
    const bank = await read(
      'Buchungstag;Buchungstext;Verwendungszweck;Begünstigter/Zahlungspflichtiger;Betrag;Währung;Info',
      '03.09.2026;LOHN/GEHALT;September;Ann Abel;-3000,00;EUR;Umsatz gebucht',
      '03.09.2026;LASTSCHRIFT;Miro;Miro;-10,00;EUR;Umsatz vorgemerkt',
    );
    const card = await read(
      'Swipe Date (UTC),Type,Amount,Merchant Name,Brex Category',
      '2026-09-09T00:00:00Z,Payment to Brex,-1235.01,Brex,',
    );
    expect([...bank.rejected, ...card.rejected].map(({ money }) => money)).toEqual([null, null, null]);
  });

  it('a wage names nobody in the snapshot', async () => {
    const { observations, rejected } = await read(
      'Buchungstag;Buchungstext;Verwendungszweck;Beguenstigter/Zahlungspflichtiger;Betrag;Waehrung',
      '03.09.2026;GEHALT/RENTE;September;Ann Abel;-3000,00;EUR',
    );
    expect(JSON.stringify([observations, rejected])).not.toContain('Abel');
  });
});

describe('DATEV', () => {
  const columns =
    'Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);Belegdatum;Buchungstext';
  /** First line with the start of the financial year, the length of accounts, currency and chart. */
  const first = (start: string, chart: string, currency = 'EUR') =>
    `"EXTF";700;21;"Buchungsstapel";13;20261001;;"";"";"";1;1;${start};4;${start};20261231;"";"";1;0;0;"${currency}";;"";;;"${chart}"`;

  it('takes the year from the financial year of the first line', async () => {
    // The year begins on 1 July 2026: 30 June lies in 2027, 1 July in 2026.
    const { observations } = await read(
      first('20260701', '03'),
      columns,
      '10,00;S;EUR;4964;70001;3006;Slack',
      '10,00;S;EUR;4964;70001;107;Slack',
    );
    expect(observations.map((seen) => seen.kind === 'spend' && seen.date)).toEqual(['2027-06-30', '2026-07-01']);
  });

  it('rejects days where no line gives the year, and keeps the amount in sight', async () => {
    const { rejected } = await read(columns, '10,00;S;EUR;4400;70001;0309;Slack');
    expect(rejected).toMatchObject([
      {
        field: 'Belegdatum',
        reason: 'has no year, and the first line of the file does not give it',
        money: { minor: 1000, currency: 'EUR' },
      },
    ]);
  });

  it('finds the cost on either side, and by the supplier where the chart is not named', async () => {
    const bookings = [
      '10,00;S;EUR;4964;1200;0309;expense paid at once',
      '10,00;H;EUR;1200;4964;0309;the same from the other side',
      '10,00;S;EUR;1200;4964;0309;paid back',
      '10,00;S;EUR;4964;70001;0309;bill',
      '10,00;S;EUR;70001;1200;0309;bill paid',
      '10,00;S;EUR;4120;1740;0309;wage',
    ];
    expect(await amounts(first('20260101', '03'), columns, ...bookings)).toEqual([
      1000,
      1000,
      -1000,
      1000,
      'settles what a supplier had billed',
      'books no purchase',
    ]);
    expect(await amounts(first('20260101', ''), columns, ...bookings)).toEqual([
      'does not tell whether this is a cost',
      'does not tell whether this is a cost',
      'does not tell whether this is a cost',
      1000,
      'settles what a supplier had billed',
      'does not tell whether this is a cost',
    ]);
  });

  it('takes the currency of the first line where the row names none', async () => {
    const { observations } = await read(first('20260101', '04', 'CHF'), columns, '10,00;S;;6837;70001;0309;Slack');
    expect(observations).toMatchObject([{ amount: { minor: 1000, currency: 'CHF' } }]);
  });
});

describe('sign-in logs', () => {
  it('read a time without zone in the zone that the vendor names', async () => {
    // The organisation of the test is in Berlin: read as local time this would be 20:30Z.
    const { observations } = await read(
      'Date (UTC),Username,Application,Status',
      '2026-09-12 22:30:00,bo@example.com,Figma,Success',
    );
    expect(observations).toMatchObject([{ timestamp: '2026-09-12T22:30:00Z' }]);
  });

  it('count what succeeded only, and take no name of a person for a tool', async () => {
    const { observations, rejected } = await read(
      'timestamp,event_type,actor.alternate_id,outcome.result,target0.type,target0.display_name',
      '2026-09-12T08:00:00Z,user.authentication.sso,a@example.com,success,appinstance,Figma',
      '2026-09-12T08:00:00Z,user.authentication.sso,a@example.com,SUCCESS,AppUser,Ann Abel',
      '2026-09-12T08:00:00Z,user.authentication.sso,a@example.com,,AppInstance,Figma',
    );
    expect(observations).toMatchObject([{ tool: { name: 'Figma' } }]);
    expect(rejected.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
      'target0.type names no application',
      'outcome.result is empty',
    ]);
    expect(JSON.stringify([observations, rejected])).not.toContain('Abel');
  });

  it('reports of Microsoft on other products are not taken for the report on active users', async () => {
    const { profile } = await read(
      'Report Refresh Date,User Principal Name,Is Deleted,Last Activity Date,Send Count,Assigned Products',
      '2026-10-01,a@example.com,False,2026-09-30,4,E3',
    );
    expect(profile).toBeNull();
  });
});

describe('a day whose presence counts', () => {
  it('is none where the cell says that there is none, and must be a day', async () => {
    const { observations, rejected } = await read(
      'Name,User ID,Username,Days active,Last active (UTC),Deactivated date (UTC)',
      'Ann,U1,ann,3,2026-09-12,-',
      'Bo,U2,bo,3,2026-09-12,2026-09-20',
      'Cy,U3,cy,3,2026-09-12,maybe',
    );
    expect(observations).toMatchObject([{ closed: false }, { closed: true }]);
    expect(rejected.map(({ at, field }) => [at.row, field])).toEqual([[4, 'Deactivated date (UTC)']]);
  });
});
