import type { AuditTool, Structure } from '../model/audit/structure.ts';
import type { Capability, CapabilityVector } from '../model/capability.ts';
import type { Policy } from '../model/policy.ts';
import type { Snapshot, Tool } from '../model/snapshot.ts';
import { textOrder } from '../util/text-order.ts';
import { activePeople } from '../util/tool-activity.ts';
import { seatCost, type ToolCost } from './tool-cost.ts';

/** A tool as the decision sees it; a suite together with its parts (METHOD 6a.18). */
export interface EstateTool {
  readonly id: string;
  readonly name: string;
  readonly audit: AuditTool;
  readonly listed: Tool | undefined;
  readonly vector: CapabilityVector;
  /** null = unknown. */
  readonly cost: ToolCost | null;
  /** null = no source says who uses it. */
  readonly users: ReadonlySet<number> | null;
  /** People known to do this job in this tool. */
  readonly usersOf: (capability: string) => readonly number[];
  /** A suite with use that no source ties to one of its jobs. */
  readonly broad: boolean;
  /** Ids that stand for it in policy and rows: its own and its parts'. */
  readonly ids: readonly string[];
}

export interface Estate {
  /** By name, then id. Parts of a suite are inside the suite. */
  readonly tools: readonly EstateTool[];
  readonly capabilities: readonly Capability[];
  readonly teamOf: (person: number) => string;
  /** Id of the tool that stands for this id. */
  readonly rootOf: (id: string) => string;
}

/** A suite by its breadth: this many capabilities that a product is bought for. */
const BROAD_FROM = 4;
export const NO_TEAM = '(no team)';

export function readEstate(snapshot: Snapshot, structure: Structure, policy: Policy): Estate {
  const activity = activePeople(snapshot, policy.seat_threshold_days);
  const listed = new Map(snapshot.tools.map((tool) => [tool.id, tool]));
  const parts = partsBySuite(structure.tools);
  const inside = new Map([...parts].flatMap(([suite, members]) => members.map((part) => [part.id, suite] as const)));
  const tools = structure.tools
    .filter((tool) => !inside.has(tool.id))
    .map((tool) => estateTool(tool, parts.get(tool.id) ?? [], listed, activity))
    .sort((a, b) => textOrder(a.name, b.name) || textOrder(a.id, b.id));
  return {
    tools,
    capabilities: snapshot.capabilities,
    teamOf: (person) => snapshot.people[person]?.team ?? NO_TEAM,
    rootOf: (id) => inside.get(id) ?? id,
  };
}

/** Parts with a bill of their own are tools of their own. */
function partsBySuite(tools: readonly AuditTool[]): Map<string, AuditTool[]> {
  const ids = new Set(tools.map((tool) => tool.id));
  const parts = new Map<string, AuditTool[]>();
  for (const tool of tools) {
    if (tool.suite === null || tool.suite === tool.id || !ids.has(tool.suite) || tool.spend.annual !== null) continue;
    parts.set(tool.suite, [...(parts.get(tool.suite) ?? []), tool]);
  }
  return parts;
}

function estateTool(
  audit: AuditTool,
  parts: readonly AuditTool[],
  listed: ReadonlyMap<string, Tool>,
  activity: ReadonlyMap<string, ReadonlySet<number>>,
): EstateTool {
  const broad = audit.capabilityOrigin !== 'declared' && isBroad(audit, parts);
  const known = [audit, ...parts].flatMap((part) => knownUsers(part, activity) ?? []);
  const tool = listed.get(audit.id);
  return {
    id: audit.id,
    name: audit.name,
    audit,
    listed: tool,
    vector: strongest([audit, ...parts]),
    cost: seatCost(audit, tool?.billingKind ?? null),
    users: known.length === 0 ? null : new Set(known.flatMap((people) => [...people])),
    usersOf: (capability) => {
      const doing = [...(broad ? [] : [audit]), ...parts].filter((t) => (t.capabilities[capability] ?? 0) >= 2);
      const people = doing.flatMap((t) => [...(activity.get(t.id) ?? [])]);
      return [...new Set(people)].sort((a, b) => a - b);
    },
    broad,
    ids: [audit.id, ...parts.map((part) => part.id)],
  };
}

/** Nobody seen where no source looked is no use that is known, as where the only list ends before the period. */
function knownUsers(
  { id, users }: AuditTool,
  activity: ReadonlyMap<string, ReadonlySet<number>>,
): ReadonlySet<number> | undefined {
  const people = activity.get(id);
  return users === null && people?.size === 0 ? undefined : people;
}

function isBroad(audit: AuditTool, parts: readonly AuditTool[]): boolean {
  const boughtFor = Object.values(audit.capabilities).filter((strength) => strength === 3).length;
  return parts.length > 0 || audit.members.length > 0 || boughtFor >= BROAD_FROM;
}

function strongest(tools: readonly AuditTool[]): CapabilityVector {
  const vector: CapabilityVector = {};
  for (const tool of tools) {
    for (const [capability, strength] of Object.entries(tool.capabilities)) {
      if (strength > (vector[capability] ?? 0)) vector[capability] = strength;
    }
  }
  return vector;
}

/** Bought for it, or said by the client to be used for it, or a full substitute and nothing better. */
export function isBoughtFor(tool: EstateTool, capability: string): boolean {
  const strength = tool.vector[capability] ?? 0;
  if (strength === 3) return true;
  if (strength < 2) return false;
  return tool.audit.capabilityOrigin === 'declared' || Math.max(...Object.values(tool.vector)) === 2;
}

/**
 * Only a tool whose cost and use are both known may be given up or take work over (METHOD 3.3 rule 9). One whose contract
 * is over costs nothing, and that is no price at which work could move there.
 */
export function isDecidable({ audit, cost, users }: EstateTool): boolean {
  const isOver =
    audit.spend.rule === 'contract' && audit.spend.annual?.minor === 0 && audit.contract?.autoRenew === false;
  return cost !== null && users !== null && !isOver;
}
