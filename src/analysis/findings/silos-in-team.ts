import type { AuditCapability } from '../../model/audit/structure.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { overlapCoefficient, setSizes } from '../metrics/set-overlap.ts';
import type { Cell } from '../structure/cube.ts';
import { usageThreshold } from '../structure/group-threshold.ts';
import { exceptionFor } from '../structure/intended.ts';
import { boughtPairs } from './bought-pairs.ts';
import { byName, makeFinding } from './make-finding.ts';
import type { FindingContext, StatedFinding } from './rule.ts';
import { insideSentence, listWords } from './words.ts';

/**
 * Where one tool per team is normal, several inside one team are fragmentation (METHOD 6a.24). Names teams and tools and no
 * counts: beside the team's size they would tell who is left.
 */
export function siloInTeams(capability: AuditCapability, context: FindingContext, limit: number): StatedFinding | null {
  const teams = new Set<string>();
  const found = new Set<string>();
  const groups = groupsOf(context);
  for (const [a, b] of boughtPairs(context, capability)) {
    const exception = exceptionFor(context.exceptions, a.tool.id, b.tool.id);
    if (exception !== null && !exception.expired) continue;
    for (const team of apartIn(groups(a), groups(b), limit)) {
      teams.add(team);
      found.add(a.tool.id).add(b.tool.id);
    }
  }
  if (teams.size === 0) return null;
  const tools = byName(context.sections.tools.filter(({ id }) => found.has(id)));
  return makeFinding(
    {
      rule: 'silos',
      title: `Inside ${listWords([...teams].sort())}, different people use different tools for ${insideSentence(capability.name)}: ${listWords(tools.map(({ name }) => name))}`,
      severity: 'look',
      capability: capability.id,
      because: [
        'One product per team is normal for this job; here one team has several.',
        'Work in one of them cannot be seen from the others.',
      ],
    },
    tools,
  );
}

type Groups = ReadonlyMap<string, ReadonlySet<number>>;

/** Teams with a group in both tools that hardly overlap. */
function apartIn(a: Groups, b: Groups, limit: number): readonly string[] {
  return [...a].flatMap(([team, people]) => {
    const others = b.get(team);
    const overlap = others === undefined ? null : overlapCoefficient(setSizes(people, others));
    return overlap !== null && overlap < limit ? [team] : [];
  });
}

/** People of a tool by team, groups of at least k only; read once for each tool, which stands in many pairs. */
function groupsOf({ snapshot }: FindingContext): (cell: Cell) => Groups {
  const k = usageThreshold(snapshot);
  const read = new Map<Cell, Groups>();
  return (cell) => {
    const groups = read.get(cell) ?? large(byTeam(cell, snapshot), k);
    read.set(cell, groups);
    return groups;
  };
}

function byTeam({ users }: Cell, { people }: Snapshot): ReadonlyMap<string, Set<number>> {
  const groups = new Map<string, Set<number>>();
  for (const person of users ?? []) {
    const team = people[person]?.team ?? null;
    if (team === null) continue;
    const group = groups.get(team);
    if (group === undefined) groups.set(team, new Set([person]));
    else group.add(person);
  }
  return groups;
}

function large(groups: Groups, k: number): Groups {
  return new Map([...groups].filter(([, people]) => people.size >= k));
}
