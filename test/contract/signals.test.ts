import { describe, expect, it } from 'vitest';
import { constructs } from '../../src/analysis/principles/constructs.ts';
import { readSignal } from '../../src/analysis/principles/read-signal.ts';
import { signals } from '../../src/analysis/principles/signals/registry.ts';
import {
  emptyStructure,
  inputOf,
  tenPeople,
  withDecisions,
  withItem,
  withMeeting,
  withMessages,
} from '../support/signal-input.ts';
import {
  emptySnapshot,
  span,
  withAccounts,
  withContract,
  withDocuments,
  withHome,
  withIntegration,
  withTool,
  withUse,
} from '../support/snapshot.ts';

/** METHOD 1: how many signals each construct has. */
const EXPECTED = {
  ...{ P1: 6, P2: 6, P3: 6, P4: 6, P5: 6 },
  ...{ D1: 5, D2: 5, D3: 4, D4: 5 },
  ...{ C1: 5, C2: 5, C3: 6, C4: 5 },
};

/** Something of everything. */
function everything() {
  const tools = withTool(withTool(tenPeople(emptySnapshot()), 'a', 'wiki'), 'b', 'wiki');
  let snapshot = withUse(withAccounts(tools, 'a', span(0, 9), { lastActive: '2026-09-20' }), 'b', span(0, 9));
  snapshot = withIntegration(withContract(snapshot, 'a', { seats: 10 }), 'a', 'b', { weeklyHandoffs: 5 });
  snapshot = withMeeting(snapshot, '2026-07-07', ['08:00', '09:00'], span(0, 9));
  snapshot = withMessages(snapshot, { publicChannel: 5, privateChannel: 5, direct: 5 });
  snapshot = withDocuments(snapshot, 'page', 'a', 3, {
    owner: 0,
    created: '2025-01-01',
    lastEdited: '2026-07-07',
    viewers90d: 6,
  });
  snapshot = withItem(snapshot, {
    closed: '2026-07-09',
    linkedToGoal: true,
    hasAcceptance: true,
    contributors: [0, 1],
  });
  return withHome(withDecisions(snapshot, 20, { domain: 'x', level: 1, home: 'a' }), 'decision', 'a');
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

describe('the registry of signals', () => {
  it('holds every signal of METHOD 1 once, in order', () => {
    const ids = Object.entries(EXPECTED).flatMap(([id, n]) => Array.from({ length: n }, (_, i) => `${id}.${i + 1}`));
    expect(signals.map((s) => s.meta.id)).toEqual(ids);
  });

  it('knows only constructs that exist, and leaves none without signals', () => {
    const used = new Set(signals.map((s) => s.meta.construct));
    expect([...used]).toEqual(constructs.map((c) => c.id));
  });

  it.each(signals.map((unit) => [unit.meta.id, unit] as const))('%s: meta is complete', (id, { meta }) => {
    expect(id.startsWith(meta.construct)).toBe(true);
    for (const text of [meta.title, meta.unit, meta.formula, meta.source]) expect(text.trim()).not.toBe('');
    expect(meta.reference).toContain(`METHOD 1 ${id}`);
    expect(meta.weight).toBeGreaterThan(0);
    expect(new Set(meta.requires).size).toBe(meta.requires.length);
  });

  it.each(signals.map((unit) => [unit.meta.id, unit] as const))('%s: an empty snapshot measures nothing', (_, unit) => {
    const reading = readSignal(unit, inputOf(emptySnapshot()));
    expect(reading).toMatchObject({ state: 'not-connected', value: null, coverage: 0 });
    expect(reading.words).not.toBe('');
  });

  it.each(signals.map((unit) => [unit.meta.id, unit] as const))(
    '%s: same input, same answer, input untouched',
    (_, unit) => {
      const snapshot = frozen(everything());
      const structure = frozen(emptyStructure());
      const strip = ({ sample: _sample, ...rest }: ReturnType<typeof readSignal>) => rest;
      const first = readSignal(unit, inputOf(snapshot, structure));
      expect(strip(readSignal(unit, inputOf(snapshot, structure)))).toEqual(strip(first));
      for (const share of [first.coverage, first.windowCoverage, first.reliability]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    },
  );
});
