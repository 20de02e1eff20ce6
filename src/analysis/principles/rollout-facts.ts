import type { Rollout, Snapshot } from '../../model/snapshot.ts';

export interface ToolRollout extends Rollout {
  readonly tool: string;
}

/** Roll-outs of one kind that name their tool, in order of appearance. */
export function toolRollouts({ rollouts }: Snapshot, change: Rollout['change']): readonly ToolRollout[] {
  return rollouts.flatMap((r) => (r.change === change && r.tool !== null ? [{ ...r, tool: r.tool }] : []));
}

export interface PersonDay {
  readonly person: number;
  readonly day: string;
}

/** Person-days of these tools; a tool of which none are known is not in the map. */
export function personDaysOf({ usageDays }: Snapshot, tools: ReadonlySet<string>): ReadonlyMap<string, PersonDay[]> {
  const days = new Map<string, PersonDay[]>();
  usageDays.tool.forEach((tool, row) => {
    const [person, day] = [usageDays.person[row], usageDays.day[row]];
    if (!tools.has(tool) || person === undefined || day === undefined) return;
    const known = days.get(tool);
    if (known === undefined) days.set(tool, [{ person, day }]);
    else known.push({ person, day });
  });
  return days;
}
