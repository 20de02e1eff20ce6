/** Numbers that look random and are the same on every machine. */
export interface Dice {
  /** 0 .. below - 1. */
  readonly below: (below: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** `count` different numbers below `below`, ascending. */
  readonly some: (count: number, below: number) => readonly number[];
  readonly shuffled: <T>(items: readonly T[]) => readonly T[];
}

/** Mulberry32. */
function next(state: { seed: number }): number {
  state.seed = (state.seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state.seed ^ (state.seed >>> 15), 1 | state.seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

export function diceOf(seed: number): Dice {
  const state = { seed };
  const below = (limit: number): number => Math.floor(next(state) * limit);
  const shuffled = <T>(items: readonly T[]): readonly T[] => {
    const left = [...items];
    return items.map(() => left.splice(below(left.length), 1)[0] as T);
  };
  return {
    below,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
    some: (count, limit) => {
      const found = new Set<number>();
      while (found.size < Math.min(count, limit)) found.add(below(limit));
      return [...found].sort((a, b) => a - b);
    },
    shuffled,
  };
}
