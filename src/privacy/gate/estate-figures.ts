import type { PeopleCount } from '../../model/audit/figures.ts';
import type { AuditTool, PeopleSection, ToolPair } from '../../model/audit/structure.ts';
import type { ToldFigures } from '../attack/told-figures.ts';
import { isSmall } from '../suppression.ts';
import { figureList } from './figure-list.ts';

/** Sizes of teams, and the people of no team, whom the total beside them gives away. */
export function teamFigures(counted: PeopleSection, published: PeopleSection, k: number): ToldFigures {
  // An organisation of fewer than k people shows no team at all, so a withheld size may be zero too.
  const list = figureList(isSmall(counted.counted ?? 0, k) ? 0 : 1);
  const shown = new Map(published.teams.map(({ id, size }) => [id, size]));
  for (const { id, size } of counted.teams) list.add(`people.teams.${id}.size`, size, shown.get(id));
  const all = counted.teams.reduce((sum, { size }) => sum + (typeof size === 'number' ? size : 0), 0);
  if (counted.counted === null || all > counted.counted) return list.figures();
  list.add('people.counted', counted.counted, counted.counted, 'fact');
  list.add('people of no team', counted.counted - all, null);
  list.sum('people.counted', [...counted.teams.map(({ id }) => `people.teams.${id}.size`), 'people of no team']);
  return list.figures();
}

/** Users of the two tools of a pair: those of both, of either alone, and the people employed who use neither. */
export function pairFigures(
  pair: ToolPair,
  published: ToolPair,
  users: (tool: string) => readonly [PeopleCount, PeopleCount],
  counted: number | null,
): ToldFigures {
  const list = figureList(1);
  const [a, b, shared] = [`tools.${pair.a}.users`, `tools.${pair.b}.users`, `pairs.${pair.a}+${pair.b}.shared`];
  list.add(a, ...users(pair.a));
  list.add(b, ...users(pair.b));
  list.add(shared, pair.shared, published.shared, 'detail');
  list.within(shared, a);
  list.within(shared, b);
  const [ofA, ofB] = [users(pair.a)[0], users(pair.b)[0]];
  if (typeof ofA !== 'number' || typeof ofB !== 'number' || typeof pair.shared !== 'number') return list.figures();
  const either = ofA + ofB - pair.shared;
  list.add('people of either', either, null);
  list.sum('people of either', [`${a} less ${shared}`, `${b} less ${shared}`, shared]);
  if (counted === null || either > counted) return list.figures();
  list.add('people.counted', counted, counted, 'fact');
  list.within('people of either', 'people.counted');
  return list.figures();
}

interface Overlaps {
  readonly users: ReadonlyMap<string, number>;
  /** Tool -> tool -> people of both, where shown. */
  readonly shared: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** The eight parts of three circles have one unknown left; where only one number of people fits, all come out. */
function tellsSmallPart({ users, shared }: Overlaps, tools: readonly [string, string, string], k: number): boolean {
  const [a, b, c] = tools;
  const of = (x: string, y: string) => shared.get(x)?.get(y) ?? 0;
  const alone = (x: string, y: string, z: string) => (users.get(x) ?? 0) - of(x, y) - of(x, z);
  const singles = [alone(a, b, c), alone(b, a, c), alone(c, a, b)];
  const pairs = [of(a, b), of(a, c), of(b, c)];
  const least = Math.max(0, ...singles.map((people) => -people));
  if (least !== Math.min(...pairs)) return false;
  return [least, ...singles.map((people) => people + least), ...pairs.map((people) => people - least)].some((people) =>
    isSmall(people, k),
  );
}

function overlapsOf(tools: readonly AuditTool[], pairs: readonly ToolPair[]): Overlaps {
  const users = new Map(tools.flatMap((tool) => (typeof tool.users === 'number' ? [[tool.id, tool.users]] : [])));
  const shared = new Map<string, Map<string, number>>();
  for (const { a, b, shared: people } of pairs) {
    if (typeof people !== 'number' || !users.has(a) || !users.has(b)) continue;
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const)
      shared.set(x, (shared.get(x) ?? new Map()).set(y, people));
  }
  return { users, shared };
}

/** Pairs to withhold because three overlapping tools together tell a small group: the smallest overlap of each three. */
export function tellingThrees(tools: readonly AuditTool[], pairs: readonly ToolPair[], k: number): readonly string[] {
  const { users, shared } = overlapsOf(tools, pairs);
  const names = new Map(
    pairs.flatMap(({ a, b }) => [
      [`${a}\n${b}`, `pairs.${a}+${b}.shared`],
      [`${b}\n${a}`, `pairs.${a}+${b}.shared`],
    ]),
  );
  const gone: string[] = [];
  const order = new Map([...shared.keys()].map((tool, at) => [tool, at]));
  const isAfter = (x: string, y: string) => (order.get(x) ?? 0) > (order.get(y) ?? 0);
  for (const [a, withA] of shared)
    for (const [b, both] of withA) {
      if (!isAfter(b, a)) continue;
      for (const [c, other] of withA) {
        const third = shared.get(b)?.get(c);
        if (third === undefined || !isAfter(c, b) || !shared.get(a)?.has(b) || !withA.has(c)) continue;
        if (!tellsSmallPart({ users, shared }, [a, b, c], k)) continue;
        const [x, y] = both <= other && both <= third ? [a, b] : other <= third ? [a, c] : [b, c];
        gone.push(names.get(`${x}\n${y}`) ?? '');
        (shared.get(x) as Map<string, number>).delete(y);
        (shared.get(y) as Map<string, number>).delete(x);
      }
    }
  return gone;
}

/** A share over all tools: with the figures of the others at hand, its parts give a withheld one away. */
export interface EstateTotal {
  readonly id: string;
  readonly isTold: boolean;
  /** Whether the share goes before a part of it does, or after. */
  readonly goes: 'first' | 'last';
  readonly parts: readonly { readonly id: string; readonly counted: PeopleCount; readonly published: PeopleCount }[];
}

export function totalFigures({ id, isTold, goes, parts }: EstateTotal): ToldFigures {
  const part = { isGuarded: true, goes: goes === 'first' ? ('never' as const) : ('first' as const), least: 0 as const };
  const known = parts.flatMap(({ id: at, counted, published }) =>
    typeof counted === 'number' ? [{ ...part, id: at, people: counted, isTold: typeof published === 'number' }] : [],
  );
  const people = known.reduce((sum, each) => sum + each.people, 0);
  const total = { id, people, isTold, isGuarded: false, goes, least: 0 as const };
  return { quantities: [total, ...known], sums: [{ of: id, parts: known.map((each) => each.id) }] };
}
