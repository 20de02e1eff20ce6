import type { AuditCapability, AuditTool } from '../../model/audit/structure.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { entropyMillerMadow, fragmentation, gini, hhi, hhiUnbiased, hill } from '../metrics/concentration.ts';
import { sum } from '../metrics/sum.ts';
import { capabilityDiversity, type Permutations, teamToolShares } from './capability-teams.ts';
import { type Cell, type Cube, totalActivity } from './cube.ts';
import { type Exception, intendedFor } from './intended.ts';
import { patternOf } from './pattern.ts';

export interface CapabilityContext {
  readonly snapshot: Snapshot;
  readonly cube: Cube;
  readonly tools: readonly AuditTool[];
  readonly exceptions: readonly Exception[];
  readonly permutations: Permutations;
}

/** Every capability that at least one tool holds at strength 2 or 3, in the order of the taxonomy. */
export function auditCapabilities(context: CapabilityContext): AuditCapability[] {
  const annual = new Map(context.tools.map(({ id, spend }) => [id, spend.annual?.minor ?? null]));
  return context.snapshot.capabilities.flatMap((capability) => {
    const cells = context.cube.get(capability.id);
    return cells === undefined ? [] : [auditCapability(capability, cells, annual, context)];
  });
}

function auditCapability(
  { id, name, domain, mode, oneHome }: Snapshot['capabilities'][number],
  cells: readonly Cell[],
  annual: ReadonlyMap<string, number | null>,
  { snapshot, exceptions, permutations }: CapabilityContext,
): AuditCapability {
  const amounts = cells.map(totalActivity).filter((amount) => amount > 0);
  const costs = cells.map((cell) => splitCost(cell, annual));
  const paid = costs.flatMap((cost) => cost ?? []);
  const diversity = capabilityDiversity(cells, snapshot, permutations);
  const d1 = hill(amounts, 1);
  const corrected = entropyMillerMadow(amounts);
  const bought = cells.filter((cell) => cell.strength === 3).map((cell) => cell.tool.id);
  return {
    ...{ id, name, domain, mode, oneHome },
    tools: toolRows(cells, costs),
    withoutActivity: cells.filter((cell) => totalActivity(cell) === 0).map((cell) => cell.tool.id),
    effectiveTools: {
      d0: hill(amounts, 0),
      d1,
      d2: hill(amounts, 2),
      d1MillerMadow: corrected === null ? null : Math.exp(corrected),
    },
    bySpend: { d1: hill(paid, 1), hhi: hhi(paid) },
    hhi: hhi(amounts),
    hhiUnbiased: hhiUnbiased(amounts),
    fragmentation: fragmentation(amounts),
    gini: gini(amounts),
    gamma: diversity?.gamma ?? null,
    alpha: diversity?.alpha ?? null,
    beta: diversity?.beta ?? null,
    normalisedDivergence: diversity?.jsdNormalised ?? null,
    normalisedDivergenceCorrected: diversity?.jsdNormalisedCorrected ?? null,
    variationOfInformation: diversity?.variationOfInformation ?? null,
    permutations: { draws: permutations.draws, seed: permutations.seed },
    pattern: patternOf(d1, diversity?.beta ?? null),
    intended: intendedFor(exceptions, bought),
    coverage: cells.filter((cell) => cell.activity !== null && !cell.inferred).length / cells.length,
    teamTool: teamToolShares(cells, snapshot),
  };
}

/** Annual cost split as the activity is; null where the cost is unknown. */
function splitCost({ tool, weight }: Cell, annual: ReadonlyMap<string, number | null>): number | null {
  const cost = annual.get(tool.id) ?? null;
  return cost === null ? null : cost * weight;
}

/** By share of activity, falling; then by strength and name, so that nothing hangs on ids of unknown tools. */
function toolRows(cells: readonly Cell[], costs: readonly (number | null)[]): AuditCapability['tools'] {
  const active = sum(cells.map(totalActivity));
  const paid = sum(costs.map((cost) => cost ?? 0));
  const rows = cells.map((cell, i) => {
    const cost = costs[i] ?? null;
    return {
      name: cell.tool.name,
      tool: cell.tool.id,
      strength: cell.strength,
      activityShare: cell.activity === null || active === 0 ? null : totalActivity(cell) / active,
      spendShare: cost === null || paid === 0 ? null : cost / paid,
      users: cell.users?.size ?? null,
    };
  });
  rows.sort(
    (a, b) =>
      (b.activityShare ?? -1) - (a.activityShare ?? -1) || b.strength - a.strength || (a.name < b.name ? -1 : 1),
  );
  return rows.map(({ name: _, ...row }) => row);
}
