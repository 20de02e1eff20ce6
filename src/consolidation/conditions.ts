import type { Decisions, Policy } from '../model/policy.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Estate, EstateTool } from './estate.ts';

/** Something people decided that the solver must respect, in words, so that a conflict can be told. */
export type Condition = { readonly words: string } & (
  | { readonly kind: 'keep' | 'drop'; readonly tool: string; readonly reason: string }
  | { readonly kind: 'quality'; readonly team: string; readonly capability: string; readonly floor: number }
  | {
      readonly kind: 'attribute';
      readonly team: string | null;
      readonly capability: string;
      readonly attribute: string;
    }
  | { readonly kind: 'moves'; readonly team: string | null; readonly limit: number }
);

export type Override = Decisions['overrides'][number];

/** Pins, forbids, deliberate redundancy, required attributes, declared needs and budgets of moves, in that order. */
export function readConditions(
  snapshot: Snapshot,
  policy: Policy,
  estate: Estate,
  overrides: readonly Override[],
): Condition[] {
  return [
    ...policy.pins.flatMap(({ tool, reason }) => toolCondition(estate, 'keep', tool, `is pinned by policy`, reason)),
    ...policy.forbids.flatMap(({ tool, reason }) =>
      toolCondition(estate, 'drop', tool, 'is forbidden by policy', reason),
    ),
    ...policy.deliberate_redundancy
      .filter(({ expires }) => expires >= snapshot.asOf)
      .flatMap(({ tools, owner, reason }) =>
        tools.flatMap((tool) =>
          toolCondition(estate, 'keep', tool, `is kept beside others on purpose (owner: ${owner})`, reason),
        ),
      ),
    ...overrides.flatMap((override) => overrideCondition(estate, override)),
    ...policy.required.flatMap(({ capability, attributes }) =>
      attributes.map((attribute) => attributeCondition(null, capability, attribute)),
    ),
    ...snapshot.needs.flatMap(needConditions),
    ...Object.entries(policy.budgets.moves_per_team).map(([team, limit]) => moveCondition(team, limit)),
  ];
}

/** A tool by id, name or a name under which a source had it. */
export function findTool(estate: Estate, name: string): EstateTool | undefined {
  const wanted = name.trim().toLowerCase();
  const names = (tool: EstateTool) => [...tool.ids, tool.name, ...(tool.listed?.rawNames ?? [])];
  return (
    estate.tools.find((tool) => tool.id === name) ??
    estate.tools.find((tool) => names(tool).some((each) => each.toLowerCase() === wanted))
  );
}

function toolCondition(
  estate: Estate,
  kind: 'keep' | 'drop',
  name: string,
  what: string,
  reason: string,
): readonly Condition[] {
  const tool = findTool(estate, name);
  if (tool === undefined) return [];
  return [{ kind, tool: tool.id, reason, words: `${tool.name} ${what}: ${reason}` }];
}

function overrideCondition(estate: Estate, override: Override): readonly Condition[] {
  if (override.verdict === undefined) return [];
  const kind = override.verdict === 'retire' ? 'drop' : 'keep';
  return toolCondition(
    estate,
    kind,
    override.tool,
    `was set to "${override.verdict}" by ${override.by}`,
    override.reason,
  );
}

function needConditions(need: Snapshot['needs'][number]): Condition[] {
  const { team, capability, minimumQuality: floor } = need;
  const attributes = need.requiredAttributes.map((attribute) => attributeCondition(team, capability, attribute));
  if (floor === null) return attributes;
  const words = `team ${team} needs ${capability} at a quality of at least ${floor}`;
  return [{ kind: 'quality', team, capability, floor, words }, ...attributes];
}

function attributeCondition(team: string | null, capability: string, attribute: string): Condition {
  const who = team === null ? '' : ` for team ${team}`;
  return { kind: 'attribute', team, capability, attribute, words: `${capability} must have ${attribute}${who}` };
}

function moveCondition(key: string, limit: number): Condition {
  const team = key === 'default' ? null : key;
  const who = team === null ? 'no team' : `team ${team} not`;
  return { kind: 'moves', team, limit, words: `${who} more than ${limit} moves` };
}
