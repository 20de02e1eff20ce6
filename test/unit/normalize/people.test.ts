import { describe, expect, it } from 'vitest';
import { seen, snapshotOf, who } from '../../support/observations.ts';

const person = (row: number, name: string, fields = {}) =>
  seen('person', 'people.csv', row, { person: who(name), ...fields });

describe('people', () => {
  it('numbers people by appearance, the list first, managers after', () => {
    const { people } = snapshotOf([
      seen('account', 'a', 2, { person: who('guest', 'other.example') }),
      person(2, 'bob', { manager: who('boss') }),
      person(3, 'ann', { manager: who('bob') }),
    ]);
    expect(people.map((entry) => [entry.pseudonym, entry.manager, entry.listed, entry.internal])).toEqual([
      ['k:bob@acme.example', 3, true, true],
      ['k:ann@acme.example', 0, true, true],
      ['k:guest@other.example', null, false, false],
      ['k:boss@acme.example', null, false, true],
    ]);
  });

  it('counts in teams who was employed on any day of the period', () => {
    // Period 2026-07-01 to 2026-09-30. Left the day before: out. Left on the first day, started on the last: in.
    const { teams } = snapshotOf([
      person(2, 'a', { end: '2026-06-30' }),
      person(3, 'b', { end: '2026-07-01' }),
      person(4, 'c', { start: '2026-09-30', team: ' SALES' }),
      person(5, 'd', { start: '2026-10-01' }),
      person(6, 'e', { team: 'Alpha' }),
      person(7, 'f', { team: null }),
    ]);
    expect(teams).toEqual([
      { id: 'Alpha', size: 1 },
      { id: 'Sales', size: 2 },
    ]);
  });

  it('lets a later file replace what it states and nothing else', () => {
    const { people } = snapshotOf([
      person(2, 'ann', { team: 'Sales', location: 'Berlin' }),
      seen('person', 'people-q4.csv', 2, { person: who('ann'), team: 'Ops', end: '2026-09-01' }),
    ]);
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({ team: 'Ops', location: 'Berlin', end: '2026-09-01' });
  });

  it.each([
    ['acme.example', true],
    ['mail.acme.example', true],
    ['notacme.example', false],
    ['gmail.com', false],
    [null, null],
  ])('tells a colleague by the domains of the people list: %s', (domain, internal) => {
    const list = [person(2, 'ann'), seen('person', 'people.csv', 3, { person: who('zed', 'gmail.com') })];
    const { people } = snapshotOf([...list, seen('account', 'a', 2, { person: who('x', domain) })]);
    expect(people.at(-1)?.internal).toBe(internal);
    // Whoever is listed belongs, whatever the mailbox.
    expect(people[1]?.internal).toBe(true);
  });

  it('goes by the configured domains where there are any, and cannot tell without either', () => {
    const rows = [seen('account', 'a', 2, { person: who('x', 'acme.example') })];
    const organisation = { name: 'Acme', currency: 'EUR', domains: ['ACME.example'] };
    expect(snapshotOf(rows, { config: { organisation } }).people[0]?.internal).toBe(true);
    expect(snapshotOf(rows).people[0]?.internal).toBeNull();
  });

  it('keeps a login a person of its own unless its pseudonym is known', () => {
    const login = { id: who('ann').id, domain: null };
    const { people } = snapshotOf([
      person(2, 'ann'),
      seen('account', 'a', 2, { person: login }),
      seen('account', 'a', 3, { person: who('ann-dev', null) }),
    ]);
    expect(people.map((entry) => entry.pseudonym)).toEqual(['k:ann@acme.example', 'k:ann-dev@null']);
  });

  it('says so where a time zone is none', () => {
    const { gaps } = snapshotOf([person(2, 'ann', { timeZone: 'Mars/Base' })]);
    expect(gaps.map((gap) => gap.id)).toContain('unknown-time-zones');
  });
});
