import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdersOf } from '../../../src/analysis/structure/seat-holders.ts';
import { type SeatState, seatSorter } from '../../../src/analysis/structure/seat-state.ts';
import { seatsOf } from '../../../src/analysis/structure/seats.ts';
import { silenceOf } from '../../../src/analysis/structure/silence.ts';
import type { PeopleCount } from '../../../src/model/audit/figures.ts';
import { type AuditTool, OTHER_TEAMS, type Structure } from '../../../src/model/audit/structure.ts';
import type { SourceRecord } from '../../../src/model/observation.ts';
import type { Account, Person } from '../../../src/model/snapshot.ts';
import { closeStructure } from '../../../src/privacy/gate/close-structure.ts';
import { protectStructure } from '../../../src/privacy/protect-structure.ts';
import { addDays } from '../../../src/util/day-arithmetic.ts';
import { attackOn, type Told } from '../../support/seat-attack.ts';

const K = 5;
const period = { start: '2026-07-01', end: '2026-09-30' };
const thresholds = [30, 60, 90, 120] as const;
const states = ['active', 'inactive', 'unknown', 'grace'] as const;
const teams = ['A', 'B', 'C', null] as const;
const ways = ['listed', 'sign-ins', 'not told', 'newcomer', 'leaver', 'without a seat'] as const;
/** Days since the last use; those of 88 days used it within 90 days and before the window of full weeks. */
const ages = [5, 40, 70, 88, 100, 150, null] as const;

/** A sort of person, so that everybody of it is counted in the same cells. */
interface Kind {
  readonly team: (typeof teams)[number];
  readonly way: (typeof ways)[number];
  readonly age: (typeof ages)[number];
}
const KINDS: readonly Kind[] = teams.flatMap((team) => ways.flatMap((way) => ages.map((age) => ({ team, way, age }))));

const source = (id: string, reliability: number) =>
  ({ id, kind: id, title: id, file: null, provides: ['accounts'], reliability }) as unknown as SourceRecord;
const rules = {
  period,
  thresholdDays: 90,
  graceDays: 30,
  buffer: 0.1,
  silenceOf: silenceOf({ sources: [source('list', 0.85), source('sso', 0.6)], period }),
};

function accountOf({ way, age }: Kind, person: number): Account {
  const at = { source: way === 'sign-ins' ? 'sso' : 'list', row: 2 };
  const lastActive = age === null || way === 'not told' ? null : addDays(period.end, -age);
  const activeDays = age === null && way !== 'not told' ? 0 : null;
  const assigned = way !== 'without a seat';
  return { tool: 't', person, lastActive, activeDays, assigned, closed: false, evidence: [at] };
}

function personOf({ team, way }: Kind): Person {
  const start = way === 'newcomer' ? addDays(period.end, -20) : '2020-01-01';
  return { team, start, end: way === 'leaver' ? addDays(period.end, -15) : null, listed: true } as unknown as Person;
}

function stateOf(kind: Kind, thresholdDays: number): SeatState {
  const [holder] = holdersOf([accountOf(kind, 0)], new Map(), rules.silenceOf);
  return seatSorter({ ...rules, thresholdDays })(holder!, personOf(kind));
}

const STATE_OF = KINDS.map((kind) => new Map(thresholds.map((days) => [days, stateOf(kind, days)])));
const all = KINDS.map((_, i) => i);
const kindsIn = (state: SeatState, days: (typeof thresholds)[number]) =>
  all.filter((i) => STATE_OF[i]?.get(days) === state);
const isUser = ({ way, age }: Kind) => way !== 'not told' && age !== null && age <= 86;

interface Company {
  /** People of each kind. */
  readonly counts: readonly number[];
  /** Employed people of each team without any account. */
  readonly others: readonly number[];
}

const company: fc.Arbitrary<Company> = fc
  .record({
    groups: fc.array(
      fc.record({
        kind: fc.nat(KINDS.length - 1),
        size: fc.oneof({ arbitrary: fc.integer({ min: 5, max: 14 }), weight: 3 }, fc.integer({ min: 1, max: 4 })),
      }),
      { minLength: 1, maxLength: 9 },
    ),
    others: fc.tuple(fc.nat(7), fc.nat(7), fc.nat(7)),
  })
  .map(({ groups, others }) => {
    const counts = new Array<number>(KINDS.length).fill(0);
    for (const { kind, size } of groups) counts[kind] = size;
    return { counts, others };
  });

function structureOf({ counts, others }: Company): Structure {
  const kinds = counts.flatMap((count, i) => new Array<Kind>(count).fill(KINDS[i]!));
  const seats = seatsOf(
    kinds.map((kind, person) => accountOf(kind, person)),
    new Map(),
    [],
    kinds.map(personOf),
    rules,
  );
  const sizes = ['A', 'B', 'C'].map((id, i) => ({
    id,
    size: (others[i] ?? 0) + kinds.filter(({ team, way }) => team === id && way !== 'leaver').length,
  }));
  return {
    tools: [{ id: 't', seats, users: kinds.filter(isUser).length, sources: ['sign-in'] } as unknown as AuditTool],
    capabilities: [],
    pairs: [],
    findings: [],
    people: {
      counted: sizes.reduce((sum, { size }) => sum + size, 0),
      teams: sizes.filter(({ size }) => size > 0),
      sso: { byApp: null, byUserApp: null, bySpend: null },
      privacy: { k: { usage: K, collaboration: 10 }, suppressed: 0, withheld: [] },
    },
  } as unknown as Structure;
}

