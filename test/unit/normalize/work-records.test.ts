import { describe, expect, it } from 'vitest';
import { eur, inventoryName, seen, snapshotOf, source, who } from '../../support/observations.ts';

const people = [seen('person', 'p', 2), seen('person', 'p', 3, { person: who('bob'), team: 'Support' })];
const usd = (minor: number) => ({ minor, currency: 'USD' });

describe('responses', () => {
  const asked = '2026-07-06T10:00:00Z';
  const answered = '2026-07-06T12:00:00Z';

  it('name people by index, those met only here after the others', () => {
    const rows = [
      seen('response', 'r', 2, { asked, recipient: who('bob'), channel: 'chat' }),
      seen('response', 'r', 3, { asked, answered, recipient: who('new') }),
    ];
    const { responses, people: all } = snapshotOf([...people, ...rows]);
    expect(responses).toEqual([
      { asked, answered: null, recipient: 1, channel: 'chat', evidence: { source: 'r', row: 2 } },
      { asked, answered, recipient: 2, channel: null, evidence: { source: 'r', row: 3 } },
    ]);
    expect(all.map(({ listed }) => listed)).toEqual([true, true, false]);
  });

  it('follow the later file on whether a question was answered, and keep what one file repeats', () => {
    // May: ann and bob are asked, bob twice in one second. June: ann has answered.
    const rows = [
      seen('response', 'may', 2, { asked }),
      seen('response', 'may', 3, { asked, recipient: who('bob') }),
      seen('response', 'may', 4, { asked, recipient: who('bob') }),
      seen('response', 'june', 2, { asked, answered }),
    ];
    const { responses, reconciliation } = snapshotOf([...people, ...rows]);
    expect(responses.map((one) => [one.recipient, one.answered])).toEqual([
      [1, null],
      [1, null],
      [0, answered],
    ]);
    expect(reconciliation.rows).toMatchObject({ total: 6, buckets: { used: 6 } });
  });

  it('of two channels are two', () => {
    const rows = ['chat', 'review'].map((channel) => seen('response', channel, 2, { asked, channel }));
    expect(snapshotOf([...people, ...rows]).responses).toHaveLength(2);
  });
});

describe('deliveries', () => {
  it("take the team's one spelling, and the later file for a number within the team", () => {
    const rows = [
      seen('delivery', 'a', 2, { team: ' sales', hasItem: false }),
      seen('delivery', 'a', 3, { team: 'SUPPORT' }),
      seen('delivery', 'a', 4, { type: 'document' }),
      seen('delivery', 'b', 2, { team: 'SALES', hasItem: true }),
    ];
    const { deliveries } = snapshotOf([...people, ...rows]);
    expect(deliveries.map((one) => [one.team, one.type, one.hasItem, one.evidence])).toEqual([
      ['Support', 'change', null, { source: 'a', row: 3 }],
      ['Sales', 'document', null, { source: 'a', row: 4 }],
      ['Sales', 'change', true, { source: 'b', row: 2 }],
    ]);
  });
});

describe('requests', () => {
  const rates = [
    seen('rate', 'x', 2, { date: '2026-07-01', rate: 0.9 }),
    seen('rate', 'x', 3, { date: '2026-08-01', rate: 0.8 }),
  ];
  const amountOf = (fields: Parameters<typeof seen<'request'>>[3]) =>
    snapshotOf([...rates, seen('request', 'r', 2, fields)]).requests[0]?.amount;

  it.each([
    // 100.00 USD at 0.9 of July.
    [usd(10_000), '2026-07-31', 9000],
    // At 0.8 of August, known from its first day on.
    [usd(10_000), '2026-08-01', 8000],
    // Still open: the rate at the end of the period, 2026-09-30.
    [usd(10_000), null, 8000],
    [eur(1234), '2026-01-01', 1234],
  ])('convert %j closed on %s into %d cents', (amount, closed, minor) => {
    expect(amountOf({ amount, closed })).toEqual({ minor, currency: 'EUR' });
  });

  it.each([
    ['no rate is dated before', usd(10_000), '2026-06-30'],
    ['no rate converts the currency', { minor: 500, currency: 'JPY' }, '2026-08-01'],
    ['no amount is given', null, '2026-08-01'],
  ])('have no amount where %s', (_, amount, closed) => {
    expect(amountOf({ amount, closed })).toBeNull();
  });

  it('leave the money of spend alone, and follow the later file', () => {
    const rows = [
      seen('request', 'a', 2, { approvalSteps: 1, team: 'sales', amount: usd(100) }),
      seen('request', 'b', 2, { approvalSteps: 4, closed: '2026-08-01' }),
    ];
    const { requests, reconciliation } = snapshotOf([...people, ...rows]);
    expect(requests).toEqual([
      { id: 'R-1', team: null, closed: '2026-08-01', approvalSteps: 4, amount: null, evidence: rows[1]?.at },
    ]);
    expect([reconciliation.money, reconciliation.unconverted]).toEqual([[], []]);
  });
});

