import type { ToolPair } from '../../model/audit/structure.ts';
import type { Snapshot, Tool } from '../../model/snapshot.ts';
import { maskedVector, similarityOf } from '../metrics/capability-similarity.ts';
import { expectedShared, lift, pAtLeast } from '../metrics/chance.ts';
import { decomposeRedundancy } from '../metrics/redundancy.ts';
import { jaccard, jaccardMax, overlapCoefficient, overlapRange, setSizes } from '../metrics/set-overlap.ts';
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
  return [...candidates(snapshot, cube).values()].map(({ a, b, capability }) => ({
    a: a.id,
    b: b.id,
    capability,
    ...similarityFigures(a, b, inUse),
    ...userFigures(a, b, snapshot, use, similarityFigures(a, b, inUse).capabilitySimilarity),
  }));
}

interface Candidate {
  readonly a: Tool;
  readonly b: Tool;
  readonly capability: string;
  /** Both bought for it first, then by the smaller activity of the two. */
  readonly weight: number;
}

function candidates(snapshot: Snapshot, cube: Cube): ReadonlyMap<string, Candidate> {
  const best = new Map<string, Candidate>();
  for (const { id, oneHome } of snapshot.capabilities) {
    if (oneHome === 'free') continue;
    const cells = cube.get(id) ?? [];
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
function pairWeight(a: Cell, b: Cell): number | null {
  const activity = Math.min(totalActivity(a), totalActivity(b));
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
  expectedShared: null,
  lift: null,
  pAtLeast: null,
  shared: null,
  duplicateSeats: null,
  parallelTools: null,
} as const;

function userFigures(a: Tool, b: Tool, snapshot: Snapshot, use: EstateUse, similarity: number) {
  const population = use.population.length;
  const [first, second] = [use.byTool.get(a.id), use.byTool.get(b.id)];
  // METHOD 5: co-use of people is not looked at under the works-council profile.
  const hidden = snapshot.privacy.profile === 'works-council';
  if (hidden || first === undefined || second === undefined) return { population, ...NO_USER_FIGURES };
  const sizes = setSizes(first.users, second.users);
  const overlap = overlapCoefficient(sizes);
  const parts = overlap === null ? null : decomposeRedundancy(similarity, overlap);
  return {
    population,
    userOverlap: overlap,
    userOverlapRange: overlap === null ? null : overlapRange(overlap, first.coverage, second.coverage),
    jaccard: jaccard(sizes),
    jaccardMax: jaccardMax(sizes),
    ...chanceFigures(first, second, use.population),
    shared: sizes.shared,
    duplicateSeats: parts?.duplicateSeats ?? null,
    parallelTools: parts?.parallelTools ?? null,
  };
}

/** Against the people employed in the window; nothing can be expected without a people list. */
function chanceFigures(a: ToolUse, b: ToolUse, population: readonly number[]) {
  const employed = new Set(population);
  const inside = (users: ReadonlySet<number>) => new Set([...users].filter((person) => employed.has(person)));
  const sizes = setSizes(inside(a.users), inside(b.users));
  const draw = { population: employed.size, a: sizes.a, b: sizes.b };
  if (employed.size === 0 || sizes.a === 0 || sizes.b === 0)
    return { expectedShared: null, lift: null, pAtLeast: null };
  return {
    expectedShared: expectedShared(draw),
    lift: lift(draw, sizes.shared),
    pAtLeast: pAtLeast(draw, sizes.shared),
  };
}