/** Position of the people of a team who have no account. */
const noAccount = (team: string) => KINDS.length + ['A', 'B', 'C'].indexOf(team);

/** Every figure that the document tells of the tool, as a sum over kinds. */
function toldBy({ tools: [tool], people }: Structure): Told[] {
  const { seats, users } = tool!;
  const rows: (readonly [readonly number[], PeopleCount | undefined])[] = [
    [all.filter((i) => KINDS[i]?.way !== 'without a seat'), seats.assigned],
    [kindsIn('leaver', 90), seats.leavers],
    [kindsIn('active without a seat', 90), seats.unassignedActive],
    [kindsIn('inactive', 90).filter((i) => KINDS[i]?.age === null), seats.neverUsed],
    [all.filter((i) => isUser(KINDS[i]!)), users],
    ...states.map((state) => [kindsIn(state, 90), seats[state]] as const),
    ...(seats.sensitivity ?? []).flatMap((at) =>
      states.map((state) => [kindsIn(state, at.thresholdDays as 30), at[state]] as const),
    ),
  ];
  const named = (seats.byTeam ?? []).map(({ team }) => team);
  for (const row of seats.byTeam ?? []) {
    const isOfRow = (team: string | null) =>
      row.team === OTHER_TEAMS ? team === null || !named.includes(team) : team === row.team;
    for (const state of ['active', 'inactive', 'unknown'] as const)
      rows.push([kindsIn(state, 90).filter((i) => isOfRow(KINDS[i]!.team)), row[state]]);
  }
  for (const { id, size } of people.teams)
    rows.push([
      [...all.filter((i) => KINDS[i]?.team === id && KINDS[i]?.way !== 'leaver'), noAccount(id)],
      typeof size === 'number' ? size : 'suppressed',
    ]);
  return rows.flatMap(([kinds, value]) => (typeof value === 'number' ? [{ kinds, value }] : []));
}

/** Groups that must not come out: those in one cell, those who change it between two thresholds, and those of a team. */
function groups(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  for (const days of thresholds) {
    for (const state of states) found.set(`${state} at ${days}`, kindsIn(state, days));
    for (const other of thresholds.filter((each) => each > days)) {
      for (const [a, b] of states.flatMap((s) => states.filter((o) => o !== s).map((o) => [s, o] as const))) {
        const both = new Set(kindsIn(b, other));
        found.set(
          `${a} at ${days}, ${b} at ${other}`,
          kindsIn(a, days).filter((i) => both.has(i)),
        );
      }
    }
  }
  const inactive = kindsIn('inactive', 90);
  found.set('leavers', kindsIn('leaver', 90));
  found.set(
    'never used',
    inactive.filter((i) => KINDS[i]?.age === null),
  );
  found.set(
    'used once and not since',
    inactive.filter((i) => KINDS[i]?.age !== null),
  );
  for (const team of teams) {
    const ofTeam = all.filter((i) => KINDS[i]?.team === team);
    for (const state of states)
      found.set(
        `${state} in ${team}`,
        kindsIn(state, 90).filter((i) => ofTeam.includes(i)),
      );
    if (team === null) continue;
    const seated = new Set((['active', 'inactive', 'unknown'] as const).flatMap((state) => kindsIn(state, 90)));
    const without = ofTeam.filter((i) => !seated.has(i) && KINDS[i]?.way !== 'leaver');
    found.set(`without a row in ${team}`, [...without, noAccount(team)]);
  }
  return found;
}
const GROUPS = groups();

function smallGroupsIn(structure: Structure): string[] {
  const work = attackOn(toldBy(structure), KINDS.length + 3);
  return [...GROUPS].flatMap(([name, kinds]) => {
    const count = work(kinds);
    return count !== null && count > 0 && count < K ? [`${name}: ${count}`] : [];
  });
}

describe('seats by threshold and by team', () => {
  it('tell no group under k, by whatever sums and differences of all that is published', () => {
    const seen = { leaking: 0, thresholds: 0, moving: 0, teams: 0 };
    fc.assert(
      fc.property(company, (given) => {
        const original = structureOf(given);
        const first = protectStructure(original, { usage: K, collaboration: 10 });
        const safe = closeStructure(original, first, { measurements: [], monthlyUse: true }, K).structure;
        expect(smallGroupsIn(safe)).toEqual([]);
        const { sensitivity = [], byTeam = [] } = safe.tools[0]!.seats;
        const shown = sensitivity.filter(({ active }) => typeof active === 'number').map(({ active }) => active);
        if (smallGroupsIn(original).length > 0) seen.leaking += 1;
        if (shown.length > 1) seen.thresholds += 1;
        if (new Set(shown).size > 1) seen.moving += 1;
        if (byTeam.length > 1) seen.teams += 1;
      }),
      { numRuns: 1500 },
    );
    // The attack does find small groups where nothing is withheld, and withholding everything is not the answer.
    expect(seen.leaking).toBeGreaterThan(500);
    expect(seen.thresholds).toBeGreaterThan(100);
    expect(seen.moving).toBeGreaterThan(20);
    expect(seen.teams).toBeGreaterThan(20);
  });
});
