import type { Structure } from '../../model/audit/structure.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { sum } from '../metrics/sum.ts';
import { countedCapabilities } from '../structure/suites.ts';
import type { EstateUse } from '../structure/tool-use.ts';

/** Capability -> its part of all activity or spend, not normalised. A tool is split over its capabilities (METHOD 2). */
export type CapabilityWeights = ReadonlyMap<string, number>;

/** Person-days of the window; people, where a source of some tool tells only who was active, since the two cannot be added. */
export function activityWeights(snapshot: Snapshot, use: EstateUse): CapabilityWeights {
  const inDays = [...use.byTool.values()].every(({ days }) => days !== null);
  return split(snapshot, (tool) => {
    const seen = use.byTool.get(tool);
    if (seen === undefined) return 0;
    return inDays ? sum([...(seen.days?.values() ?? [])]) : seen.users.size;
  });
}

export function spendWeights(snapshot: Snapshot, structure: Omit<Structure, 'findings'>): CapabilityWeights {
  const annual = new Map(structure.tools.map((t) => [t.id, t.spend.annual?.minor ?? 0]));
  return split(snapshot, (tool) => Math.max(0, annual.get(tool) ?? 0));
}

/** Mean of a capability figure under weights; `coverage` = weight of the capabilities whose figure is known. */
export function weightedFigure(
  structure: Omit<Structure, 'findings'>,
  weights: CapabilityWeights,
  figureOf: (capability: Structure['capabilities'][number]) => number | null,
): { readonly value: number; readonly coverage: number } | null {
  let total = 0;
  let known = 0;
  let sum = 0;
  for (const capability of structure.capabilities) {
    const weight = weights.get(capability.id) ?? 0;
    const figure = figureOf(capability);
    total += weight;
    if (figure === null) continue;
    known += weight;
    sum += weight * figure;
  }
  return known > 0 ? { value: sum / known, coverage: known / total } : null;
}

/** Over the capabilities that count for a tool, by strength, as the cube of METHOD 2 does. */
function split({ tools, capabilities }: Snapshot, amountOf: (tool: string) => number): CapabilityWeights {
  const known = new Set(capabilities.map((c) => c.id));
  const weights = new Map<string, number>();
  for (const tool of tools) {
    const entries = Object.entries(countedCapabilities(tool, known).vector);
    const strength = sum(entries.map(([, s]) => s));
    for (const [id, s] of entries) weights.set(id, (weights.get(id) ?? 0) + (amountOf(tool.id) * s) / strength);
  }
  return weights;
}
