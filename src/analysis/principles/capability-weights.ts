import type { Structure } from '../../model/audit/structure.ts';
import type { CapabilityVector } from '../../model/capability.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { WeekWindow } from '../scoring/iso-weeks.ts';
import { isInWindow } from './work-item-facts.ts';

/** Capability -> its part of all activity or spend, not normalised. A tool is split over its capabilities (METHOD 2). */
export type CapabilityWeights = ReadonlyMap<string, number>;

/** Person-days of the window; a tool that only tells active days counts those. */
export function activityWeights({ usageDays, accounts, tools }: Snapshot, window: WeekWindow): CapabilityWeights {
  const days = new Map<string, number>();
  usageDays.tool.forEach((tool, i) => {
    if (isInWindow(usageDays.day[i] ?? null, window)) days.set(tool, (days.get(tool) ?? 0) + 1);
  });
  const logged = new Set(usageDays.tool);
  for (const { tool, activeDays } of accounts) {
    if (!logged.has(tool) && activeDays !== null) days.set(tool, (days.get(tool) ?? 0) + activeDays);
  }
  return split(tools.map((t) => ({ capabilities: t.capabilities, amount: days.get(t.id) ?? 0 })));
}

export function spendWeights(structure: Structure): CapabilityWeights {
  return split(
    structure.tools.map((t) => ({ capabilities: t.capabilities, amount: Math.max(0, t.spend.annual?.minor ?? 0) })),
  );
}

/** Mean of a capability figure under weights; `coverage` = weight of the capabilities whose figure is known. */
export function weightedFigure(
  structure: Structure,
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

function split(tools: readonly { readonly capabilities: CapabilityVector; readonly amount: number }[]): CapabilityWeights {
  const weights = new Map<string, number>();
  for (const { capabilities, amount } of tools) {
    const entries = Object.entries(capabilities).sort(([a], [b]) => (a < b ? -1 : 1));
    const strength = entries.reduce((n, [, s]) => n + s, 0);
    for (const [id, s] of entries) weights.set(id, (weights.get(id) ?? 0) + (amount * s) / strength);
  }
  return weights;
}
