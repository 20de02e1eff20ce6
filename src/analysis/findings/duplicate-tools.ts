import type { AuditCapability, AuditTool } from '../../model/audit/structure.ts';
import { overlapCoefficient, type SetSizes } from '../metrics/set-overlap.ts';
import type { Cell } from '../structure/cube.ts';
import { usageThreshold } from '../structure/group-threshold.ts';
import { exceptionFor } from '../structure/intended.ts';
import { moneyWords } from '../structure/money-words.ts';
import { boughtPairs } from './bought-pairs.ts';
import { byName, makeFinding } from './make-finding.ts';
import type { FindingContext, FindingRule, StatedFinding } from './rule.ts';
import { hidesSmallGroup } from './small-groups.ts';
import { insideSentence, overlapWords } from './words.ts';

const ENOUGH = 0.5;

export const duplicateTools = {
  meta: {
    id: 'duplicate-tools',
    title: 'The same people use two tools for one job',
    condition:
      'Both tools are bought for the capability, both have active people, and at least half of the people of the smaller one use the other too; where one tool per team is normal, inside one team.',
    reference: 'METHOD 2.4, 6a.6, 6a.24',
    step: 4,
  },
  find(context) {
    const found = new Map<string, StatedFinding>();
    for (const capability of context.sections.capabilities) {
      for (const [a, b] of boughtPairs(context, capability)) {
        const key = `${a.tool.id} ${b.tool.id}`;
        const finding = found.has(key) ? null : duplicate(a, b, capability, context);
        if (finding !== null) found.set(key, finding);
      }
    }
    return [...found.values()];
  },
} satisfies FindingRule;

function duplicate(a: Cell, b: Cell, capability: AuditCapability, context: FindingContext): StatedFinding | null {
  const exception = exceptionFor(context.exceptions, a.tool.id, b.tool.id);
  if (exception !== null && !exception.expired) return null;
  const shared = sharedUse(a, b, capability, context);
  if (shared === null) return null;
  const tools = [a, b].flatMap(({ tool }) => context.sections.tools.find(({ id }) => id === tool.id) ?? []);
  const [small, large] = smallerFirst(a, b, shared, tools);
  const annual = tools.find(({ id }) => id === small.tool.id)?.spend.annual ?? null;
  // Inside one team only a part of the tool's cost would go, and which is not known.
  const saving = shared.team === null ? annual : null;
  const k = usageThreshold(context.snapshot);
  const exact = !tools.some((tool) => hidesSmallGroup(tool, k));
  const sizes = { smaller: Math.min(shared.a, shared.b), larger: Math.max(shared.a, shared.b) };
  const words = overlapWords(shared.shared, sizes, k, exact);
  const because = [
    ...(shared.team === null
      ? []
      : [`One product per team is normal for this job; inside ${shared.team} there are two.`]),
    annual === null
      ? `The annual cost of ${small.tool.name} is not known.`
      : `${small.tool.name} costs ${moneyWords(annual)} a year.`,
    ...(exception === null ? [] : [`The exception that allowed both expired on ${exception.expires}.`]),
  ];
  return makeFinding(
    {
      rule: 'duplicate-tools',
      title: `${large.tool.name} and ${small.tool.name} are both bought for ${insideSentence(capability.name)}; ${words} who use ${small.tool.name}${shared.team === null ? '' : ` in ${shared.team}`} also use ${large.tool.name}`,
      severity: 'act',
      capability: capability.id,
      saving,
      because,
    },
    byName(tools),
  );
}

type SharedUse = SetSizes & { readonly team: string | null };

/** The overlap that makes them duplicates; null = they are not. */
function sharedUse(a: Cell, b: Cell, { oneHome }: AuditCapability, context: FindingContext): SharedUse | null {
  if (oneHome === 'strong') return enough(context.use.coUsers?.(a.tool.id, b.tool.id) ?? null, null);
  const { people, teams } = context.snapshot;
  const none = new Set<number>();
  const counted = sizesByTeam(a.users ?? none, b.users ?? none, (person) => people[person]?.team ?? null);
  const k = usageThreshold(context.snapshot);
  for (const { id, size } of teams) {
    const shared = size >= k ? enough(counted.get(id) ?? null, id) : null;
    if (shared !== null) return shared;
  }
  return null;
}

/** One pass over the people of both tools, however many teams there are. */
function sizesByTeam(
  a: ReadonlySet<number>,
  b: ReadonlySet<number>,
  teamOf: (person: number) => string | null,
): ReadonlyMap<string, SetSizes> {
  const counted = new Map<string, { a: number; b: number; shared: number }>();
  const count = (person: number, part: keyof SetSizes) => {
    const team = teamOf(person);
    if (team === null) return;
    const sizes = counted.get(team) ?? { a: 0, b: 0, shared: 0 };
    sizes[part] += 1;
    counted.set(team, sizes);
  };
  for (const person of a) {
    count(person, 'a');
    if (b.has(person)) count(person, 'shared');
  }
  for (const person of b) count(person, 'b');
  return counted;
}

function enough(sizes: SetSizes | null, team: string | null): SharedUse | null {
  return sizes !== null && (overlapCoefficient(sizes) ?? 0) >= ENOUGH ? { ...sizes, team } : null;
}

/** By people, then by cost, so that the tool which would go is the one that costs less to lose. */
function smallerFirst(
  a: Cell,
  b: Cell,
  { a: inA, b: inB }: SetSizes,
  tools: readonly AuditTool[],
): readonly [Cell, Cell] {
  const cost = ({ tool }: Cell) =>
    tools.find(({ id }) => id === tool.id)?.spend.annual?.minor ?? Number.POSITIVE_INFINITY;
  if (inA !== inB) return inA < inB ? [a, b] : [b, a];
  return cost(a) < cost(b) ? [a, b] : [b, a];
}
