import type { Policy } from '../model/policy.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { addDays } from '../util/day-arithmetic.ts';
import { dateMove, type MoveDates } from '../util/move-dates.ts';
import { textOrder } from '../util/text-order.ts';
import type { Movement } from './movements.ts';
import { packWaves } from './pack-waves.ts';

export interface DatedMove {
  readonly movement: Movement;
  readonly dates: MoveDates;
  /** From 1. */
  readonly wave: number;
  readonly after: readonly string[];
  /** End of the term that would have been the last, had capacity and order allowed it; null = no delay. */
  readonly delayedFrom: string | null;
}

/** A wave lasts four to eight weeks (METHOD 4.2). */
export const WAVE_DAYS = 42;

/**
 * Dates and waves. Each move is dated as late as the term allows, so that as little as possible is paid twice; waves
 * follow those dates. A move that order or capacity puts into a later wave starts no earlier than that wave, and where
 * its term runs out before, the next term is taken and paid for.
 */
export function schedule(moves: readonly Movement[], snapshot: Snapshot, policy: Policy): DatedMove[] {
  const dated = moves.map((movement) => ({ movement, dates: datesFrom(movement, null, snapshot, policy) }));
  const first = visibleWin(moves);
  const order = [...dated].sort(
    (a, b) =>
      Number(b.movement === first) - Number(a.movement === first) ||
      textOrder(a.dates.start, b.dates.start) ||
      textOrder(a.movement.id, b.movement.id),
  );
  const season = seasons(dated.filter(({ movement }) => movement.isMigration));
  const precedence = new Map(moves.map((movement) => [movement.id, mustFollow(movement, moves, snapshot)]));
  const waves = packWaves(
    order.map(({ movement }) => ({
      id: movement.id,
      load: movement.load,
      after: precedence.get(movement.id) ?? [],
      earliestWave: Math.max(earliestWave(movement), season.get(movement.id) ?? 1),
    })),
  );
  return inWaves(order, waves, precedence, snapshot, policy);
}

/** Hubs never come first, nor does anything that many people would notice at once. */
function earliestWave(movement: Movement): number {
  return movement.isMigration && (movement.isHub || !movement.isLowRisk) ? 2 : 1;
}

/**
 * Migrations whose starts lie within one wave's length share a season. The first is wave 1 if something low-risk is in
 * it, else wave 2: wave 1 then holds only what needs no migration.
 */
function seasons(migrations: readonly { movement: Movement; dates: MoveDates }[]): Map<string, number> {
  const sorted = [...migrations].sort((a, b) => textOrder(a.dates.start, b.dates.start));
  const seasonOf = new Map<string, number>();
  let begins = sorted[0]?.dates.start ?? '';
  const opening = sorted.filter(({ dates }) => dates.start <= addDays(begins, WAVE_DAYS));
  let season = opening.some(({ movement }) => earliestWave(movement) === 1) ? 1 : 2;
  for (const { movement, dates } of sorted) {
    if (dates.start > addDays(begins, WAVE_DAYS)) {
      season++;
      begins = dates.start;
    }
    seasonOf.set(movement.id, season);
  }
  return seasonOf;
}

/** The low-risk move that saves most: the first wave shows that it works. */
function visibleWin(moves: readonly Movement[]): Movement | null {
  const candidates = moves.filter((move) => move.isMigration && move.isLowRisk && !move.isHub && move.saving > 0);
  return candidates.reduce<Movement | null>((best, move) => (move.saving > (best?.saving ?? 0) ? move : best), null);
}

/** A hub waits until the migrations of the tools joined to it are through; of two hubs the later id waits. */
function mustFollow(movement: Movement, moves: readonly Movement[], { integrations }: Snapshot): string[] {
  if (!movement.isHub) return [];
  const joined = new Set(
    integrations
      .filter(({ state, from, to }) => state === 'live' && (from === movement.tool.id || to === movement.tool.id))
      .map(({ from, to }) => (from === movement.tool.id ? to : from)),
  );
  return moves
    .filter((other) => other !== movement && other.isMigration && joined.has(other.tool.id))
    .filter((other) => !other.isHub || textOrder(other.id, movement.id) < 0)
    .map(({ id }) => id);
}

function inWaves(
  order: readonly { movement: Movement; dates: MoveDates }[],
  waves: ReadonlyMap<string, number>,
  precedence: ReadonlyMap<string, readonly string[]>,
  snapshot: Snapshot,
  policy: Policy,
): DatedMove[] {
  const done: DatedMove[] = [];
  const last = Math.max(0, ...waves.values());
  let opens: string | null = null;
  for (let wave = 1; wave <= last; wave++) {
    const here = order.filter(({ movement }) => waves.get(movement.id) === wave);
    const members = here.map(({ movement, dates }) => {
      const after = precedence.get(movement.id) ?? [];
      const ready = movement.isMigration ? latest([opens, ...after.map((id) => cutOverOf(done, id))]) : null;
      const moved = ready === null || dates.start >= ready ? dates : datesFrom(movement, ready, snapshot, policy);
      const delayedFrom = moved.exit > dates.exit ? dates.exit : null;
      return { movement, dates: moved, wave, after, delayedFrom };
    });
    done.push(...members);
    const starts = members.filter(({ movement }) => movement.isMigration).map(({ dates }) => dates.start);
    const begins = starts.sort(textOrder)[0];
    if (begins !== undefined) opens = latest([opens, addDays(begins, WAVE_DAYS)]);
  }
  return done.sort(
    (a, b) => a.wave - b.wave || textOrder(a.dates.start, b.dates.start) || textOrder(a.movement.id, b.movement.id),
  );
}

function cutOverOf(done: readonly DatedMove[], id: string): string | null {
  return done.find(({ movement }) => movement.id === id)?.dates.cutOver ?? null;
}

function latest(days: readonly (string | null)[]): string | null {
  return (
    days
      .filter((day) => day !== null)
      .sort(textOrder)
      .at(-1) ?? null
  );
}

function datesFrom(movement: Movement, ready: string | null, snapshot: Snapshot, policy: Policy): MoveDates {
  const { isMigration, teams, term } = movement;
  // A term that runs out does not wait for the decision buffer.
  const decided = isMigration && term === null ? addDays(snapshot.asOf, policy.decision_buffer_days) : snapshot.asOf;
  const freezes = policy.freezes.filter((f) => f.teams.length === 0 || f.teams.some((team) => teams.includes(team)));
  return dateMove(term, {
    asOf: snapshot.asOf,
    earliest: ready !== null && ready > decided ? ready : decided,
    migrationDays: isMigration ? policy.migration_days : 0,
    parallelDays: isMigration ? policy.parallel_run_days : 0,
    bufferDays: policy.decision_buffer_days,
    freezes: isMigration ? freezes : [],
  });
}
