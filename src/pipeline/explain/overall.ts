import { bandName } from '../../analysis/scoring/band-name.ts';
import { arithmeticMean, geometricMean } from '../../analysis/scoring/mean.ts';
import type { Audit } from '../../model/audit/audit.ts';
import { fromAudit, same } from './explanation.ts';
import { agrees, plain, score } from './numbers.ts';

const ID = 'overall';

/** The five principles as one figure, and how far it depends on the way of adding up. */
export const overall = fromAudit(
  'overall',
  () => [ID],
  (id, audit) =>
    !same(id, ID)
      ? null
      : {
          id: ID,
          kind: 'overall',
          title: 'The five principles as one figure',
          lines: [
            'Formula: weighted geometric mean of P1 to P5, each floored at 1, so that a strong one does not buy off a missing one (METHOD 0.3).',
            ...audit.principles.map(({ id: principle, title, score: own }) =>
              own === null ? `${principle} ${title}: not scored.` : `${principle} ${title}: ${score(own)}.`,
            ),
            ...means(audit),
            audit.overall.note,
            ...audit.sensitivity.map(({ title, result }) => `${title}: ${result}.`),
          ],
          evidence: [],
          inputs: audit.principles.map(({ id: name, score: value }) => ({ name, value })),
        },
);

function means({ principles, policy, overall: { geometric, arithmetic } }: Audit): string[] {
  if (geometric === null) return [];
  const items = principles.flatMap(({ id, score: value }) =>
    value === null ? [] : [{ value, weight: policy.weights[id] ?? 1 }],
  );
  const weight = items.reduce((n, item) => n + item.weight, 0);
  const power = (own: number) => (own === 1 ? '' : `^${plain(own)}`);
  const product = items.map((item) => `${score(Math.max(1, item.value))}${power(item.weight)}`).join(' x ');
  const sum = items
    .map((item) => `${item.weight === 1 ? '' : `${plain(item.weight)} x `}${score(item.value)}`)
    .join(' + ');
  const [geometricNow, arithmeticNow] = [geometricMean(items), arithmeticMean(items)];
  return [
    geometricNow !== null && agrees(geometricNow, geometric)
      ? `Geometric: (${product})^(1/${plain(weight)}) = ${score(geometric)} (${bandName(geometric)}).`
      : `Geometric: ${score(geometric)} (${bandName(geometric)}).`,
    ...(arithmetic === null || arithmeticNow === null || !agrees(arithmeticNow, arithmetic)
      ? []
      : [`Arithmetic, for comparison: (${sum})/${plain(weight)} = ${score(arithmetic)}.`]),
  ];
}

/** Entries of the sensitivity appendix. */
export const sensitivity = fromAudit(
  'sensitivity',
  (audit) => audit.sensitivity.map(({ id }) => id),
  (id, audit) => {
    const found = audit.sensitivity.find((entry) => same(entry.id, id));
    if (found === undefined) return null;
    const lines = [
      `${found.result}.`,
      'Part of the sensitivity appendix (METHOD 0.3); `overall` is the figure that it tests.',
    ];
    return { id: found.id, kind: 'sensitivity', title: found.title, lines, evidence: [] };
  },
);
