import { tradeOff } from '../../../charts/trade-off.ts';
import { listed, plural, smallGroupWords } from '../../../format/words.ts';
import type { Block, Part } from '../blocks.ts';
import { amount, column, figure, numbers, table, words } from '../cells.ts';
import { type Context, missing } from '../context.ts';
import { pictured } from '../figure.ts';

/** Short names; the plan's own title stands under it in the table. */
const planNames = [
  ['no-regret', 'No regret'],
  ['recommended', 'Recommended'],
  ['furthest', 'Furthest'],
  ['knee', 'Knee of the curve'],
] as const;

function planName(id: string): string {
  return planNames.find(([known]) => known === id)?.[1] ?? id;
}

function solved({ audit, f }: Context): string {
  const { status, gap, groups: all } = audit.consolidation;
  const exact = all.filter((group) => group.status === 'optimal').length;
  if (gap === null) return 'Nothing was optimised.';
  if (gap === 0 && exact < all.length)
    return `${exact} of ${all.length} groups were solved exactly; the others could not be decided and stay as they are.`;
  if (status === 'optimal' && gap === 0)
    return 'Every group was solved exactly: no better choice exists under the stated rules.';
  return `Status: ${status}; at most ${f.number(gap * 100, 1)} % could still be gained.`;
}

function curve(context: Context): Block {
  const { audit, f } = context;
  const { frontier, plans, horizonYears } = audit.consolidation;
  const named = (id: string | null) => (id === null ? null : planName(id));
  const apart = plans.flatMap((plan) =>
    plan.total === null || frontier.some((p) => p.plan === plan.id)
      ? []
      : [{ moves: plan.moves, total: plan.total, plan: plan.id }],
  );
  const all = [...frontier, ...apart];
  const points = all.map((point) => ({
    x: point.moves,
    y: point.total.minor,
    plan: named(point.plan),
    words: `${f.number(point.moves)} user moves, ${f.whole(point.total)}`,
  }));
  const moves = all.map((point) => point.moves);
  const byCost = [...all].sort((a, b) => a.total.minor - b.total.minor);
  const years = f.number(horizonYears, 1);
  return pictured({
    id: 'trade-off',
    title: 'How far to go: cost against disruption',
    reading: `Each point is the cheapest choice for its number of user moves. Lower is cheaper, further left is calmer. ${solved(context)}`,
    basis: `Cost over ${years} years with licences, migration and integrations; exact points only, nothing in between. ${smallGroupWords(f.k)}`,
    draw: (frame, text) =>
      tradeOff(frame, text, points, {
        x: 'user moves (fewer is better)',
        y: `cost over ${years} years (lower is better)`,
        ends: [
          f.number(Math.min(...moves)),
          f.number(Math.max(...moves)),
          f.whole(byCost[0]?.total ?? null),
          f.whole(byCost.at(-1)?.total ?? null),
        ],
      }),
    table: table(
      'Exact points',
      [numbers('User moves'), numbers(`Cost over ${years} years`, audit.currency), column('Retires'), column('Plan')],
      frontier.map((point) => [
        figure(point.moves, (v) => f.number(v)),
        amount(context, point.total),
        words(point.retires.map(context.tool).join(', ') || 'nothing'),
        words(named(point.plan) ?? '–'),
      ]),
    ),
  });
}

function plans(context: Context): Block {
  const { audit, f } = context;
  return table(
    'Three plans',
    [
      column('Plan'),
      column('Retires'),
      numbers('User moves'),
      numbers(`Cost over ${f.number(audit.consolidation.horizonYears, 1)} years`, audit.currency),
      numbers('Cash saved a year', audit.currency),
    ],
    audit.consolidation.plans.map((plan) => [
      words(planName(plan.id), { sub: plan.title === planName(plan.id) ? null : plan.title }),
      words(plan.retires.map(context.tool).join(', ') || 'nothing'),
      figure(plan.moves, (v) => f.number(v)),
      amount(context, plan.total),
      amount(context, plan.cashRunRate),
    ]),
    { basis: smallGroupWords(f.k) },
  );
}

function groups(context: Context): Block[] {
  const { groups: list, conflicts } = context.audit.consolidation;
  const { f, audit } = context;
  const text: Block[] =
    conflicts.length > 0 ? [{ kind: 'text', heading: 'Rules that contradict each other', paragraphs: conflicts }] : [];
  if (list.length === 0) return text;
  const rows = list.map((group) => [
    words(group.tools.map(context.tool).join(', ')),
    words(group.capabilities.map(context.capability).join(', ')),
    group.status === 'optimal' ? words('exact') : words(group.status, { state: 'unknown' }),
    words(group.keep.map(context.tool).join(', ') || 'none', { sub: group.note }),
    figure(group.enumerated, (v) => f.number(v)),
    amount(context, group.baseline),
    amount(context, group.objective),
  ]);
  return [
    ...text,
    table(
      'Groups of tools chosen together',
      [
        column('Tools'),
        column('Shared jobs'),
        column('Result'),
        column('Keeps'),
        numbers('Combinations tried'),
        numbers('Cost today', audit.currency),
        numbers('Cost after', audit.currency),
      ],
      rows,
      {
        basis: `Cost over ${f.number(audit.consolidation.horizonYears, 1)} years. ${smallGroupWords(f.k)}`,
      },
    ),
  ];
}

function lead({ audit, f }: Context): string {
  const { plans: list, status } = audit.consolidation;
  const plan = list.find((p) => p.id === 'recommended');
  if (plan === undefined || plan.total === null)
    return `No plan can be compared: ${status === 'infeasible' ? 'the rules contradict each other' : 'no group of overlapping tools could be decided'}.`;
  const others = list
    .filter((p) => p.id !== 'recommended' && p.total !== null)
    .map((p) => `“${planName(p.id)}” ${f.whole(p.total)} with ${f.number(p.moves)}`);
  const beside = others.length > 0 ? `; beside it stand ${listed(others)}` : '';
  return `The recommended plan moves ${f.number(plan.moves)} ${plural(plan.moves, 'user')} and costs ${f.whole(plan.total)} over ${f.number(audit.consolidation.horizonYears, 1)} years${beside}.`;
}

/** Part 9: savings against disruption. */
export function tradeOffPart(context: Context): Part {
  const { consolidation } = context.audit;
  const blocks: Block[] = [];
  if (consolidation.plans.length > 0) blocks.push(plans(context));
  if (consolidation.frontier.length > 0) blocks.push(curve(context));
  if (blocks.length === 0)
    blocks.push(
      missing(context, 'No plan was computed.', ['contracts', 'accounts'], 'the templates contracts and usage'),
    );
  return {
    number: 9,
    heading: 'Savings against disruption',
    lead: lead(context),
    summary: false,
    blocks: [...blocks, ...groups(context)],
  };
}
