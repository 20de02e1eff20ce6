import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byTool } from '../../../src/analysis/structure/by-tool.ts';
import { lastUsageDays } from '../../../src/analysis/structure/last-days.ts';
import { holdersOf } from '../../../src/analysis/structure/seat-holders.ts';
import { seatRules, seatSorter } from '../../../src/analysis/structure/seat-state.ts';
import type { Observation, SourceRecord } from '../../../src/model/observation.ts';
import { Policy } from '../../../src/model/policy.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { addDays } from '../../../src/util/day-arithmetic.ts';
import { inventoryName, seen, snapshotOf, source, ssoName, who } from '../../support/observations.ts';

const END = '2026-09-30';
const THRESHOLDS = [30, 60, 90, 120] as const;
const DAYS = ['2026-03-02', '2026-06-10', '2026-07-20', '2026-08-20', '2026-09-05', '2026-09-28'];

/** What really happened: the days on which each person used the tool, and on which of them they had to sign in. */
interface Use {
  readonly day: string;
  readonly signedIn: boolean;
}
interface World {
  readonly people: readonly (readonly Use[])[];
  /** Days on which the tool's own list and a second one were drawn, and every how many people it leaves out. */
  readonly drawn: readonly [string, string];
  readonly leavesOut: number;
}

const uses = fc
  .subarray(DAYS)
  .chain((days) =>
    fc
      .tuple(...days.map(() => fc.boolean()))
      .map((signs) => days.map((day, i): Use => ({ day, signedIn: signs[i] ?? false }))),
  );
const worldOf = (drawn: fc.Arbitrary<string>): fc.Arbitrary<World> =>
  fc.record({
    people: fc.array(uses, { minLength: 1, maxLength: 30 }),
    drawn: fc.tuple(drawn, drawn),
    leavesOut: fc.integer({ min: 2, max: 40 }),
  });
const anyDay = fc.constantFrom(addDays(END, 3), END, addDays(END, -20), addDays(END, -70));

type Teller = (uses: readonly Use[], person: number, world: World) => Observation | readonly Observation[] | null;
const last = (days: readonly string[]) => days.at(-1) ?? null;
const own = { provides: ['accounts'] as SourceRecord['provides'], reliability: 0.85 };

function listed(id: string, drawn: 0 | 1): Teller {
  return (uses, person, world) => {
    if (person % world.leavesOut === drawn) return null;
    const lastActive = last(uses.map(({ day }) => day).filter((day) => day <= world.drawn[drawn]));
    return seen('account', id, person + 2, {
      tool: inventoryName('Slack'),
      person: who(`p${person}`),
      lastActive,
      activeDays: lastActive === null ? 0 : null,
      assigned: true,
    });
  };
}

const lastSignIn = (uses: readonly Use[]) => last(uses.filter((use) => use.signedIn).map(({ day }) => day));

/** Sources that tell the truth, each as much of it as it can see. */
const SOURCES: readonly { readonly record: Partial<SourceRecord> & { id: string }; readonly tell: Teller }[] = [
  { record: { id: 'own-list', ...own }, tell: listed('own-list', 0) },
  { record: { id: 'second-list', ...own }, tell: listed('second-list', 1) },
  {
    record: { id: 'admin-list', ...own, signIns: true },
    tell: (uses, person) =>
      seen('account', 'admin-list', person + 2, { person: who(`p${person}`), lastActive: lastSignIn(uses) }),
  },
  {
    record: { id: 'sso-assignments', ...own, reliability: 0.6 },
    tell: (uses, person) =>
      seen('account', 'sso-assignments', person + 2, {
        tool: ssoName('Slack'),
        person: who(`p${person}`),
        lastActive: lastSignIn(uses),
        assigned: true,
      }),
  },
  {
    record: { id: 'sso-log', provides: ['usageDays'], reliability: 0.6 },
    tell: (uses, person) =>
      uses
        .filter((use) => use.signedIn)
        .map(({ day }, i) =>
          seen('usage-event', 'sso-log', 10 * person + i + 2, {
            person: who(`p${person}`),
            timestamp: `${day}T08:00:00Z`,
          }),
        ),
  },
  {
    record: { id: 'licences', ...own },
    tell: (_, person) => seen('account', 'licences', person + 2, { person: who(`p${person}`), assigned: true }),
  },
];
const IDS = SOURCES.map(({ record }) => record.id);
const OWN_LISTS = ['own-list', 'second-list'];

