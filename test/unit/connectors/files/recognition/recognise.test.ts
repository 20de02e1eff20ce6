import { describe, expect, test } from 'vitest';
import { profiles } from '../../../../../src/connectors/files/profiles/registry.ts';
import { readFile } from '../../../../../src/connectors/files/read-file.ts';
import { recognise } from '../../../../../src/connectors/files/recognition/recognise.ts';
import { FileMapping } from '../../../../../src/model/mapping.ts';
import { PORTS, readTable } from '../../../../support/read-table.ts';

function kindOf(...header: readonly string[]): string {
  const answer = recognise(header, profiles);
  return answer.kind === 'recognised' ? answer.fit.profile.meta.id : answer.kind;
}

describe('headers', () => {
  test('of other shapes of the same thing', () => {
    expect(kindOf('name', 'description', 'vendor_url', 'access_to', 'group_owner')).toBe('template-inventory');
    expect(kindOf('name', 'purpose', 'access')).toBe('template-inventory');
    expect(kindOf('Application Name')).toBe('template-inventory');
    expect(kindOf('date', 'merchant', 'amount', 'currency', 'expense_category', 'cost_centre', 'source_file')).toBe(
      'template-spend',
    );
    expect(kindOf('Tool', 'Email', 'Team', 'Last Active')).toBe('template-usage');
    expect(kindOf('timestamp', 'email', 'tool')).toBe('template-events');
    expect(kindOf('GitHub login', 'License type', 'GitHub saml name')).toBe('github-licences');
  });

  test('that may be something else are not taken', () => {
    expect(kindOf('name', 'department')).toBe('unknown');
    expect(kindOf('name', 'email', 'salary')).toBe('unknown');
    expect(kindOf('from', 'to', 'subject', 'date')).toBe('unknown');
    expect(kindOf('id', 'team', 'birthday')).toBe('unknown');
    expect(kindOf('Datum', 'Empfänger', 'Betrag')).toBe('unknown');
  });

  test('that two profiles fit alike are a tie', () => {
    expect(kindOf('tool', 'email', 'assigned', 'team', 'location')).toBe('tie');
  });

  test('with a needed column twice are not taken', () => {
    expect(kindOf('date', 'merchant', 'amount', 'Amount', 'currency')).toBe('doubled');
    expect(kindOf('date', 'merchant', 'amount', 'currency', 'note', 'note')).toBe('template-spend');
  });
});

describe('proposals', () => {
  const bank = [
    'Buchungstag;Empfänger;Betrag;Währung;Saldo',
    '27.08.2026;Slack;-12,50;EUR;100,00',
    '28.08.2026;Zoom;-14,99;EUR;85,01',
  ].join('\n');

  test('name the template and a field for each column; nothing is read', async () => {
    const { sheets } = await readTable(bank);
    expect(sheets[0]).toMatchObject({ profile: null, source: null, rowsTotal: 2, observations: [], rejected: [] });
    const proposal = sheets[0]?.proposer?.best;
    expect(proposal).toMatchObject({ reason: 'unknown-header', profile: 'template-spend', missing: [] });
    expect(proposal?.columns.map(({ column, field }) => [column, field])).toEqual([
      ['Buchungstag', 'date'],
      ['Empfänger', 'merchant'],
      ['Betrag', 'amount'],
      ['Währung', 'currency'],
      ['Saldo', null],
    ]);
  });

  test('confirmed by a person, they are read', async () => {
    const mapping = FileMapping.parse({
      header: ['Saldo', 'Buchungstag', 'Empfänger', 'Betrag', 'Währung'],
      profile: 'template-spend',
      columns: { Buchungstag: 'date', Empfänger: 'merchant', Betrag: 'amount', Währung: 'currency' },
    });
    const { sheets } = await readFile({
      name: 'bank.csv',
      bytes: Buffer.from(bank),
      sourceId: 'bank',
      sha256: null,
      ports: PORTS,
      mappings: [mapping],
    });
    expect(sheets[0]).toMatchObject({
      profile: 'template-spend',
      rowsTotal: 2,
      rejected: [],
      unusedColumns: ['Saldo'],
    });
    expect(sheets[0]?.observations[0]).toMatchObject({ merchant: 'Slack', amount: { minor: -1250, currency: 'EUR' } });
  });

  test('of a file like no template name none', async () => {
    const { sheets } = await readTable('zeta,eta\n1,2\n');
    expect(sheets[0]?.proposer?.best).toMatchObject({ profile: null, confidence: 0 });
  });
});

describe('columns are settled as a whole', () => {
  const spend = (...rows: readonly string[]): string => ['date,merchant,amount,currency', ...rows].join('\n');
  const read = async (text: string): Promise<(string | number)[]> => {
    const { sheets } = await readTable(text);
    const seen = sheets[0]?.observations.map((row) => (row.kind === 'spend' ? `${row.date} ${row.amount.minor}` : ''));
    return [...(seen ?? []), ...(sheets[0]?.rejected.map(({ at }) => at.row ?? 0) ?? [])];
  };

  test('one clear date tells the order of all, wherever it stands', async () => {
    expect(await read(spend('03/04/2026,a,1,EUR', '13/04/2026,b,1,EUR'))).toEqual(['2026-04-03 100', '2026-04-13 100']);
    expect(await read(spend('03/04/2026,a,1,EUR', '04/13/2026,b,1,EUR'))).toEqual(['2026-03-04 100', '2026-04-13 100']);
  });

  test('without a clear date, or with both orders, unclear dates are rejected and the rest is read', async () => {
    expect(await read(spend('03/04/2026,a,1,EUR', '05/05/2026,b,1,EUR'))).toEqual(['2026-05-05 100', 2]);
    expect(await read(spend('13/04/2026,a,1,EUR', '04/13/2026,b,1,EUR', '03/04/2026,c,1,EUR'))).toEqual([
      '2026-04-13 100',
      '2026-04-13 100',
      4,
    ]);
  });

  test('a decimal comma anywhere tells the marks of all', async () => {
    expect(await read(spend('2026-01-01,a,"1.234",EUR', '2026-01-02,b,"0,50",EUR'))).toEqual([
      '2026-01-01 123400',
      '2026-01-02 50',
    ]);
    expect(await read(spend('2026-01-01,a,"1.234",EUR', '2026-01-02,b,0.50,EUR'))).toEqual([
      '2026-01-01 123',
      '2026-01-02 50',
    ]);
  });
});
