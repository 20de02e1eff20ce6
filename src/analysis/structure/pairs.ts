import type { ToolPair } from '../../model/audit/structure.ts';
import type { Snapshot, Tool } from '../../model/snapshot.ts';
import { maskedVector, similarityOf } from '../metrics/capability-similarity.ts';
import { expectedShared, lift, pAtLeast } from '../metrics/chance.ts';
import { decomposeRedundancy } from '../metrics/redundancy.ts';
import {
  jaccard,
  jaccardMax,
  overlapCoefficient,
  overlapRange,
  ruzicka,
  type SetSizes,
  weightedOverlap,
} from '../metrics/set-overlap.ts';
import { type CoUsers, coUsers } from './co-users.ts';
import { type Cell, type Cube, totalActivity } from './cube.ts';
import { sameSuite } from './suites.ts';
import type { EstateUse, ToolUse } from './tool-use.ts';

/**
 * Pairs that do the same job: both bought for one capability, or both full substitutes in it with activity on both. A
 * capability for which several products are normal brings no pair up. Each pair once, in the order of the snapshot,
 * under the capability where it weighs most.
 */
export function toolPairs(snapshot: Snapshot, cube: Cube, use: EstateUse): ToolPair[] {
  const inUse = capabilitiesInUse(cube, snapshot);
  const together = countTogether(snapshot, use);
  return [...candidates(snapshot, cube).values()].map(({ a, b, capability }) => {
    const alike = similarityFigures(a, b, inUse);
    return { a: a.id, b: b.id, capability, ...alike, ...userFigures(a, b, use, together, alike.capabilitySimilarity) };
  });
}

interface Together {
  readonly all: CoUsers;
  /** Among the people employed in the window; null without a people list. */
  readonly employed: CoUsers | null;
}

/** null where co-use of people is not looked at. */
function countTogether({ people }: Snapshot, { coUsers: all, population, byTool }: EstateUse): Together | null {
  if (all === null) return null;
  const employed = population.length === 0 ? null : coUsers(byTool, people.length, new Set(population));
  return { all, employed };
}

interface Candidate {
  readonly a: Tool;
  readonly b: Tool;
  readonly capability: string;
  /** Both bought for it first, then by the smaller activity of the two. */
  readonly weight: number;
}

interface CellWithTotal extends Cell {
  /** Activity of all people; summed once, since a tool stands in many pairs. */
  readonly total: number;
}

function candidates(snapshot: Snapshot, cube: Cube): ReadonlyMap<string, Candidate> {
  const best = new Map<string, Candidate>();
  for (const { id, oneHome } of snapshot.capabilities) {
    if (oneHome === 'free') continue;
    const cells = (cube.get(id) ?? []).map((cell) => ({ ...cell, total: totalActivity(cell) }));
    for (const [i, first] of cells.entries()) {
      for (const second of cells.slice(i + 1)) {
        const weight = pairWeight(first, second);
        const key = `${first.tool.id}\u0000${second.tool.id}`;
        if (weight === null || sameSuite(first.tool, second.tool)) continue;
        const before = best.get(key);
        if (before !== undefined && before.weight >= weight) continue;
        best.set(key, { a: first.tool, b: second.tool, capability: id, weight });
      }
    }
  }
  return best;
}

/** null = this capability does not make them a pair. */
function pairWeight(a: CellWithTotal, b: CellWithTotal): number | null {
  const activity = Math.min(a.total, b.total);
  const bothBought = a.strength === 3 && b.strength === 3;
  // A ratio under 1, so that being bought for it always outweighs activity.
  const weight = activity / (1 + activity);
  if (bothBought) return 1 + weight;
  return activity > 0 ? weight : null;
}

/** Feature lists overstate overlap: only what is used counts, and what a tool of unknown use is bought for. */
function capabilitiesInUse(cube: Cube, { capabilities }: Snapshot): readonly string[] {
  const used = (cell: Cell) => totalActivity(cell) > 0 || (cell.activity === null && cell.strength === 3);
  return capabilities.map(({ id }) => id).filter((id) => (cube.get(id) ?? []).some(used));
}

function similarityFigures(a: Tool, b: Tool, inUse: readonly string[]) {
  const found = similarityOf(maskedVector(a.capabilities, inUse), maskedVector(b.capabilities, inUse));
  return {
    capabilitySimilarity: found.similarity,
    capabilityCosine: found.cosine,
    containmentAB: found.aCoveredByB,
    containmentBA: found.bCoveredByA,
  };
}

const NO_USER_FIGURES = {
  userOverlap: null,
  userOverlapRange: null,
  jaccard: null,
  jaccardMax: null,
  ruzicka: null,
  weightedOverlap: null,
  expectedShared: null,
  lift: null,
  pAtLeast: null,
  shared: null,
  duplicateSeats: null,
  parallelTools: null,
} as const;

function userFigures(a: Tool, b: Tool, use: EstateUse, together: Together | null, similarity: number) {
  const population = use.population.length;
  const [first, second] = [use.byTool.get(a.id), use.byTool.get(b.id)];
  const sizes = together?.all(a.id, b.id) ?? null;
  if (sizes === null || first === undefined || second === undefined) return { population, ...NO_USER_FIGURES };
  const overlap = overlapCoefficient(sizes);
  const parts = overlap === null ? null : decomposeRedundancy(similarity, overlap);
  return {
    population,
    userOverlap: overlap,
    userOverlapRange: overlap === null ? null : overlapRange(overlap, first.coverage, second.coverage),
    jaccard: jaccard(sizes),
    jaccardMax: jaccardMax(sizes),
    ...activityOverlap(first.days, second.days),
    ...chanceFigures(together?.employed?.(a.id, b.id) ?? null, population),
    shared: sizes.shared,
    duplicateSeats: parts?.duplicateSeats ?? null,
    parallelTools: parts?.parallelTools ?? null,
  };
}

type Days = ToolUse['days'];

/** Where both sources tell days: how much of the use of either tool falls on people who use the other as much. */
function activityOverlap(a: Days, b: Days) {
  if (a === null || b === null) return { ruzicka: null, weightedOverlap: null };
  const people = [...new Set([...a.keys(), ...b.keys()])];
  const [first, second] = [a, b].map((days) => people.map((person) => days.get(person) ?? 0));
  return { ruzicka: ruzicka(first ?? [], second ?? []), weightedOverlap: weightedOverlap(first ?? [], second ?? []) };
}

/** Against the people employed in the window; nothing can be expected without a people list. */
function chanceFigures(sizes: SetSizes | null, population: number) {
  if (sizes === null || sizes.a === 0 || sizes.b === 0) return { expectedShared: null, lift: null, pAtLeast: null };
  const draw = { population, a: sizes.a, b: sizes.b };
  return {
    expectedShared: expectedShared(draw),
    lift: lift(draw, sizes.shared),
    pAtLeast: pAtLeast(draw, sizes.shared),
  };
}