function snapshotFrom(world: World, ids: readonly string[]): Snapshot {
  const read = SOURCES.filter(({ record }) => ids.includes(record.id));
  const observations = read.flatMap(({ tell }) =>
    world.people.flatMap((uses, person) => tell(uses, person, world) ?? []),
  );
  const rows = (id: string) => observations.filter(({ at }) => at.source === id).length;
  const sources = read.map(({ record }) => source(record.id, rows(record.id), record));
  return snapshotOf(observations, { collection: { sources } });
}

/** State of each person's seat, by pseudonym: the order of people differs with the sources. */
function statesOf(snapshot: Snapshot, thresholdDays: number): ReadonlyMap<string, string> {
  const rules = seatRules(snapshot, Policy.parse({ seat_threshold_days: thresholdDays }));
  const [sorter, days] = [seatSorter(rules), lastUsageDays(snapshot)];
  return new Map(
    [...byTool(snapshot.accounts)].flatMap(([tool, accounts]) =>
      holdersOf(accounts, days.get(tool) ?? new Map(), rules.silenceOf).map((holder) => {
        const person = snapshot.people[holder.person]!;
        return [person.pseudonym, sorter(holder, person)] as const;
      }),
    ),
  );
}

const idle = (states: ReadonlyMap<string, string>) => [...states].filter(([, state]) => state === 'inactive');

describe('a source that is missing', () => {
  it('never turns a seat of unknown use into an unused one, whatever the threshold', () => {
    const seenUnknown = { times: 0 };
    fc.assert(
      fc.property(worldOf(anyDay), fc.subarray(IDS, { minLength: 1 }), (world, ids) => {
        for (const days of THRESHOLDS) {
          const before = statesOf(snapshotFrom(world, ids), days);
          for (const gone of ids) {
            const after = statesOf(
              snapshotFrom(
                world,
                ids.filter((id) => id !== gone),
              ),
              days,
            );
            for (const [person] of idle(after)) expect([gone, before.get(person)]).not.toEqual([gone, 'unknown']);
          }
          seenUnknown.times += [...before.values()].filter((state) => state === 'unknown').length;
        }
      }),
      { numRuns: 120 },
    );
    expect(seenUnknown.times).toBeGreaterThan(100);
  });

  it('leaves no idle seat where only sign-ins and licences are left', () => {
    fc.assert(
      fc.property(worldOf(anyDay), fc.subarray(IDS), (world, ids) => {
        const left = ids.filter((id) => !OWN_LISTS.includes(id));
        for (const days of THRESHOLDS) expect(idle(statesOf(snapshotFrom(world, left), days))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('calls no seat idle that was used, as long as the lists were drawn after the period', () => {
    const found = { idle: 0 };
    fc.assert(
      fc.property(worldOf(fc.constant(addDays(END, 3))), fc.subarray(IDS), (world, ids) => {
        for (const days of THRESHOLDS) {
          const since = addDays(END, -days);
          const used = new Set(
            world.people.flatMap((uses, i) => (uses.some(({ day }) => day >= since) ? [who(`p${i}`).id] : [])),
          );
          const states = idle(statesOf(snapshotFrom(world, ids), days));
          for (const [person] of states) expect(used.has(person)).toBe(false);
          found.idle += states.length;
        }
      }),
      { numRuns: 120 },
    );
    expect(found.idle).toBeGreaterThan(100);
  });
});
