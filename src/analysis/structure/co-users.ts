import { coUse } from '../metrics/co-use.ts';
import type { SetSizes } from '../metrics/set-overlap.ts';
import type { ToolUse } from './tool-use.ts';

/** People active in two tools, by id, and in both of them; null where the use of one is unknown. */
export type CoUsers = (a: string, b: string) => SetSizes | null;

/** Counted for all pairs at once, over the first `people` people or only those in `among`. */
export function coUsers(
  byTool: ReadonlyMap<string, Pick<ToolUse, 'users'>>,
  people: number,
  among?: ReadonlySet<number>,
): CoUsers {
  const users = [...byTool.values()].map((use) => (among === undefined ? use.users : within(use.users, among)));
  const places = new Map([...byTool.keys()].map((id, place) => [id, place]));
  const { sizes, shared } = coUse(users, people);
  return (a, b) => {
    const [first, second] = [places.get(a), places.get(b)];
    if (first === undefined || second === undefined) return null;
    return { a: sizes[first] ?? 0, b: sizes[second] ?? 0, shared: shared(first, second) };
  };
}

function within(users: ReadonlySet<number>, among: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...users].filter((person) => among.has(person)));
}
