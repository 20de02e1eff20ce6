import { describe, expect, test } from 'vitest';
import { readTable } from '../../../support/read-table.ts';

/** The organisation is in Berlin: two hours before UTC in summer, one in winter. */
async function instants(header: string, ...times: readonly string[]): Promise<readonly string[]> {
  const rows = times.map((time) => `${time},a@acme.example,Slack\n`);
  const { sheets } = await readTable(`${header},email,tool\n${rows.join('')}`);
  return [
    ...(sheets[0]?.observations.map((seen) => (seen.kind === 'usage-event' ? seen.timestamp : '')) ?? []),
    ...(sheets[0]?.rejected.map(({ reason }) => reason) ?? []),
  ];
}

describe('a time', () => {
  test('without a zone is the organisation’s', async () => {
    // 12:00 in Berlin is 10:00 UTC on a summer's day, 11:00 on a winter's.
    expect(await instants('timestamp', '2026-07-02 12:00', '2026-01-02 12:00')).toEqual([
      '2026-07-02T10:00:00Z',
      '2026-01-02T11:00:00Z',
    ]);
  });

  test('that names its zone is in that', async () => {
    const written = ['2026-07-02T12:00:00+05:30', '2026-07-02 12:00 UTC', '2026-07-02 12:00:00 America/New_York'];
    expect(await instants('timestamp', ...written)).toEqual([
      '2026-07-02T06:30:00Z',
      '2026-07-02T12:00:00Z',
      '2026-07-02T16:00:00Z',
    ]);
  });

  test('with an abbreviation that several places share is not guessed', async () => {
    const [reason] = await instants('timestamp', '2026-07-02 12:00 IST');
    expect(reason).toContain('several places share');
  });

  test('that the clock skips or has twice is placed, never dropped', async () => {
    // 29 March 2026, 02:30 does not exist in Berlin; 25 October 2026, 02:30 exists twice.
    const [skipped, twice] = await instants('timestamp', '2026-03-29 02:30', '2026-10-25 02:30');
    expect(skipped).toBe('2026-03-29T01:30:00Z');
    expect(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']).toContain(twice);
  });
});

describe('a zone in the name of the column', () => {
  const exportOf = async (header: string, time: string): Promise<string | undefined> => {
    const { sheets } = await readTable(
      `Date${header},Request ID,User agent,Username,Application,Status\n${time},1,x,a@acme.example,Slack,Success\n`,
    );
    const [seen] = sheets[0]?.observations ?? [];
    return seen?.kind === 'usage-event' ? seen.timestamp : sheets[0]?.rejected[0]?.reason;
  };

  test('goes before the organisation’s', async () => {
    expect(await exportOf(' (UTC)', '2026-07-02 12:00:00')).toBe('2026-07-02T12:00:00Z');
  });

  test('yields to what the value itself says', async () => {
    expect(await exportOf(' (UTC)', '2026-07-02T12:00:00+02:00')).toBe('2026-07-02T10:00:00Z');
  });
});
