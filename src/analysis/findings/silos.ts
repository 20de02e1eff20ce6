import type { AuditCapability } from '../../model/audit/structure.ts';
import { overlapCoefficient } from '../metrics/set-overlap.ts';
import type { Cell } from '../structure/cube.ts';
import { usageThreshold } from '../structure/group-threshold.ts';
import { exceptionFor } from '../structure/intended.ts';
import { boughtPairs } from './bought-pairs.ts';
import { byName, makeFinding } from './make-finding.ts';
import type { FindingContext, FindingRule, StatedFinding } from './rule.ts';
import { siloInTeams } from './silos-in-team.ts';
import { hidesSmallGroup } from './small-groups.ts';
import { insideSentence, listWords, peopleWords, shareWords } from './words.ts';

/** Overlap under which two tools serve different people, and what still counts as such where the pattern is a silo. */
const APART = 0.2;
const APART_IN_SILO = 0.5;

export const silos = {
  meta: {
    id: 'silos',
    title: 'Different people use different tools for one job',
    condition:
      'One product per company is the norm, several are bought for the job and used, and their people hardly overlap (under 20 % of the smaller one, or under half where the use by team is a silo); at least two of them have a group of k people or two teams. Where one product per team is the norm: inside one team, each tool with a group of k people of it.',
    reference: 'METHOD 2.4, 2.5, 6a.7, 6a.24',
    step: 4,
  },
  find(context) {
    return context.sections.capabilities.flatMap((capability) => silo(capability, context) ?? []);
  },
} satisfies FindingRule;

function silo(capability: AuditCapability, context: FindingContext): StatedFinding | null {
  if (capability.oneHome === 'team') return siloInTeams(capability, context, APART);
  if (capability.oneHome !== 'strong') return null;
  const cells = apart(capability, context);
  const k = usageThreshold(context.snapshot);
  const sizable = cells.filter((cell) => (cell.users?.size ?? 0) >= k || teamsOf(cell, context).size >= 2);
  if (sizable.length < 2) return null;
  const ids = new Set(cells.map((cell) => cell.tool.id));
  const tools = byName(context.sections.tools.filter((tool) => ids.has(tool.id)));
  const small = new Set(tools.filter((tool) => hidesSmallGroup(tool, k)).map((tool) => tool.id));
  const ranked = [...cells].sort((a, b) => (b.users?.size ?? 0) - (a.users?.size ?? 0));
  const parts = ranked.map(
    ({ tool, users }) => `${tool.name} (${peopleWords(users?.size ?? 0, k, !small.has(tool.id))})`,
  );
  return makeFinding(
    {
      rule: 'silos',
      title: `${cells.length} tools are in use for ${insideSentence(capability.name)}: ${listWords(parts)}; ${apartWords(cells, k, small.size === 0)}`,
      severity: 'act',
      capability: capability.id,
      because: because(capability),
    },
    tools,
  );
}

function apartWords(cells: readonly Cell[], k: number, exact: boolean): string {
  const everyone = new Set(cells.flatMap((cell) => [...(cell.users ?? [])]));
  const single = [...everyone].filter((person) => cells.filter((cell) => cell.users?.has(person)).length === 1).length;
  if (single === everyone.size) return 'nobody uses two of them';
  // Beside the users of each tool, the number of all of them would tell how many use two.
  const several = everyone.size - single;
  return `${shareWords(single, everyone.size, k, exact && several >= k)} use only one of them`;
}

function because({ alpha, beta, effectiveTools, pattern }: AuditCapability): string[] {
  if (alpha === null || beta === null || effectiveTools.d1 === null) return ['Their people hardly overlap.'];
  const all = effectiveTools.d1.toFixed(1);
  return [
    `A team works with ${alpha.toFixed(1)} effective tools on average, the company with ${all}: the use by team is ${pattern}.`,
    'Work in one of them cannot be seen from the others.',
  ];
}

/** Tools in at least one pair whose people are apart, pairs that policy wants left out. */
function apart(capability: AuditCapability, context: FindingContext): readonly Cell[] {
  const limit = capability.pattern === 'silo' ? APART_IN_SILO : APART;
  const found = new Set<Cell>();
  for (const [a, b] of boughtPairs(context, capability)) {
    const exception = exceptionFor(context.exceptions, a.tool.id, b.tool.id);
    const sizes = context.use.coUsers?.(a.tool.id, b.tool.id) ?? null;
    const overlap = sizes === null ? null : overlapCoefficient(sizes);
    if ((exception !== null && !exception.expired) || overlap === null || overlap >= limit) continue;
    found.add(a).add(b);
  }
  return [...found];
}

function teamsOf({ users }: Cell, { snapshot }: FindingContext): ReadonlySet<string> {
  return new Set([...(users ?? [])].flatMap((person) => snapshot.people[person]?.team ?? []));
}
