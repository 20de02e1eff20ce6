import type { Consolidation, ToolDecision } from '../model/audit/consolidation.ts';
import type { AuditTool, Structure } from '../model/audit/structure.ts';
import type { Policy } from '../model/policy.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { monthsBetween } from '../util/day-arithmetic.ts';
import type { MoveTerm } from '../util/move-dates.ts';
import { textOrder } from '../util/text-order.ts';
import { activePeople } from '../util/tool-activity.ts';

/** A decision that has to be carried out, before it is dated. */
export interface Movement {
  readonly id: string;
  readonly decision: ToolDecision;
  readonly tool: AuditTool;
  readonly target: AuditTool | null;
  /** People change tools, so there is a migration and a parallel run. */
  readonly isMigration: boolean;
  readonly term: MoveTerm | null;
  /** Teams that work in the tool, all of them; never printed below the group threshold. */
  readonly teams: readonly string[];
  /** Load on each of them, in units of METHOD 4.3. */
  readonly load: ReadonlyMap<string, number>;
  /** An integration hub: never in the first wave (METHOD 4.2). */
  readonly isHub: boolean;
  /** At most a tenth of the people use it. */
  readonly isLowRisk: boolean;
  readonly saving: number;
}

/** How hard a change of tool is, by the domain of its job (METHOD 4.3). */
const DIFFICULTY: Readonly<Record<string, number>> = {
  conversation: 1,
  meetings: 1,
  async_media: 1,
  customer: 3,
  finance_it: 3,
  people: 3,
};
const USUAL_DIFFICULTY = 2;
const DEFAULT_TERM_MONTHS = 12;
const LOW_RISK_SHARE = 0.1;
const ACTED_ON = new Set(['retire', 'cut seats', 'downgrade tier', 'merge workspaces', 'renegotiate', 'integrate']);

/** Everything to be done, by tool id. */
export function movements(
  snapshot: Snapshot,
  structure: Structure,
  consolidation: Consolidation,
  policy: Policy,
): Movement[] {
  const activity = activePeople(snapshot, policy.seat_threshold_days);
  const tools = new Map(structure.tools.map((tool) => [tool.id, tool]));
  const everyone = structure.people.counted ?? snapshot.people.length;
  return consolidation.decisions
    .filter(({ verdict }) => ACTED_ON.has(verdict))
    .flatMap((decision) => {
      const tool = tools.get(decision.tool);
      if (tool === undefined) return [];
      const users = [...(activity.get(tool.id) ?? [])];
      const isMigration = migrates(decision, users.length);
      return [
        {
          id: `M-${tool.id}`,
          decision,
          tool,
          target: tools.get(decision.target ?? '') ?? null,
          isMigration,
          // An integration waits for no contract.
          term: decision.verdict === 'integrate' ? null : termOf(tool, snapshot),
          teams: teamsOf(users, snapshot),
          load: isMigration ? loads(users, decision, snapshot) : new Map<string, number>(),
          isHub: isMigration && isHub(tool, structure),
          isLowRisk: !isMigration || users.length <= everyone * LOW_RISK_SHARE,
          saving: decision.savingGross?.minor ?? 0,
        },
      ];
    })
    .sort((a, b) => textOrder(a.id, b.id));
}

function migrates({ verdict, peopleMoved }: ToolDecision, users: number): boolean {
  if (verdict === 'merge workspaces') return true;
  if (verdict === 'retire') return users > 0;
  return peopleMoved === 'suppressed' || (peopleMoved ?? 0) > 0;
}

function termOf(tool: AuditTool, snapshot: Snapshot): MoveTerm | null {
  const { contract } = tool;
  if (contract === null) return null;
  const start = contract.start ?? snapshot.contracts.find((c) => c.tool === tool.id && c.end === contract.end)?.start;
  const months = start === null || start === undefined ? DEFAULT_TERM_MONTHS : monthsBetween(start, contract.end);
  return {
    end: contract.end,
    noticeDays: contract.noticeDays,
    autoRenew: contract.autoRenew,
    termMonths: Math.max(1, months),
  };
}

function teamsOf(users: readonly number[], snapshot: Snapshot): string[] {
  const teams = users.map((person) => snapshot.people[person]?.team ?? null).filter((team) => team !== null);
  return [...new Set(teams)].sort(textOrder);
}

/** Difficulty x share of the team that is touched. */
function loads(users: readonly number[], decision: ToolDecision, snapshot: Snapshot): Map<string, number> {
  const domain = snapshot.capabilities.find(({ id }) => id === decision.capability)?.domain ?? '';
  const difficulty = DIFFICULTY[domain] ?? USUAL_DIFFICULTY;
  return new Map(
    teamsOf(users, snapshot).map((team) => {
      const size = snapshot.people.filter((person) => person.team === team).length;
      const touched = users.filter((person) => snapshot.people[person]?.team === team).length;
      return [team, difficulty * (size === 0 ? 1 : Math.min(1, touched / size))];
    }),
  );
}

function isHub(tool: AuditTool, { integrations }: Structure): boolean {
  const busiest = Math.max(0, ...integrations.nodes.map(({ betweenness }) => betweenness));
  const node = integrations.nodes.find((each) => each.tool === tool.id);
  return (
    integrations.articulation.includes(tool.id) || (node !== undefined && busiest > 0 && node.betweenness === busiest)
  );
}