describe('boards and processes', () => {
  it('are told apart by name and team, and follow the later file', () => {
    const rows = [
      seen('board', 'a', 2, { team: 'sales', openToAll: false }),
      seen('board', 'a', 3, { openToAll: false }),
      seen('board', 'b', 2, { name: ' PLAN', team: 'Sales', active: true }),
    ];
    const { boards } = snapshotOf([...people, ...rows]);
    expect(boards.map((one) => [one.name, one.team, one.active, one.openToAll])).toEqual([
      ['Plan', null, null, false],
      [' PLAN', 'Sales', true, true],
    ]);
    const list = [
      seen('process', 'a', 2),
      seen('process', 'a', 3, { name: 'Restore' }),
      seen('process', 'b', 2, { procedure: 'Wikia', reviewed: '2026-07-01' }),
    ];
    expect(snapshotOf(list).processes).toEqual([
      { name: 'Restore', team: null, procedure: null, current: null, reviewed: null, evidence: list[1]?.at },
      { name: 'Refund', team: null, procedure: 'Wikia', current: null, reviewed: '2026-07-01', evidence: list[2]?.at },
    ]);
  });
});

describe('figures of teams and weeks', () => {
  it('count once where two files say the same, everybody apart from any team', () => {
    const rows = [
      seen('wiki-week', 'a', 2, { readers: 9, team: 'SALES' }),
      seen('wiki-week', 'a', 3, { readers: 30 }),
      seen('wiki-week', 'b', 2, { readers: 9, team: 'sales ' }),
      seen('writing', 'a', 4, { team: 'sales', role: 'lead', minutes: 30 }),
      seen('writing', 'a', 5, { team: 'sales', minutes: 30 }),
      seen('writing', 'b', 3, { team: 'Sales', role: 'lead', minutes: 30 }),
    ];
    const { wikiWeeks, writing, reconciliation } = snapshotOf([...people, ...rows]);
    expect(wikiWeeks.map((one) => [one.team, one.readers])).toEqual([
      ['Sales', 9],
      [null, 30],
    ]);
    expect(writing.map((one) => [one.team, one.role, one.minutes])).toEqual([
      ['Sales', 'lead', 30],
      ['Sales', null, 30],
    ]);
    expect(reconciliation.rows).toMatchObject({ total: 8, buckets: { used: 8 } });
  });
});

describe('onboarding', () => {
  it('follows the later file for a person', () => {
    const rows = [
      seen('onboarding', 'a', 2, { openedPages: 2 }),
      seen('onboarding', 'a', 3, { person: who('bob') }),
      seen('onboarding', 'b', 2, { openedPages: 9 }),
    ];
    expect(snapshotOf([...people, ...rows]).onboarding).toEqual([
      { person: 1, requiredPages: 10, openedPages: 5, evidence: rows[1]?.at },
      { person: 0, requiredPages: 10, openedPages: 9, evidence: rows[2]?.at },
    ]);
  });
});

describe('rollouts', () => {
  const rollout = (row: number, name: string) =>
    seen('rollout', 'r', row, { change: 'retired-tool', tool: inventoryName(name) });

  it('find their tool under any of its names where another source shows it, and make no tool themselves', () => {
    const known = seen('tool-seen', 'i', 2, { tool: inventoryName('Wikia') });
    const own = seen('contract', 'c', 2, { tool: inventoryName('Home Brew') });
    const rows = [rollout(2, 'Docsy'), rollout(3, 'home brew'), rollout(4, 'Slack'), rollout(5, 'Bakery')];
    const { rollouts, tools } = snapshotOf([known, own, ...rows, seen('rollout', 'r', 6)]);
    expect(rollouts.map((one) => one.tool)).toEqual(['wikia', 'x-home-brew', null, null, null]);
    expect(tools.map((tool) => tool.id)).toEqual(['wikia', 'x-home-brew']);
  });

  it('in two files are one', () => {
    const rows = ['a', 'b'].map((file) => seen('rollout', file, 2, { target: 12.5 }));
    expect(snapshotOf(rows).rollouts).toEqual([
      { change: 'charter', date: '2026-07-06', tool: null, invited: null, target: 12.5, evidence: rows[0]?.at },
    ]);
  });
});

describe('columns that came later', () => {
  it('reach the snapshot', () => {
    const { documents, decisions, messages, workItems } = snapshotOf([
      seen('document', 's', 2, { verified: '2026-07-01', critical: true, topEditorShare: 0.8, nearDuplicate: false }),
      seen('decision', 's', 3, { inMeeting: false }),
      seen('messages', 's', 4, { replies: 9, inBursts: 8, questionThreads: 7, linkedAnswers: 6, workComments: 5 }),
      seen('work-item', 's', 5, { lastChanged: '2026-07-02' }),
    ]);
    expect(documents[0]).toMatchObject({
      verified: '2026-07-01',
      critical: true,
      topEditorShare: 0.8,
      nearDuplicate: false,
    });
    expect(decisions[0]?.inMeeting).toBe(false);
    expect(messages[0]).toMatchObject({
      replies: 9,
      inBursts: 8,
      questionThreads: 7,
      linkedAnswers: 6,
      workComments: 5,
    });
    expect(workItems[0]?.lastChanged).toBe('2026-07-02');
  });
});

describe('gaps', () => {
  it('name responses and processes, and no other of the sections that came later', () => {
    const later = ['deliveries', 'requests', 'boards', 'wikiWeeks', 'onboarding', 'rollouts', 'writing'];
    const idsOf = (provides: string[]) =>
      snapshotOf([seen('person', 'p', 2)], {
        collection: { sources: [source('p', 1, { provides })] },
      }).gaps.map(({ id }) => id);
    expect(idsOf([])).toEqual(expect.arrayContaining(['missing-responses', 'missing-processes']));
    expect(idsOf([]).filter((id) => later.includes(id.replace('missing-', '')))).toEqual([]);
    expect(idsOf(['responses'])).not.toContain('missing-responses');
  });
});
