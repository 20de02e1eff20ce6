import { describe, expect, it } from 'vitest';
import { provesIdle, reachesTo, silenceOf, strongerSilence } from '../../../../src/analysis/structure/silence.ts';
import type { SourceRecord } from '../../../../src/model/observation.ts';
import type { Account } from '../../../../src/model/snapshot.ts';

const period = { start: '2026-07-01', end: '2026-09-30' };

function source(id: string, fields: Partial<SourceRecord> = {}): SourceRecord {
  const told = { provides: ['accounts'] as SourceRecord['provides'], reliability: 0.85, cannotTell: '', rows: 1 };
  return { id, kind: id, title: id, file: null, sha256: null, ...told, ...fields };
}

const sources = [
  source('list'),
  source('licences'),
  source('sso-assignments', { reliability: 0.6 }),
  source('sso-log', { provides: ['usageDays'], reliability: 0.85 }),
  source('admin-users', { signIns: true }),
  // Drawn on 2026-08-26 or later: 35 days before the end. Of nineteen accounts it is no wonder that none is used.
  source('old-list', { accountUse: { accounts: 20, last: '2026-08-26' } }),
  source('small-list', { accountUse: { accounts: 19, last: '2026-08-26' } }),
  source('undated-list', { accountUse: { accounts: 500, last: null } }),
  source('late-list', { accountUse: { accounts: 500, last: '2026-10-04' } }),
  // Of two tools: the log of one broke off on 2026-06-12, 110 days before the end.
  source('two-tools', { accountUse: { accounts: 80, last: '2026-09-28' } }),
  source('short-lists', { accountUse: { accounts: 40, last: '2026-08-26' } }),
];
const accountUse = [
  { source: 'two-tools', tool: 'asana', accounts: 40, last: '2026-06-12' },
  { source: 'two-tools', tool: 'slack', accounts: 40, last: '2026-09-28' },
  { source: 'short-lists', tool: 'asana', accounts: 19, last: '2026-08-26' },
];
const silence = silenceOf({ sources, period, accountUse });

function account(tellers: readonly string[], fields: Partial<Account> = {}): Account {
  const evidence = tellers.map((id) => ({ source: id, row: 2 }));
  const seat = { assigned: true, closed: false, activeDays: null, lastActive: '2026-05-01' };
  return { tool: 'asana', person: 0, ...seat, evidence, ...fields };
}

const full = { kind: 'listed', blindDays: 0 };

describe('what silence means', () => {
  it.each([
    ['a list of the tool itself tells of idle seats', account(['list']), full],
    ['nothing told is no silence', account(['list'], { lastActive: null }), { kind: 'not-told' }],
    ['assignments of single sign-on are seen at the door', account(['sso-assignments']), { kind: 'sign-ins-only' }],
    ['a log holds what happened and nothing else', account(['sso-log']), { kind: 'sign-ins-only' }],
    ['last sign-ins are sign-ins, whoever lists them', account(['admin-users']), { kind: 'sign-ins-only' }],
    ['a list that ends early is blind for the rest', account(['old-list']), { kind: 'listed', blindDays: 35 }],
    ['a short list may well be quiet', account(['small-list']), full],
    ['a list that dates nothing is taken at its word', account(['undated-list']), full],
    ['a list drawn after the period has seen all of it', account(['late-list']), full],
    ['a source that is not listed is taken at its word', account(['by hand']), full],
  ] as const)('%s', (_, given, expected) => {
    expect(silence(given)).toEqual(expected);
  });

  it('judges a list for each tool, and as a whole', () => {
    expect(silence(account(['two-tools']))).toEqual({ kind: 'listed', blindDays: 110 });
    // The 28th is two days before the end.
    expect(silence(account(['two-tools'], { tool: 'slack' }))).toEqual({ kind: 'listed', blindDays: 2 });
    expect(silence(account(['two-tools'], { tool: 'figma' }))).toEqual({ kind: 'listed', blindDays: 2 });
    // Nineteen accounts of one tool tell nothing of it, forty of several tell of all.
    expect(silence(account(['short-lists']))).toEqual({ kind: 'listed', blindDays: 35 });
  });

  it('goes by the day of the report where it has one, however many accounts there are', () => {
    // 2026-06-30 is 92 days before the end, 2026-10-01 after it.
    const dated = (source: string, day: string) => account([source], { toldUntil: { [source]: day } });
    expect(silence(dated('small-list', '2026-06-30'))).toEqual({ kind: 'listed', blindDays: 92 });
    expect(silence(dated('old-list', '2026-10-01'))).toEqual(full);
    expect(silence(dated('admin-users', '2026-10-01'))).toEqual({ kind: 'sign-ins-only' });
    // The day of one source says nothing of the other.
    const both = account(['small-list', 'old-list'], { toldUntil: { 'small-list': '2026-06-30' } });
    expect(silence(both)).toEqual({ kind: 'listed', blindDays: 35 });
  });

  it('knows which days a source has looked at', () => {
    const sees = (day: string) => reachesTo({ sources, period, accountUse }, day);
    // Up to 2026-08-26 and up to 2026-06-12.
    expect([sees('2026-08-26')(account(['old-list'])), sees('2026-08-27')(account(['old-list']))]).toEqual([
      true,
      false,
    ]);
    expect([sees('2026-06-12')(account(['two-tools'])), sees('2026-06-13')(account(['two-tools']))]).toEqual([
      true,
      false,
    ]);
    expect(sees('2026-09-30')(account(['old-list', 'sso-log']))).toBe(true);
    const report = account(['list'], { toldUntil: { list: '2026-06-30' } });
    expect([sees('2026-06-30')(report), sees('2026-07-01')(report)]).toEqual([true, false]);
  });

  it('takes nobody who never signed in for somebody whose session lasts', () => {
    const never = { lastActive: null, activeDays: 0 };
    expect(silence(account(['admin-users'], never))).toEqual(full);
    expect(silence(account(['sso-assignments'], never))).toEqual({ kind: 'sign-ins-only' });
  });

  it('goes by the sources that tell of use, and by the one of them that says most', () => {
    expect(silence(account(['licences', 'sso-log'], { toldBy: ['sso-log'] }))).toEqual({ kind: 'sign-ins-only' });
    expect(silence(account(['sso-log', 'old-list', 'list']))).toEqual(full);
    expect(silence(account(['sso-log', 'old-list']))).toEqual({ kind: 'listed', blindDays: 35 });
    const [early, late] = [
      { kind: 'listed' as const, blindDays: 40 },
      { kind: 'listed' as const, blindDays: 10 },
    ];
    expect([strongerSilence(early, late), strongerSilence(late, early)]).toEqual([late, late]);
    expect(strongerSilence({ kind: 'sign-ins-only' }, { kind: 'not-told' })).toEqual({ kind: 'sign-ins-only' });
  });

  it('lets a list miss a third of the threshold and no more', () => {
    // 120 / 3 = 40, 90 / 3 = 30, 60 / 3 = 20.
    const blind = (blindDays: number) => ({ kind: 'listed' as const, blindDays });
    expect([30, 60, 90, 120].map((days) => provesIdle(blind(35), days))).toEqual([false, false, false, true]);
    expect([20, 21].map((days) => provesIdle(blind(days), 60))).toEqual([true, false]);
    expect(provesIdle({ kind: 'sign-ins-only' }, 120)).toBe(false);
    expect(provesIdle({ kind: 'not-told' }, 120)).toBe(false);
  });
});
