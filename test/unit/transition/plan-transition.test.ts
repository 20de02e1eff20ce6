import { describe, expect, it } from 'vitest';
import { people, type ToolSpec } from '../consolidation/company.ts';
import { plan } from './plan.ts';

const TEAMS = people(0, 40).map((at) => (at < 30 ? 'Design' : 'Sales'));
const notion: ToolSpec = { id: 'Notion', vector: { wiki: 3 }, annual: 4000, seats: 40, users: people(0, 30) };
const slab: ToolSpec = {
  id: 'Slab',
  vector: { wiki: 3 },
  annual: 2400,
  seats: 10,
  users: people(30, 10),
  start: '2026-04-01',
  end: '2027-03-31',
  noticeDays: 60,
};
const both = { people: TEAMS, tools: [notion, slab] };

describe('planTransition', () => {
  it('dates the move by the contract', () => {
    // End 31 Mar 2027: notice -60 d = 30 Jan; go/no-go -14 d = 16 Jan; cut-over -30 d = 1 Mar; start -45 d = 15 Jan.
    const { transition } = plan(both);
    const move = transition.waves.flatMap(({ moves }) => moves).find(({ tool }) => tool === 'Slab');
    expect(move).toMatchObject({
      target: 'Notion',
      noticeDeadline: '2027-01-30',
      goNoGo: '2027-01-16',
      cutOver: '2027-03-01',
      start: '2027-01-15',
      parallelEnds: '2027-03-31',
      contractEnd: '2027-03-31',
      teams: ['Sales'],
      load: 2,
    });
    expect(move?.note).toBe('Notice must be sent on 2027-01-30, before the cut-over is proven.');
  });

  it('begins with the charter and keeps what touches many people out of wave 1', () => {
    // Slab has 10 of 40 people, more than a tenth.
    const { transition } = plan(both);
    expect(transition.waves.map(({ id, moves }) => [id, moves.map(({ tool }) => tool)])).toEqual([
      [0, []],
      [2, ['Slab']],
    ]);
  });

  it('starts with a small visible win', () => {
    const small: ToolSpec = { ...slab, users: people(30, 4), annual: 2400, seats: 5 };
    const { transition } = plan({ people: TEAMS, tools: [notion, small] });
    expect(transition.waves[1]).toMatchObject({
      id: 1,
      title: 'A visible win at low risk, and what needs no migration',
    });
    // Notion has 40 - 33 - 4 = 3 seats too many left, which needs no migration.
    expect(transition.waves[1]?.moves.map(({ tool }) => tool)).toEqual(['Notion', 'Slab']);
  });

  it('never starts with a hub', () => {
    const small: ToolSpec = { ...slab, users: people(30, 4), annual: 4800, seats: 5 };
    const { transition } = plan({ people: TEAMS, tools: [notion, small] }, {}, (structure) => ({
      ...structure,
      integrations: { ...structure.integrations, articulation: ['Slab'] },
    }));
    const wave = transition.waves.find(({ moves }) => moves.some(({ tool }) => tool === 'Slab'));
    expect(wave?.id).toBe(2);
  });

  it('pays one more term when notice is past, and the calendar says so', () => {
    const late = { ...slab, end: '2026-12-31', start: '2026-01-01', noticeDays: 90 };
    const { transition } = plan({ people: TEAMS, tools: [notion, late] });
    const move = transition.waves.flatMap(({ moves }) => moves).find(({ tool }) => tool === 'Slab');
    expect(move?.contractEnd).toBe('2027-12-31');
    expect(move?.note).toContain('Notice for the term ending 2026-12-31 is past; Slab is paid until 2027-12-31.');
    const notices = transition.calendar.filter(({ tool, kind }) => tool === 'Slab' && kind === 'notice');
    expect(notices.map(({ date, state }) => [date, state])).toEqual([
      ['2026-10-02', 'missed'],
      ['2027-10-02', 'open'],
    ]);
    expect(transition.risks.find(({ id }) => id === 'missed-notice')?.tools).toEqual(['Slab']);
  });

  it('keeps the cut-over out of a freeze of the team', () => {
    const freezes = [{ from: '2027-02-20', to: '2027-03-10', teams: ['Sales'] }];
    const { transition } = plan(both, { freezes });
    const move = transition.waves.flatMap(({ moves }) => moves).find(({ tool }) => tool === 'Slab');
    expect(move?.cutOver).toBe('2027-02-19');
    const other = plan(both, { freezes: [{ ...freezes[0], teams: ['Design'] }] });
    expect(other.transition.waves[1]?.moves[0]?.cutOver).toBe('2027-03-01');
  });

  it('puts every contract, exception and review into the calendar, in order', () => {
    const redundancy = [{ tools: ['Notion', 'Slab'], owner: 'IT', reason: 'r', expires: '2027-03-01' }];
    const { transition } = plan(both, { deliberate_redundancy: redundancy });
    const dates = transition.calendar.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    expect(transition.calendar.map(({ kind }) => kind)).toContain('redundancy expires');
    expect(transition.calendar.filter(({ kind }) => kind === 'review')).toHaveLength(2);
    expect(new Set(transition.calendar.map(({ id }) => id)).size).toBe(transition.calendar.length);
  });

  it('has five gates that claim nothing without a measurement', () => {
    const { steps } = plan(both).transition;
    expect(steps.map(({ step, state }) => [step, state])).toEqual([
      [1, 'not assessed'],
      [2, 'not assessed'],
      [3, 'not met'],
      [4, 'not assessed'],
      [5, 'not assessed'],
    ]);
  });

  it('writes charter, records and runbooks whose dates agree with the calendar', () => {
    const { transition } = plan(both);
    expect(transition.documents.map(({ id }) => id)).toEqual(['charter', 'daci-Slab', 'runbook-Slab']);
    const runbook = transition.documents.at(-1)?.body.join('\n') ?? '';
    const known = new Set(transition.calendar.map(({ date }) => date));
    const dates = runbook.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    expect(dates.length).toBeGreaterThan(4);
    expect(dates.filter((date) => !known.has(date))).toEqual([]);
    expect(transition.charter.find(({ channel }) => channel === 'Reference')?.tool).toBe('Notion');
    expect(transition.homes.find(({ objectType }) => objectType === 'sop')).toMatchObject({
      home: null,
      proposed: 'Notion',
    });
  });

  it('trains writing before tools, and tools a week before the cut-over', () => {
    const { training } = plan(both).transition;
    expect(training[0]?.topic).toContain('weekly update');
    expect(training.at(-1)).toMatchObject({ audience: 'Everyone who used Slab', when: '2027-02-22' });
  });

  it('plans nothing where nothing is decided', () => {
    const { transition } = plan({ people: [], tools: [] });
    expect(transition.waves.map(({ id }) => id)).toEqual([0]);
    expect(transition.documents.map(({ id }) => id)).toEqual(['charter']);
  });
});
