/** What packing needs to know of a move. */
export interface Packable {
  readonly id: string;
  /** Units of change by team. */
  readonly load: ReadonlyMap<string, number>;
  /** Ids that must be in an earlier wave. */
  readonly after: readonly string[];
  /** First wave that it may be in, from 1. */
  readonly earliestWave: number;
}

/** Room for change of a team in one wave (METHOD 4.3, grade D). */
export const CAPACITY = 4;

/**
 * Waves by list scheduling in the order given: each move goes into the first wave after all it must follow in which no
 * team is loaded beyond its capacity. A move that alone exceeds the capacity of a team gets that team to itself.
 */
export function packWaves(moves: readonly Packable[], capacity: number = CAPACITY): Map<string, number> {
  const waves = new Map<string, number>();
  const used: Map<string, number>[] = [];
  for (const move of inOrder(moves)) {
    const follows = move.after.map((id) => (waves.get(id) ?? 0) + 1);
    let wave = Math.max(1, move.earliestWave, ...follows);
    while (!fits(move, used[wave] ?? new Map(), capacity)) wave++;
    const loads = used[wave] ?? new Map<string, number>();
    for (const [team, load] of move.load) loads.set(team, (loads.get(team) ?? 0) + load);
    used[wave] = loads;
    waves.set(move.id, wave);
  }
  return waves;
}

function fits(move: Packable, loads: ReadonlyMap<string, number>, capacity: number): boolean {
  // Binary fractions of shares must not push a full team over the edge.
  const room = capacity + 1e-9;
  return [...move.load].every(([team, load]) => {
    const present = loads.get(team) ?? 0;
    return present + load <= room || (present === 0 && load > room);
  });
}

/** The given order, with what must come before put before; a circle is cut at its first member. */
function inOrder(moves: readonly Packable[]): Packable[] {
  const byId = new Map(moves.map((move) => [move.id, move]));
  const done = new Set<string>();
  const ordered: Packable[] = [];
  const visit = (move: Packable): void => {
    if (done.has(move.id)) return;
    done.add(move.id);
    for (const id of move.after) {
      const before = byId.get(id);
      if (before !== undefined) visit(before);
    }
    ordered.push(move);
  };
  moves.forEach(visit);
  return ordered;
}
