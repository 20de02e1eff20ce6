import type { Audit } from '../../model/audit/audit.ts';
import type { AuditCapability } from '../../model/audit/structure.ts';
import { type Explanation, fromAudit, located, same, toolName } from './explanation.ts';
import { gradeLine } from './grades.ts';
import { agrees, count, known, percentOf, plain } from './numbers.ts';

export const capability = fromAudit(
  'capability',
  (audit) => audit.capabilities.map(({ id }) => id),
  (id, audit) => {
    const found = audit.capabilities.find((entry) => same(entry.id, id) || same(entry.name, id));
    return found === undefined ? null : explainCapability(found, audit);
  },
);

const HOMES: Readonly<Record<AuditCapability['oneHome'], string>> = {
  strong: 'One tool per company is the norm: several in use are fragmentation.',
  team: 'One tool per team is the norm: several inside one team are fragmentation, one per team is not.',
  free: 'Several tools are normal: they are never fragmentation.',
};

const ROWS_PER_TOOL = 3;

function explainCapability(found: AuditCapability, audit: Audit): Explanation {
  const held = audit.tools.filter(({ id }) => found.tools.some(({ tool }) => tool === id));
  return {
    id: found.id,
    kind: 'capability',
    title: found.name,
    lines: [
      `A job of the domain ${found.domain} (${found.mode}). ${HOMES[found.oneHome]} METHOD 6a.24.`,
      ...found.tools.map(
        ({ tool, strength, activityShare, spendShare, users }) =>
          `${toolName(audit, tool)}: ${strength === 3 ? 'bought for it' : 'full substitute'}; share of activity ${activityShare === null ? 'unknown or withheld' : percentOf(activityShare)}, of cost ${spendShare === null ? 'unknown' : percentOf(spendShare)}, active people ${count(users)}.`,
      ),
      ...(found.withoutActivity.length === 0
        ? []
        : [`Without activity: ${found.withoutActivity.map((tool) => toolName(audit, tool)).join(', ')}.`]),
      ...concentration(found),
      ...betweenTeams(found),
      patternLine(found),
      ...intendedLine(found),
      `Coverage: the use of ${percentOf(found.coverage)} of its tools is known.`,
      gradeLine('D', 'METHOD 2.1 (Hill 1973, Jost 2006), 2.5 (Nielsen 2020), 6a.4, 6a.7'),
    ],
    evidence: located(
      audit,
      held.flatMap(({ evidence }) => evidence.slice(0, ROWS_PER_TOOL)),
    ),
    inputs: found.tools.map(({ tool, activityShare }) => ({ name: toolName(audit, tool), value: activityShare })),
  };
}

/** D1 and HHI with the shares put in; without the arithmetic where a share is not told. */
function concentration({ tools, effectiveTools, hhi, hhiUnbiased, fragmentation, bySpend }: AuditCapability): string[] {
  const { d0, d1, d2, d1MillerMadow } = effectiveTools;
  if (d1 === null) return ['Effective tools: unknown, since no activity is known.'];
  const shares = tools
    .flatMap(({ activityShare }) => (activityShare === null ? [] : [activityShare]))
    .filter((p) => p > 0);
  const told = shares.map(plain);
  const entropy = -shares.reduce((sum, p) => sum + p * Math.log(p), 0);
  const squares = shares.reduce((sum, p) => sum + p * p, 0);
  const showsD1 = shares.length > 0 && agrees(Math.exp(entropy), d1);
  const showsHhi = hhi !== null && shares.length > 0 && agrees(squares, hhi);
  const sum = told.map((p) => `${p} ln ${p}`).join(' + ');
  return [
    `Tools with activity: D0 = ${known(d0)}.`,
    showsD1
      ? `Effective tools: D1 = exp(-(${sum})) = exp(${plain(entropy)}) = ${plain(d1)}; corrected for small samples ${known(d1MillerMadow)}.`
      : `Effective tools: D1 = exp(-sum p ln p) = ${plain(d1)}; corrected for small samples ${known(d1MillerMadow)}.`,
    showsHhi
      ? `Concentration: HHI = ${told.map((p) => `${p}²`).join(' + ')} = ${plain(hhi)}, D2 = 1/HHI = ${known(d2)}; unbiased HHI ${known(hhiUnbiased)}.`
      : `Concentration: HHI = ${known(hhi)}, D2 = ${known(d2)}; unbiased HHI ${known(hhiUnbiased)}.`,
    `Fragmentation: 100 x (1 - 1/${plain(d1)}) = ${known(fragmentation)}. By cost D1 = ${known(bySpend.d1)}.`,
  ];
}

function betweenTeams(found: AuditCapability): string[] {
  const { alpha, beta, gamma, normalisedDivergence, normalisedDivergenceCorrected, permutations } = found;
  const { variationOfInformation: variation } = found;
  if (alpha === null || beta === null || gamma === null)
    return ['Between teams: not computed; it needs teams, and is not asked under the works-council profile.'];
  return [
    `Within a team alpha = ${plain(alpha)} effective tools; all teams together gamma = ${plain(gamma)}; between teams beta = gamma/alpha = ${plain(gamma)}/${plain(alpha)} = ${plain(beta)} (1 = all teams alike).`,
    `Normalised divergence ${known(normalisedDivergence)} (0 = all alike, 1 = each its own), less what ${permutations.draws} permutations of people show by chance (seed ${permutations.seed}): ${known(normalisedDivergenceCorrected)}.`,
    ...(variation === null
      ? []
      : [`Variation of information ${plain(variation)} nats; it mixes silos and duplicates (METHOD 2.5).`]),
  ];
}

/** METHOD 6a.7 with the numbers put in. */
function patternLine({ pattern, beta, effectiveTools: { d1 } }: AuditCapability): string {
  if (d1 === null) return 'Pattern: unknown, since no activity is known.';
  if (d1 < 1.05) return `Pattern: single, since D1 = ${plain(d1)} is under 1.05.`;
  if (beta === null) return `Pattern: ${pattern}, since beta is not known.`;
  const between = Math.log(beta) / Math.log(d1);
  const rule =
    between > 2 / 3 ? 'over 2/3: silo' : between < 1 / 3 ? 'under 1/3: duplicate' : 'between 1/3 and 2/3: mixed';
  return `Pattern: ln beta / ln D1 = ln ${plain(beta)} / ln ${plain(d1)} = ${plain(between)}, ${rule}.`;
}

function intendedLine({ intended }: AuditCapability): string[] {
  if (intended === null) return [];
  const { owner, reason, expires, expired } = intended;
  return [
    `Declared a deliberate redundancy by ${owner} (${reason}) until ${expires}${expired ? ', which has passed: it counts as a finding again' : ': it is no waste'}.`,
  ];
}
