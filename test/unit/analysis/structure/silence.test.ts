import { describe, expect, it } from 'vitest';
import { provesIdle, silenceOf, strongerSilence } from '../../../../src/analysis/structure/silence.ts';
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
];
const silence = silenceOf({ sources, period });

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
