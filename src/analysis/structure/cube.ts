import type { Snapshot, Tool } from '../../model/snapshot.ts';
import { sum } from '../metrics/sum.ts';
import { countedCapabilities } from './suites.ts';
import type { EstateUse, ToolUse } from './tool-use.ts';

/** One tool in one capability: its row of the cube of METHOD 2. */
export interface Cell {
  readonly tool: Tool;
  readonly strength: 2 | 3;
  /** Part of the tool's activity and cost that is split to this capability, 0..1. */
  readonly weight: number;
  /** Activity by person in the capability's unit; null = the tool's use is unknown. */
  readonly activity: ReadonlyMap<number, number> | null;
  readonly users: ReadonlySet<number> | null;
  /** A suite seen without its members: which part was used is not known. */
  readonly inferred: boolean;
}

export type Cube = ReadonlyMap<string, readonly Cell[]>;

/**
 * Capability id -> tools that hold it at strength 2 or 3, in the order of the snapshot. The unit is person-days; where a
 * source of one of the tools tells only who was active, it is active people for all tools of the capability, since the
 * two cannot be added.
 */
export function activityCube(snapshot: Snapshot, use: EstateUse): Cube {
  const known = new Set(snapshot.capabilities.map((capability) => capability.id));
  const counted = snapshot.tools.map((tool) => ({ tool, ...countedCapabilities(tool, known) }));
  const cube = new Map<string, readonly Cell[]>();
  for (const { id } of snapshot.capabilities) {
    const holders = counted.filter(({ vector }) => vector[id] !== undefined);
    const inDays = holders.every(({ tool }) => use.byTool.get(tool.id)?.days !== null);
    const cells = holders.map(({ tool, vector, inferred }): Cell => {
      const strength = vector[id] === 3 ? 3 : 2;
      const weight = strength / sum(Object.values(vector));
      const seen = use.byTool.get(tool.id) ?? null;
      return { tool, strength, weight, activity: scaled(seen, weight, inDays), users: seen?.users ?? null, inferred };
    });
    if (cells.length > 0) cube.set(id, cells);
  }
  return cube;
}

export function totalActivity({ activity }: Cell): number {
  return activity === null ? 0 : sum([...activity.values()]);
}

function scaled(use: ToolUse | null, weight: number, inDays: boolean): ReadonlyMap<number, number> | null {
  if (use === null) return null;
  return new Map([...use.users].map((person) => [person, weight * (inDays ? (use.days?.get(person) ?? 0) : 1)]));
}
