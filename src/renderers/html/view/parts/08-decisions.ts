import type { ToolDecision } from '../../../../model/audit/consolidation.ts';
import { plural } from '../../../format/words.ts';
import type { Block, CardsBlock, Fact, Part } from '../blocks.ts';
import { amount, column, fact, figure, none, numbers, proof, table, words } from '../cells.ts';
import { type Context, missing } from '../context.ts';
import { askedDecisions, decisionAnchor, decisionTitle } from '../decision-words.ts';

function stability({ f }: Context, frequency: number): string {
  const word =
    frequency >= 0.9 || frequency <= 0.1
      ? 'stable'
      : frequency >= 0.6 || frequency <= 0.4
        ? 'contestable'
        : 'a toss-up';
  return `kept in ${f.share(frequency)} of the simulations (${word})`;
}

/** Facts of a card; what was not computed says so rather than being left out. */
function facts(context: Context, d: ToolDecision): Fact[] {
  const { f, audit } = context;
  const by = d.decideBy === null ? null : `${f.day(d.decideBy)}, ${f.distance(audit.asOf, d.decideBy)}`;
  const serves = [d.principle, d.step === null ? null : `step ${d.step}`].filter((text) => text !== null).join(', ');
  const asked = d.verdict !== 'not enough evidence';
  return [
    fact('Decide by', by ?? 'no contract dates it'),
    fact('Who decides', d.daci.approver ?? 'to be named'),
    ...(asked
      ? [
          fact('Gross saving a year', d.savingGross && f.whole(d.savingGross)),
          fact('One-off cost', d.oneOff && f.whole(d.oneOff)),
        ]
      : []),
    {
      ...fact('People who move', d.peopleMoved === null ? null : f.count(d.peopleMoved)),
      ...(d.peopleMoved === 'suppressed' ? { state: 'withheld' as const } : {}),
    },
    ...(d.runnerUp === null ? [] : [fact('Runner-up', d.runnerUp)]),
    ...(d.flipsIf === null ? [] : [fact('Flips if', d.flipsIf)]),
    ...(d.costOfReversal === null
      ? []
      : [
          fact(
            `Deciding otherwise costs, over ${f.number(audit.consolidation.horizonYears, 1)} years`,
            f.whole(d.costOfReversal),
          ),
        ]),
    ...(d.keepFrequency === null ? [] : [fact('Robustness', stability(context, d.keepFrequency))]),
    ...(asked ? [fact('To undo', d.undo)] : []),
    ...(serves === '' ? [] : [fact('Serves', serves)]),
  ];
}

function record({ f }: Context, d: ToolDecision): Fact[] {
  const { daci } = d;
  const many = (list: readonly string[]): string => (list.length > 0 ? list.join('; ') : 'to be named');
  return [
    fact('Decision', daci.decision),
    fact('Due', daci.due === null ? 'not dated' : f.day(daci.due)),
    fact('Reversible', daci.reversibility === 'two-way' ? 'yes' : 'hard to undo: one-way'),
    fact('Driver', daci.driver ?? 'to be named'),
    fact('Approver', daci.approver ?? 'to be named'),
    fact('Contributors', many(daci.contributors)),
    fact('Informed', many(daci.informed)),
    ...daci.options.map(({ option, evidence }) => fact('Option', `${option}: ${evidence}`)),
    fact('Review', daci.reviewDate === null ? 'not dated' : f.day(daci.reviewDate)),
  ];
}

function cards(context: Context, decisions: readonly ToolDecision[]): CardsBlock {
  return {
    kind: 'cards',
    cards: decisions.map((d) => ({
      id: decisionAnchor(context, d),
      verdict: d.verdict,
      title: decisionTitle(context, d),
      why: d.why,
      lost: d.lost,
      facts: facts(context, d),
      open: d.unknown,
      record: d.verdict === 'not enough evidence' ? [] : record(context, d),
    })),
  };
}

function kept(context: Context, decisions: readonly ToolDecision[]): Block[] {
  if (decisions.length === 0) return [];
  const { f } = context;
  const rows = decisions.map((d) => [
    words(context.tool(d.tool)),
    words(d.why.join(' ') || 'No reason to change was found.'),
    words(d.flipsIf ?? 'not computed'),
    d.keepFrequency === null
      ? words('not computed', { number: true, state: 'unknown', sort: null })
      : figure(d.keepFrequency, (v) => f.share(v)),
  ]);
  return [
    table(
      `Kept: ${decisions.length} ${plural(decisions.length, 'tool')}`,
      [column('Tool'), column('Why'), column('Flips if'), numbers('Kept in', '% of simulations')],
      rows,
    ),
  ];
}

/** `4 Tool clean-up`: the step of the transition that a finding belongs to. */
function stepWords({ audit }: Context, step: number): string {
  const title = audit.transition.steps.find((gate) => gate.step === step)?.title;
  return title === undefined ? String(step) : `${step} ${title}`;
}

/** Every finding of every rule; the director's page shows only the first. */
function findings(context: Context): Block[] {
  const { findings: all } = context.audit;
  if (all.length === 0) return [];
  const rows = all.map((finding) => [
    words(finding.title, { sub: finding.because.join(' ') || null }),
    words(finding.severity),
    words(finding.rule.replaceAll('-', ' ')),
    words(stepWords(context, finding.step), { sort: finding.step }),
    finding.saving === null ? { ...none(), number: true } : amount(context, finding.saving),
    proof(context.evidence(finding.evidence)),
  ]);
  const columns = [
    column('Finding'),
    column('Weight'),
    column('Rule'),
    column('Step'),
    numbers('Gross saving a year', context.audit.currency),
    column('Rows'),
  ];
  const block = table('All findings', columns, rows, {
    basis: 'Gross, before the bridge of part 10; a dash means that no money is in it or the price is unknown.',
  });
  return [{ kind: 'fold', summary: `All ${all.length} ${plural(all.length, 'finding')}`, blocks: [block] }];
}

function lead({ audit }: Context, asked: number, open: number, keep: number): string {
  if (audit.consolidation.decisions.length === 0)
    return 'Nothing is recommended yet: no tool has enough evidence for a decision.';
  return `${asked} ${plural(asked, 'decision')} ${plural(asked, 'asks', 'ask')} for an answer, ${open} ${plural(open, 'tool has', 'tools have')} too little evidence, ${keep} ${plural(keep, 'stays', 'stay')} as ${plural(keep, 'it is', 'they are')}.`;
}

/** Part 8: decisions, one sheet each. */
export function decisionsPart(context: Context): Part {
  const all = context.audit.consolidation.decisions;
  const asked = askedDecisions(context);
  const open = all.filter((d) => d.verdict === 'not enough evidence');
  const keep = all.filter((d) => d.verdict === 'keep');
  const blocks: Block[] =
    all.length === 0
      ? [
          missing(
            context,
            'No decision was computed.',
            ['tools', 'contracts', 'accounts'],
            'the templates inventory, contracts and usage',
          ),
        ]
      : [];
  if (asked.length > 0) blocks.push(cards(context, asked));
  if (open.length > 0)
    blocks.push(
      {
        kind: 'text',
        heading: 'Not enough evidence',
        paragraphs: ['These are neither kept nor given up: one fact settles each.'],
      },
      cards(context, open),
    );
  return {
    number: 8,
    heading: 'Decisions',
    lead: lead(context, asked.length, open.length, keep.length),
    summary: true,
    blocks: [...blocks, ...kept(context, keep), ...findings(context)],
  };
}
