import { describe, expect, it } from 'vitest';
import { seen, snapshotOf, ssoName, who } from '../../support/observations.ts';

const event = (row: number, timestamp: string, fields = {}) =>
  seen('usage-event', 'log', row, { timestamp, ...fields });
const account = (source: string, row: number, fields = {}) => seen('account', source, row, fields);

describe('accounts', () => {
  it('merges what several sources say of one seat', () => {
    const { accounts } = snapshotOf([
      account('vendor', 2, { lastActive: '2026-08-01', activeDays: 4, assigned: false, closed: true }),
      account('sso', 2, { tool: ssoName('Slack'), lastActive: '2026-09-01', assigned: true }),
      account('sheet', 2, { activeDays: 9 }),
    ]);
    expect(accounts).toEqual([
      {
        tool: 'slack',
        person: 0,
        lastActive: '2026-09-01',
        activeDays: 9,
        assigned: true,
        closed: false,
        evidence: [
          { source: 'vendor', row: 2 },
          { source: 'sso', row: 2 },
          { source: 'sheet', row: 2 },
        ],
      },
    ]);
  });

  it('keeps the day of each dated report, the newest of one source, and only where it tells of use', () => {
    const { accounts } = snapshotOf([
      account('report', 2, { lastActive: '2026-06-29', toldUntil: '2026-06-30' }),
      account('report', 3, { lastActive: '2026-09-20', toldUntil: '2026-09-28' }),
      account('other', 2, { activeDays: 0, toldUntil: '2026-08-31' }),
      account('licences', 2, { toldUntil: '2026-10-01' }),
      account('list', 2, { lastActive: '2026-05-01' }),
    ]);
    expect(accounts[0]).toMatchObject({ lastActive: '2026-09-20' });
    expect(accounts[0]?.toldUntil).toEqual({ report: '2026-09-28', other: '2026-08-31' });
  });

  it('tells of the use of accounts by source, and by tool where a source lists several', () => {
    const wikia = { tool: { name: 'Wikia', nameKind: 'inventory' as const } };
    const { sources, accountUse } = snapshotOf([
      account('both', 2, { lastActive: '2026-09-28' }),
      account('both', 3, { person: who('bob'), lastActive: '2026-09-02' }),
      account('both', 4, { ...wikia, lastActive: '2026-06-12' }),
      account('both', 5, { ...wikia, person: who('bob') }),
      account('one', 2, { activeDays: 0 }),
    ]);
    const use = Object.fromEntries(sources.map((source) => [source.id, source.accountUse]));
    expect(use).toEqual({ both: { accounts: 3, last: '2026-09-28' }, one: { accounts: 1, last: null } });
    expect(accountUse).toEqual([
      { source: 'both', tool: 'slack', accounts: 2, last: '2026-09-28' },
      { source: 'both', tool: 'wikia', accounts: 1, last: '2026-06-12' },
    ]);
    expect(snapshotOf([account('one', 2, { activeDays: 0 })]).accountUse).toBeUndefined();
  });

  it.each([
    [[null, null], null],
    [[null, false], false],
    [[false, true], true],
  ])('has assigned %j = %s', (assigned, expected) => {
    const rows = assigned.map((value, i) => account(`s${i}`, 2, { assigned: value }));
    expect(snapshotOf(rows).accounts[0]?.assigned).toBe(expected);
  });

  it('keeps unknown unknown', () => {
    expect(snapshotOf([account('a', 2)]).accounts[0]).toMatchObject({
      lastActive: null,
      activeDays: null,
      assigned: null,
    });
  });

  it('takes last activity and days from events, up to the end of the period', () => {
    // Days in the period: 07-06 (twice) and 07-08. 06-20 is before it, 10-05 after.
    const { accounts, usageDays, reconciliation } = snapshotOf([
      event(2, '2026-07-06T08:00:00Z'),
      event(3, '2026-07-06T09:00:00Z'),
      event(4, '2026-07-08T09:00:00Z'),
      event(5, '2026-06-20T09:00:00Z'),
      event(6, '2026-10-05T09:00:00Z'),
      account('a', 2, { lastActive: '2026-07-01', activeDays: 1, assigned: true, closed: true }),
    ]);
    expect(accounts).toHaveLength(1);
    expect(accounts[0]).toMatchObject({ lastActive: '2026-07-08', activeDays: 2, assigned: true, closed: true });
    expect(accounts[0]?.evidence).toEqual([
      { source: 'a', row: 2 },
      { source: 'log', row: 4 },
    ]);
    expect(usageDays).toEqual({
      tool: ['slack', 'slack'],
      person: [0, 0],
      day: ['2026-07-06', '2026-07-08'],
      events: [2, 1],
    });
    expect(reconciliation.rows.buckets.used).toBe(6);
  });

  it('makes an account of events alone, with nothing known of the seat', () => {
    const { accounts } = snapshotOf([event(2, '2026-06-20T09:00:00Z')]);
    expect(accounts[0]).toMatchObject({ lastActive: '2026-06-20', activeDays: null, assigned: null });
  });

  it('counts an event once that two overlapping exports hold', () => {
    const { usageDays } = snapshotOf([
      event(2, '2026-07-06T08:00:00Z'),
      seen('usage-event', 'log2', 2, { timestamp: '2026-07-06T08:00:00Z' }),
      seen('usage-event', 'log2', 3, { timestamp: '2026-07-06T08:30:00Z' }),
    ]);
    expect(usageDays.events).toEqual([2]);
  });

  it('sorts person-days by tool, person and day', () => {
    const { usageDays } = snapshotOf([
      event(2, '2026-07-08T08:00:00Z', { person: who('bob') }),
      event(3, '2026-07-07T08:00:00Z', { tool: ssoName('Wikia') }),
      event(4, '2026-07-07T08:00:00Z', { person: who('bob') }),
      event(5, '2026-07-06T08:00:00Z', { person: who('ann') }),
    ]);
    expect(usageDays.tool.map((tool, i) => `${tool} ${usageDays.person[i]} ${usageDays.day[i]}`)).toEqual([
      'slack 0 2026-07-07',
      'slack 0 2026-07-08',
      'slack 1 2026-07-06',
      'wikia 1 2026-07-07',
    ]);
  });
});

