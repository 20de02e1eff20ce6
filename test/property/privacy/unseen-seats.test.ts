import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seatsOf } from '../../../src/analysis/structure/seats.ts';
import { silenceOf } from '../../../src/analysis/structure/silence.ts';
import type { PeopleCount } from '../../../src/model/audit/figures.ts';
import { type AuditTool, OTHER_TEAMS, type Structure } from '../../../src/model/audit/structure.ts';
import type { SourceRecord } from '../../../src/model/observation.ts';
import type { Account, Contract, Person } from '../../../src/model/snapshot.ts';
import { closeStructure } from '../../../src/privacy/gate/close-structure.ts';
import { protectStructure } from '../../../src/privacy/protect-structure.ts';
import { addDays } from '../../../src/util/day-arithmetic.ts';
import { attackOn, type Told } from '../../support/seat-attack.ts';

const K = 5;
const period = { start: '2026-07-01', end: '2026-09-30' };
const thresholds = [30, 60, 90, 120] as const;
/** Days since the last sign-in: within 30, 60, 90 and 120 days, and before. */
const ages = [5, 40, 70, 100, 150] as const;
const KINDS = ['A', 'B', null].flatMap((team) => ages.map((age) => ({ team, age })));
const all = KINDS.map((_, i) => i);
/** The seats that nobody is known to hold, as one more kind, and the people of a team who never signed in. */
const UNSEEN = KINDS.length;
const noAccount = (team: string) => UNSEEN + 1 + ['A', 'B'].indexOf(team);

const log = { id: 'log', kind: 'log', title: 'log', file: null, provides: ['usageDays'], reliability: 1 };
const rules = {
  period,
  thresholdDays: 90,
  graceDays: 30,
  buffer: 0.1,
  silenceOf: silenceOf({ sources: [log as unknown as SourceRecord], period }),
};

interface Company {
  readonly counts: readonly number[];
  readonly others: readonly number[];
  readonly unseen: number;
}

const size = fc.oneof({ arbitrary: fc.integer({ min: 5, max: 14 }), weight: 2 }, fc.integer({ min: 1, max: 4 }));
const company: fc.Arbitrary<Company> = fc.record({
  counts: fc
    .array(fc.record({ kind: fc.nat(KINDS.length - 1), size }), { minLength: 1, maxLength: 6 })
    .map((groups) => all.map((i) => groups.findLast(({ kind }) => kind === i)?.size ?? 0)),
  others: fc.tuple(fc.nat(7), fc.nat(7)),
  unseen: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 90 })),
});

/** Nothing but sign-ins, and a contract of as many seats as people signed in and `unseen` more. */
function structureOf({ counts, others, unseen }: Company): Structure {
  const people = counts.flatMap((count, i) => new Array<(typeof KINDS)[number]>(count).fill(KINDS[i]!));
  const accounts = people.map(({ age }, person): Account => {
    const seat = { tool: 't', activeDays: null, assigned: null, closed: false };
    return { ...seat, person, lastActive: addDays(period.end, -age), evidence: [{ source: 'log', row: null }] };
  });
  const contract = { tool: 't', seats: people.length + unseen, start: null, end: '2027-06-30', minimumSeats: null };
  const seats = seatsOf(
    accounts,
    new Map(),
    [contract as unknown as Contract],
    people.map(({ team }) => ({ team, start: '2020-01-01', end: null, listed: true }) as unknown as Person),
    rules,
  );
  const teams = ['A', 'B'].map((id, i) => ({
    id,
    size: (others[i] ?? 0) + people.filter(({ team }) => team === id).length,
  }));
  const users = people.filter(({ age }) => age <= 86).length;
  return {
    tools: [{ id: 't', seats, users, sources: ['sign-in'] } as unknown as AuditTool],
    capabilities: [],
    pairs: [],
    findings: [],
    people: {
      counted: teams.reduce((sum, team) => sum + team.size, 0),
      teams: teams.filter((team) => team.size > 0),
      sso: { byApp: null, byUserApp: null, bySpend: null },
      privacy: { k: { usage: K, collaboration: 10 }, suppressed: 0, withheld: [] },
    },
  } as unknown as Structure;
}

