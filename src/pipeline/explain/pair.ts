import { maskedVector } from '../../analysis/metrics/capability-similarity.ts';
import type { Audit } from '../../model/audit/audit.ts';
import type { AuditTool, ToolPair } from '../../model/audit/structure.ts';
import { type Explanation, fromAudit, located, same } from './explanation.ts';
import { gradeLine } from './grades.ts';
import { agrees, count, known, plain, probability } from './numbers.ts';

export const pair = fromAudit(
  'pair',
  (audit) => audit.pairs.map(pairId),
  (id, audit) => {
    const parts = id.split('+').map((part) => part.trim());
    const [first, second] = parts.map((part) =>
      audit.tools.find((tool) => same(tool.id, part) || same(tool.name, part)),
    );
    if (parts.length !== 2 || first === undefined || second === undefined) return null;
    const found = audit.pairs.find(({ a, b }) => [a, b].includes(first.id) && [a, b].includes(second.id) && a !== b);
    return found === undefined ? null : explainPair(found, audit);
  },
);

export function pairId({ a, b }: Pick<ToolPair, 'a' | 'b'>): string {
  return `${a}+${b}`;
}

const ROWS_PER_TOOL = 3;

function explainPair(found: ToolPair, audit: Audit): Explanation {
  const [a, b] = [found.a, found.b].map((id) => audit.tools.find((tool) => tool.id === id));
  const names = { a: a?.name ?? found.a, b: b?.name ?? found.b };
  const job = audit.capabilities.find(({ id }) => id === found.capability)?.name ?? found.capability;
  return {
    id: pairId(found),
    kind: 'pair',
    title: `${names.a} and ${names.b}`,
    lines: [
      `Both do: ${job}. C is how far they do the same, O how far the same people use them (METHOD 2.4).`,
      ...similarity(found, a, b, names),
      ...overlap(found, a, b, names),
      ...diseases(found),
      ...chance(found),
      gradeLine('D', 'METHOD 2.2, 2.3, 2.4, 6a.6'),
    ],
    evidence: located(
      audit,
      [a, b].flatMap((tool) => tool?.evidence.slice(0, ROWS_PER_TOOL) ?? []),
    ),
    inputs: [
      { name: 'C', value: found.capabilitySimilarity },
      { name: 'O', value: found.shared === 'suppressed' ? 'withheld' : found.userOverlap },
      { name: 'shared', value: found.shared === 'suppressed' ? 'withheld' : found.shared },
      { name: 'population', value: found.population },
    ],
  };
}

type Names = { readonly a: string; readonly b: string };

/** With the strengths put in where they give the figure: only capabilities in use count, and which these are is not told. */
function similarity(found: ToolPair, a: AuditTool | undefined, b: AuditTool | undefined, names: Names): string[] {
  const { capabilitySimilarity: c, capabilityCosine, containmentAB, containmentBA } = found;
  return [
    `C = sum of the smaller strengths / sum of the larger ones${numbers(c, a, b)} = ${plain(c)} (weighted Jaccard; cosine ${plain(capabilityCosine)}).`,
    `${names.b} covers ${plain(containmentAB)} of what ${names.a} does; ${names.a} covers ${plain(containmentBA)} of what ${names.b} does.`,
  ];
}

function numbers(c: number, a: AuditTool | undefined, b: AuditTool | undefined): string {
  if (a === undefined || b === undefined) return '';
  const jobs = [...new Set([...Object.keys(a.capabilities), ...Object.keys(b.capabilities)])];
  const [left, right] = [maskedVector(a.capabilities, jobs), maskedVector(b.capabilities, jobs)];
  const total = (pick: (x: number, y: number) => number) => left.reduce((sum, x, i) => sum + pick(x, right[i] ?? 0), 0);
  const [smaller, larger] = [total(Math.min), total(Math.max)];
  return larger > 0 && agrees(smaller / larger, c) ? ` = ${plain(smaller)}/${plain(larger)}` : '';
}

function overlap(found: ToolPair, a: AuditTool | undefined, b: AuditTool | undefined, names: Names): string[] {
  const { shared, userOverlap, userOverlapRange, jaccard, jaccardMax, ruzicka, weightedOverlap } = found;
  if (shared === 'suppressed') return ['O: withheld, since it would tell of a group that is too small to show.'];
  if (userOverlap === null) return ['O: unknown; it needs to be known who uses each of the two.'];
  const sizes = [a?.users, b?.users].flatMap((users) => (typeof users === 'number' ? [users] : []));
  const smaller = sizes.length === 2 ? Math.min(...sizes) : null;
  const fits = typeof shared === 'number' && smaller !== null && smaller > 0 && agrees(shared / smaller, userOverlap);
  const range =
    userOverlapRange === null
      ? ''
      : `; ${plain(userOverlapRange[0])} to ${plain(userOverlapRange[1])} for what the sources miss`;
  return [
    `Active people: ${names.a} ${count(a?.users ?? null)}, ${names.b} ${count(b?.users ?? null)}, in both ${count(shared)}.`,
    `O = shared / the smaller${fits ? ` = ${plain(shared as number)}/${plain(smaller)}` : ''} = ${plain(userOverlap)}${range}. Jaccard ${known(jaccard)} of at most ${known(jaccardMax)} for groups of these sizes.`,
    ...(ruzicka === null && weightedOverlap === null
      ? []
      : [
          `By person-days in both: smaller / larger (Ruzicka) ${known(ruzicka)}, smaller / the smaller total ${known(weightedOverlap)}.`,
        ]),
  ];
}

function diseases({ capabilitySimilarity: c, userOverlap: o, duplicateSeats, parallelTools }: ToolPair): string[] {
  if (o === null || duplicateSeats === null || parallelTools === null) return [];
  return [
    `Duplicate seats: C x O = ${plain(c)} x ${plain(o)} = ${plain(duplicateSeats)} (the same people pay twice).`,
    `Parallel tools: C x (1 - O) = ${plain(c)} x (1 - ${plain(o)}) = ${plain(parallelTools)} (different people, who cannot see each other’s work).`,
  ];
}

function chance({ shared, expectedShared, lift, pAtLeast, population }: ToolPair): string[] {
  if (typeof shared !== 'number' || expectedShared === null || lift === null) return [];
  return [
    `By chance ${plain(expectedShared)} of ${population} people would use both; lift = ${plain(shared)}/${plain(expectedShared)} = ${plain(lift)}; as many or more by chance: probability ${probability(pAtLeast)}.`,
  ];
}
