import { describe, expect, test } from 'vitest';
import { readNames } from '../../../../src/connectors/files/read-names.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const raws = async (text: string, column?: string) =>
  (await readNames('list.csv', bytes(text), { column })).names.map(({ raw }) => raw);

describe('names in a file', () => {
  test('plain lines are names, list marks taken off, empty lines left out', async () => {
    expect(await raws('Slack\r\n\n- Notion\n* Webex, Cisco\n')).toEqual(['Slack', 'Notion', 'Webex, Cisco']);
  });

  test('a known column is read, wherever it stands', async () => {
    expect(await raws('Owner;Application\nann;Slack\nbob;Notion\n')).toEqual(['Slack', 'Notion']);
  });

  test('a column of words is found where the header says nothing', async () => {
    const found = await readNames('list.csv', bytes('Betrag;Was\n12;Slack\n3;Notion\n'));
    expect(found).toMatchObject({ readAs: 'column "Was"', leftOut: 0 });
    expect(found.names.map(({ raw }) => raw)).toEqual(['Slack', 'Notion']);
  });

  test('the asked column wins; one that is not there names those that are', async () => {
    expect(await raws('name,alt\nA,Slack\n', 'alt')).toEqual(['Slack']);
    await expect(raws('name,alt\nA,Slack\n', 'other')).rejects.toMatchObject({
      problem: { code: 'no-such-column', nextStep: 'Columns found: name, alt.' },
    });
  });

  test('a column source_kind says what each name is', async () => {
    const { names } = await readNames('list.csv', bytes('source_kind,raw\nexpense,SLACK T123\ndomain,slack.com\n'));
    expect(names).toEqual([
      { raw: 'SLACK T123', kind: 'expense' },
      { raw: 'slack.com', kind: 'domain' },
    ]);
  });

  test('an export that is known by its header gives the tools of its rows and says what it holds', async () => {
    const spend = 'date,merchant,amount,currency\n2026-01-02,SLACK T123,10.00,EUR\n2026-01-03,NOTION,x,EUR\n';
    const found = await readNames('list.csv', bytes(spend));
    expect(found.names).toEqual([{ raw: 'SLACK T123', kind: 'expense' }]);
    expect(found).toMatchObject({ holds: ['spend'], leftOut: 1 });
  });
});