const within = (days: number) => all.filter((i) => KINDS[i]!.age <= days);
const beyond = (days: number) => all.filter((i) => KINDS[i]!.age > days);

/** Every figure that is published of the tool, as a sum over people seen and seats unseen. */
function toldBy({ tools: [tool], people }: Structure): Told[] {
  const { seats, users } = tool!;
  const named = (seats.byTeam ?? []).map(({ team }) => team);
  const rows: (readonly [readonly number[], PeopleCount | undefined])[] = [
    [[...all, UNSEEN], seats.purchased],
    [within(86), users],
    ...[seats, ...(seats.sensitivity ?? [])].flatMap((at) => [
      [within(at.thresholdDays), at.active] as const,
      [[...beyond(at.thresholdDays), UNSEEN], at.unknown] as const,
    ]),
    ...(seats.byTeam ?? []).flatMap((row) => {
      const isRest = row.team === OTHER_TEAMS;
      const inRow = (i: number) => {
        const { team } = KINDS[i]!;
        return isRest ? team === null || !named.includes(team) : team === row.team;
      };
      return [
        [within(90).filter(inRow), row.active] as const,
        [[...beyond(90).filter(inRow), ...(isRest ? [UNSEEN] : [])], row.unknown] as const,
      ];
    }),
    ...people.teams.map(({ id, size: told }) => {
      const ofTeam = all.filter((i) => KINDS[i]!.team === id);
      return [[...ofTeam, noAccount(id)], told] as const;
    }),
  ];
  return rows.flatMap(([kinds, value]) => (typeof value === 'number' ? [{ kinds, value }] : []));
}

/** People who must not come out where they are few: of one state, of those who change it, and of one team. */
const GROUPS = new Map<string, readonly number[]>([
  ['seen', all],
  ...thresholds.flatMap((days) => [
    [`active at ${days}`, within(days)] as const,
    [`silent at ${days}`, beyond(days)] as const,
    ...thresholds
      .filter((more) => more > days)
      .map((more) => [`between ${days} and ${more}`, beyond(days).filter((i) => within(more).includes(i))] as const),
  ]),
  ...['A', 'B'].flatMap((team) => [
    [`active in ${team}`, within(90).filter((i) => KINDS[i]!.team === team)] as const,
    [`silent in ${team}`, beyond(90).filter((i) => KINDS[i]!.team === team)] as const,
    [`never seen in ${team}`, [noAccount(team)]] as const,
  ]),
]);

function smallGroupsIn(structure: Structure): string[] {
  const work = attackOn(toldBy(structure), KINDS.length + 3);
  return [...GROUPS].flatMap(([name, kinds]) => {
    const count = work(kinds);
    return count !== null && count > 0 && count < K ? [`${name}: ${count}`] : [];
  });
}

it('seats that nobody is known to hold give no small group away, beside the seats that are bought', () => {
  const seen = { leaking: 0, unknown: 0, teams: 0 };
  fc.assert(
    fc.property(company, (given) => {
      const original = structureOf(given);
      const { seats } = original.tools[0]!;
      // Nobody is idle by sign-ins alone, and every seat that is bought is in one of the two counts at any threshold.
      for (const at of [seats, ...(seats.sensitivity ?? [])]) {
        expect(Number(at.active) + Number(at.unknown)).toBe(seats.purchased);
        expect(at).toMatchObject({ inactive: 0, recommended: seats.purchased });
      }
      const first = protectStructure(original, { usage: K, collaboration: 10 });
      const safe = closeStructure(original, first, { measurements: [], monthlyUse: true }, K).structure;
      expect(smallGroupsIn(safe)).toEqual([]);
      const published = safe.tools[0]!.seats;
      if (smallGroupsIn(original).length > 0) seen.leaking += 1;
      if (typeof published.unknown === 'number' && published.unknown > 0) seen.unknown += 1;
      if ((published.byTeam ?? []).length > 1) seen.teams += 1;
    }),
    { numRuns: 800 },
  );
  expect(seen.leaking).toBeGreaterThan(200);
  expect(seen.unknown).toBeGreaterThan(100);
  expect(seen.teams).toBeGreaterThan(20);
});
