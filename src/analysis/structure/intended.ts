import type { AuditCapability } from '../../model/audit/structure.ts';
import type { Day } from '../../model/calendar.ts';
import type { Policy } from '../../model/policy.ts';
import type { Tool } from '../../model/snapshot.ts';

/** One entry of policy.deliberate_redundancy with the tools of the snapshot that it names. */
export interface Exception {
  readonly tools: ReadonlySet<string>;
  readonly owner: string;
  readonly reason: string;
  readonly expires: Day;
  /** Past its date as of the audit: the redundancy counts as a finding again. */
  readonly expired: boolean;
}

export function exceptionsOf(policy: Policy, tools: readonly Tool[], asOf: Day): readonly Exception[] {
  return policy.deliberate_redundancy.map(({ tools: names, owner, reason, expires }) => ({
    tools: new Set(tools.filter((tool) => names.some((name) => isNamed(tool, name))).map((tool) => tool.id)),
    owner,
    reason,
    expires,
    expired: expires < asOf,
  }));
}

/** The exception that covers both tools, one in force before an expired one; null where there is none. */
export function exceptionFor(exceptions: readonly Exception[], a: string, b: string): Exception | null {
  const covering = exceptions.filter(({ tools }) => tools.has(a) && tools.has(b));
  return covering.find(({ expired }) => !expired) ?? covering[0] ?? null;
}

/** For a capability: the exception over two of the tools that are bought for it. */
export function intendedFor(exceptions: readonly Exception[], bought: readonly string[]): AuditCapability['intended'] {
  const covering = exceptions.filter(({ tools }) => bought.filter((id) => tools.has(id)).length >= 2);
  const chosen = covering.find(({ expired }) => !expired) ?? covering[0];
  if (chosen === undefined) return null;
  const { owner, reason, expires, expired } = chosen;
  return { owner, reason, expires, expired };
}

function isNamed(tool: Tool, name: string): boolean {
  const wanted = name.trim().toLowerCase();
  return [tool.id, tool.name, ...tool.rawNames, ...tool.formerNames].some((known) => known.toLowerCase() === wanted);
}
