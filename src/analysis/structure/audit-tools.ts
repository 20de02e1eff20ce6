import type { AuditTool } from '../../model/audit/structure.ts';
import type { Policy } from '../../model/policy.ts';
import type { Account, Snapshot } from '../../model/snapshot.ts';
import { asyncFit } from './async-fit.ts';
import { byTool } from './by-tool.ts';
import { toolContracts } from './contract.ts';
import { costContext, toolSpend } from './cost.ts';
import { lastUsageDays } from './last-days.ts';
import { seatRules } from './seat-state.ts';
import { seatsOf } from './seats.ts';
import type { EstateUse } from './tool-use.ts';

/** Every tool of the snapshot with its seats, cost, contract and fit, in the order of the snapshot. */
export function auditTools(snapshot: Snapshot, policy: Policy, use: EstateUse): AuditTool[] {
  const accounts = byTool(snapshot.accounts);
  const contracts = byTool(snapshot.contracts);
  const spend = byTool(snapshot.spend);
  const lastDays = lastUsageDays(snapshot);
  const [costs, rules] = [costContext(snapshot), seatRules(snapshot, policy)];
  return snapshot.tools.map((tool) => {
    const terms = contracts.get(tool.id) ?? [];
    const seen = use.byTool.get(tool.id);
    const own = accounts.get(tool.id) ?? [];
    const days = lastDays.get(tool.id) ?? new Map<number, string>();
    return {
      id: tool.id,
      name: tool.name,
      product: tool.product,
      vendor: tool.vendor,
      capabilities: tool.capabilities,
      capabilityOrigin: tool.capabilityOrigin,
      sources: tool.seenIn,
      listing: tool.listing,
      formerNames: tool.formerNames,
      instances: tool.instances,
      suite: tool.suite,
      members: tool.members,
      department: tool.department,
      purpose: tool.purpose,
      seats: seatsOf(own, days, terms, snapshot.people, rules),
      users: seen?.users.size ?? null,
      teams: seen === undefined ? null : teamsOf(seen.users, snapshot).size,
      spend: toolSpend(spend.get(tool.id) ?? [], terms, lastUse(own, days), costs),
      ...toolContracts(terms, snapshot.asOf, costs.exchange),
      asyncFit: asyncFit(tool, snapshot.capabilities),
      evidence: tool.evidence,
    };
  });
}

function teamsOf(users: ReadonlySet<number>, { people }: Snapshot): ReadonlySet<string> {
  return new Set([...users].flatMap((person) => people[person]?.team ?? []));
}

/** Last day on which anybody is known to have used the tool. */
function lastUse(accounts: readonly Account[], lastDays: ReadonlyMap<number, string>): string | null {
  const days = [...accounts.map(({ lastActive }) => lastActive), ...lastDays.values()].filter((day) => day !== null);
  return days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);
}