describe('days in the person’s zone', () => {
  const dayOf = (timestamp: string, timeZone: string | null) =>
    snapshotOf([seen('person', 'p', 2, { timeZone }), event(2, timestamp)]).usageDays.day[0];

  it.each([
    // 23:30 UTC is 01:30 of the next day in Berlin's summer (UTC+2).
    ['2026-07-06T23:30:00Z', 'Europe/Berlin', '2026-07-07'],
    ['2026-07-06T21:59:59Z', 'Europe/Berlin', '2026-07-06'],
    // 03:00 UTC is 20:00 of the day before in Los Angeles (UTC-7).
    ['2026-07-06T03:00:00Z', 'America/Los_Angeles', '2026-07-05'],
    // Kathmandu is UTC+5:45: 18:14 is 23:59, 18:15 is midnight.
    ['2026-07-06T18:14:00Z', 'Asia/Kathmandu', '2026-07-06'],
    ['2026-07-06T18:15:00Z', 'Asia/Kathmandu', '2026-07-07'],
    // No zone: the organisation's, here Berlin.
    ['2026-07-06T23:30:00Z', null, '2026-07-07'],
    ['2026-07-06T23:30:00Z', 'Mars/Base', '2026-07-07'],
  ])('%s in %s is %s', (timestamp, zone, day) => {
    expect(dayOf(timestamp, zone)).toBe(day);
  });
});

describe('works-council profile', () => {
  it('computes no person-days and no after-hours figures, raises the thresholds, and says so', () => {
    const rows = [event(2, '2026-07-06T08:00:00Z'), seen('messages', 'm', 2, { publicChannel: 5, afterHours: 3 })];
    const snapshot = snapshotOf(rows, {
      config: { privacy: { profile: 'works-council', k: { usage: 5, collaboration: 20 } } },
    });
    expect(snapshot.usageDays.day).toEqual([]);
    expect(snapshot.accounts[0]).toMatchObject({ lastActive: '2026-07-06', activeDays: null });
    expect(snapshot.messages[0]).toMatchObject({ publicChannel: 5, afterHours: null });
    expect(snapshot.privacy.k).toEqual({ usage: 15, collaboration: 20 });
    expect(snapshot.gaps.map((gap) => gap.id)).toContain('withheld-by-profile');
  });
});
