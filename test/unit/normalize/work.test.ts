import { describe, expect, it } from 'vitest';
import { inventoryName, seen, snapshotOf, who } from '../../support/observations.ts';

const edge = (row: number, fields = {}) => seen('integration', 'i', row, fields);

describe('integrations', () => {
  it.each([
    // Thirty days before 2026-09-30 is 2026-08-31, which still counts as seen.
    ['2026-08-31', 'api', 'live'],
    ['2026-08-30', 'api', 'stale'],
    ['2026-10-02', 'api', 'live'],
    [null, 'api', 'live'],
    [null, null, 'live'],
    ['2026-09-30', ' Manual', 'manual'],
  ])('last seen %s of type %s is %s', (lastSeen, type, state) => {
    expect(snapshotOf([edge(2, { lastSeen, type })]).integrations.map((one) => one.state)).toEqual([state]);
  });

  it('makes tools of its ends, but no edge to what is no software or to itself', () => {
    const { integrations, tools, reconciliation } = snapshotOf([
      edge(2, { to: inventoryName('Odd App') }),
      edge(3, { to: inventoryName('Chrome') }),
      edge(4, { to: inventoryName('Slack (Sandbox)') }),
    ]);
    expect(integrations.map((one) => [one.from, one.to])).toEqual([['slack', 'x-odd-app']]);
    expect(tools.map((tool) => tool.id)).toEqual(['slack', 'x-odd-app']);
    expect(reconciliation.rows.buckets).toMatchObject({ used: 2, 'not-software': 1 });
  });
});

describe('meetings', () => {
  const people = [seen('person', 'p', 2), seen('person', 'p', 3, { person: who('bob') })];
  const meeting = (fields = {}) => snapshotOf([...people, seen('meeting', 'm', 2, fields)]).meetings[0];
  const guest = who('guest', 'other.example');

  it('counts the organiser among the attendees and guests apart', () => {
    const attendees = [who('bob'), guest, who('bob'), who('ann')];
    expect(meeting({ attendees })).toMatchObject({ organizer: 0, attendees: [0, 1], outsiders: 1 });
    expect(meeting({ attendees: [] })).toMatchObject({ attendees: [0], outsiders: 0 });
    expect(meeting({ attendees: null })).toMatchObject({ attendees: null, outsiders: 0 });
    expect(meeting({ organizer: guest, attendees: [who('ann')] })).toMatchObject({ attendees: [0], outsiders: 1 });
  });

  it.each([
    [{ series: 'S-1', recurring: true, purpose: 'status' }, 'S-1'],
    [{ series: 'yes', recurring: true, purpose: 'status' }, 'organizer 0: status'],
    [{ series: null, recurring: true, purpose: null }, 'organizer 0: '],
    [{ series: null, recurring: false }, null],
    [{ series: null, recurring: null }, null],
  ])('has its series: %j', (fields, series) => {
    expect(meeting(fields)?.series).toBe(series);
  });

  it('is one where two calendars export it', () => {
    const rows = ['a', 'b'].map((source) => seen('meeting', source, 2, { attendees: [who('bob')] }));
    expect(snapshotOf(rows).meetings).toHaveLength(1);
  });
});

describe('documents, homes and records', () => {
  it('find the tool of a home only where another source names it', () => {
    const page = seen('document', 'd', 2, { home: 'docsy', owner: who('ann') });
    const home = seen('home', 'h', 2);
    expect(snapshotOf([page, home]).documents[0]).toMatchObject({ home: 'docsy', homeTool: null, owner: 0 });
    const known = snapshotOf([page, home, seen('tool-seen', 'i', 2, { tool: inventoryName('Wikia') })]);
    expect(known.documents[0]?.homeTool).toBe('wikia');
    expect(known.homes).toEqual([{ objectType: 'decision', home: 'Wikia', homeTool: 'wikia', evidence: home.at }]);
  });

  it('take the later file where two hold one id, and keep both of one file', () => {
    const item = (source: string, row: number, closed: string | null) =>
      seen('work-item', source, row, { closed, team: 'sales', contributors: [who('ann'), who('ann')] });
    const list = [seen('person', 'p', 2)];
    const later = snapshotOf([...list, item('a', 2, null), item('b', 2, '2026-08-01')]).workItems;
    expect(later.map((one) => [one.closed, one.team, one.contributors])).toEqual([['2026-08-01', 'Sales', [0]]]);
    expect(snapshotOf([...list, item('a', 2, null), item('a', 3, null)]).workItems).toHaveLength(2);
  });

  it('keep roles that nobody filled in apart from roles without a column', () => {
    const decision = snapshotOf([seen('decision', 'd', 2, { driver: [who('ann')], approver: [] })]).decisions[0];
    expect(decision).toMatchObject({ driver: [0], approver: [], contributors: null, informed: null });
  });
});
