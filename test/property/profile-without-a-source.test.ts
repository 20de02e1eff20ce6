import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseProfile } from '../../src/analysis/principles/profile.ts';
import { analyseStructure } from '../../src/analysis/structure.ts';
import { Policy } from '../../src/model/policy.ts';
import type { SectionName, Snapshot } from '../../src/model/snapshot.ts';
import { tenPeople, withDecisions, withItem, withMeeting, withMessages } from '../support/signal-input.ts';
import {
  emptySnapshot,
  span,
  withAccounts,
  withContract,
  withDocuments,
  withHome,
  withIntegration,
  withTool,
} from '../support/snapshot.ts';

/** Sections whose loss turns signals from known to unknown and changes no other signal. */
const REMOVABLE = [
  'people',
  'meetings',
  'messages',
  'accounts',
  'documents',
  'workItems',
  'decisions',
  'homes',
  'contracts',
  'integrations',
] as const;

interface Shape {
  readonly meetings: readonly {
    readonly week: number;
    readonly hours: number;
    readonly people: number;
    readonly document: boolean;
  }[];
  readonly messages: readonly { readonly open: number; readonly closed: number; readonly late: number }[];
  readonly items: readonly { readonly days: number; readonly goal: boolean; readonly criteria: boolean }[];
  readonly pages: readonly { readonly edited: string; readonly viewers: number; readonly owned: boolean }[];
  readonly active: number;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  meetings: fc.array(
    fc.record({
      week: fc.integer({ min: 0, max: 11 }),
      hours: fc.integer({ min: 1, max: 8 }),
      people: fc.integer({ min: 2, max: 10 }),
      document: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
  messages: fc.array(fc.record({ open: fc.nat(100), closed: fc.nat(100), late: fc.nat(50) }), { maxLength: 4 }),
  items: fc.array(fc.record({ days: fc.nat(40), goal: fc.boolean(), criteria: fc.boolean() }), { maxLength: 6 }),
  pages: fc.array(
    fc.record({ edited: fc.constantFrom('2025-01-01', '2026-08-01'), viewers: fc.nat(20), owned: fc.boolean() }),
    { maxLength: 6 },
  ),
  active: fc.integer({ min: 5, max: 10 }),
});

function companyOf({ meetings, messages, items, pages, active }: Shape): Snapshot {
  let snapshot = withTool(
    withTool(tenPeople(emptySnapshot(), { timeZone: 'Europe/Berlin' }), 'a', 'wiki'),
    'b',
    'forms',
  );
  snapshot = withAccounts(withContract(snapshot, 'a', { seats: 10 }), 'a', span(0, active - 1), {
    lastActive: '2026-09-20',
  });
  snapshot = withIntegration(snapshot, 'a', 'b', { weeklyHandoffs: 5 });
  for (const m of meetings) {
    const day = new Date(Date.UTC(2026, 6, 7 + 7 * m.week)).toISOString().slice(0, 10);
    const to = String(6 + m.hours).padStart(2, '0');
    snapshot = withMeeting(snapshot, day, ['06:00', `${to}:00`], span(0, m.people - 1), { hasDocument: m.document });
  }
  messages.forEach((m, i) => {
    const week = new Date(Date.UTC(2026, 6, 6 + 7 * i)).toISOString().slice(0, 10);
    snapshot = withMessages(snapshot, {
      week,
      publicChannel: m.open,
      privateChannel: m.closed,
      direct: 1,
      afterHours: m.late,
    });
  });
  for (const item of items) {
    const closed = new Date(Date.UTC(2026, 6, 6 + item.days)).toISOString().slice(0, 10);
    snapshot = withItem(snapshot, {
      closed,
      linkedToGoal: item.goal,
      hasAcceptance: item.criteria,
      contributors: [0, 1],
    });
  }
  for (const page of pages) {
    const owner = page.owned ? 0 : null;
    snapshot = withDocuments(snapshot, 'page', 'Notion', 1, {
      owner,
      created: '2025-01-01',
      lastEdited: page.edited,
      viewers90d: page.viewers,
    });
  }
  return withHome(withDecisions(snapshot, 20, { domain: 'x', level: 1, home: 'Notion' }), 'decision', 'Notion');
}

function without(snapshot: Snapshot, section: SectionName): Snapshot {
  const sources = snapshot.sources.filter((s) => !s.provides.includes(section));
  if (section === 'people') {
    return {
      ...snapshot,
      sources,
      people: snapshot.people.map((p) => ({ ...p, listed: false, team: null, timeZone: null })),
    };
  }
  return { ...snapshot, sources, [section]: [] };
}

const policy = Policy.parse({});
function constructsOf(snapshot: Snapshot) {
  const structure = analyseStructure(snapshot, policy, { seed: 3 });
  const { principles, differences, challenges } = analyseProfile(snapshot, structure, policy, { seed: 3 });
  return [...principles, ...differences, ...challenges];
}

describe('losing a source', () => {
  it('widens the bounds so that they contain the old ones, and never moves a score out of them', () => {
    fc.assert(
      fc.property(shape, fc.constantFrom(...REMOVABLE), (company, section) => {
        const snapshot = companyOf(company);
        const before = constructsOf(snapshot);
        const after = constructsOf(without(snapshot, section));
        before.forEach((old, i) => {
          const now = after[i]!;
          const label = `${old.id} without ${section}`;
          expect(now.bounds[0], label).toBeLessThanOrEqual(old.bounds[0] + 1e-9);
          expect(now.bounds[1], label).toBeGreaterThanOrEqual(old.bounds[1] - 1e-9);
          expect(now.coverage, label).toBeLessThanOrEqual(old.coverage + 1e-9);
          if (now.score === null) return;
          expect(now.score, label).toBeGreaterThanOrEqual(now.bounds[0] - 1e-9);
          expect(now.score, label).toBeLessThanOrEqual(now.bounds[1] + 1e-9);
        });
      }),
      { numRuns: 12 },
    );
  });

  it('names the loss: what was known and is not any more says what would supply it', () => {
    const snapshot = companyOf({
      meetings: [{ week: 0, hours: 2, people: 10, document: true }],
      messages: [],
      items: [],
      pages: [],
      active: 10,
    });
    const before = constructsOf(snapshot).flatMap((c) => c.signals);
    const after = constructsOf(without(snapshot, 'meetings')).flatMap((c) => c.signals);
    const lost = after.filter((s, i) => s.score === null && before[i]!.score !== null);
    expect(lost.map((s) => s.id)).toEqual(
      expect.arrayContaining(['P1.1', 'P1.2', 'P1.5', 'P2.1', 'P3.4', 'D1.2', 'D1.3']),
    );
    for (const signal of lost) expect(signal.wouldSupply).toContain('calendar');
  });
});
