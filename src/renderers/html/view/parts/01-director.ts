import { listed, plural } from '../../../format/words.ts';
import type { Block, NumbersBlock, Part } from '../blocks.ts';
import { amount, column, day, none, numbers, table, words } from '../cells.ts';
import { type Context, missing, total, usageBasis } from '../context.ts';
import { askedDecisions, decisionAnchor, decisionTitle } from '../decision-words.ts';

function netIsKnown({ audit }: Context): boolean {
  return audit.savings.bridge.lines.length > 0;
}

function lead(context: Context): string {
  const { audit, f } = context;
  if (audit.tools.length === 0) return `Nothing is known yet about the tools of ${audit.organisation.name}.`;
  const spend = audit.tools.map((tool) => tool.spend.annual);
  const sum = total(context, spend);
  const known = spend.filter((money) => money !== null).length;
  const count = audit.tools.length;
  const cost =
    sum === null
      ? `${audit.organisation.name} has ${count} ${plural(count, 'tool')}; what they cost is unknown`
      : `${audit.organisation.name} pays ${f.whole(sum)} a year for ${known} of its ${count} ${plural(count, 'tool')}`;
  if (!netIsKnown(context)) return `${cost}. No saving is computed yet.`;
  const { p10, p50, p90 } = audit.savings.bridge.net;
  return `${cost}. ${f.whole(p50)} net can be saved in the first twelve months, between ${f.whole(p10)} and ${f.whole(p90)}.`;
}

function headline(context: Context): NumbersBlock {
  const { audit, f } = context;
  const { tools, savings, sources, gaps } = audit;
  const spend = total(
    context,
    tools.map((tool) => tool.spend.annual),
  );
  const priced = tools.filter((tool) => tool.spend.annual !== null).length;
  const used = tools.filter((tool) => tool.users !== null).length;
  const shadow = tools.filter((tool) => tool.listing === 'shadow').length;
  const scored = audit.principles.filter((p) => p.score !== null).length;
  const { p10, p50, p90 } = savings.bridge.net;
  const net = netIsKnown(context);
  return {
    kind: 'numbers',
    items: [
      {
        value: tools.length === 0 ? 'unknown' : f.number(tools.length),
        label: plural(tools.length, 'tool'),
        basis: tools.length === 0 ? 'No tool list was read' : `${shadow} of them in no list; use is known for ${used}`,
        state: tools.length === 0 ? 'unknown' : 'known',
      },
      {
        value: f.whole(spend),
        label: 'a year',
        basis: `Known for ${priced} of ${tools.length} tools; contract first, else payments`,
        state: spend === null ? 'unknown' : 'known',
      },
      {
        value: net ? f.whole(p50) : 'unknown',
        label: 'net saving, first twelve months',
        basis: net
          ? `Simulated middle; ${f.share(0.8)} range ${f.whole(p10)} to ${f.whole(p90)}, likely total of the lines ${f.whole(savings.bridge.netLikely)}; cash only`
          : 'No decision with a price yet',
        state: net ? 'known' : 'unknown',
      },
      {
        value: `${scored} of ${audit.principles.length}`,
        label: 'async principles scored',
        basis: `${sources.length} ${plural(sources.length, 'source')}, ${gaps.length} ${plural(gaps.length, 'gap')}${scored < audit.principles.length ? '; the rest is insufficient evidence' : ''}`,
        state: 'known',
      },
    ],
  };
}

function decisions(context: Context): Block {
  const { audit, f } = context;
  const rows = audit.agenda
    .flatMap((id) => askedDecisions(context).filter((d) => d.id === id))
    .map((d) => [
      d.decideBy === null ? none() : { ...day(context, d.decideBy), sub: f.distance(audit.asOf, d.decideBy) },
      words(decisionTitle(context, d), { href: `#${decisionAnchor(context, d)}` }),
      words(d.daci.approver ?? 'to be named'),
      amount(context, d.savingGross),
    ]);
  if (rows.length === 0)
    return missing(
      context,
      'No decision is asked yet.',
      ['tools', 'contracts'],
      'the template inventory, then contracts and usage',
    );
  return table(
    `${rows.length} ${plural(rows.length, 'decision')} to take, by deadline`,
    [column('Decide by'), column('Decision'), column('Who decides'), numbers('Gross saving a year', audit.currency)],
    rows,
    {
      basis: `Tools that go first, then the largest gross savings; ordered by date. Deadlines judged on ${f.day(audit.asOf)}.`,
    },
  );
}

function findings(context: Context): Block[] {
  const { audit } = context;
  const top = audit.findings.filter((finding) => finding.severity === 'act').slice(0, 3);
  if (top.length === 0) return [];
  return [
    {
      kind: 'list',
      heading: 'What stands out',
      items: top.map((finding) => ({
        title: finding.title,
        tag: null,
        lines: finding.because,
        evidence: context.evidence(finding.evidence),
      })),
    },
  ];
}

function quality(context: Context): Block {
  const { audit, f } = context;
  const { rows } = audit.reconciliation;
  const said = audit.principles.filter((p) => p.score !== null && p.selfDeclaredShare === 1).length;
  const labels = audit.principles.filter((p) => p.confidenceLabel !== null).map((p) => `${p.id} ${p.confidenceLabel}`);
  return {
    kind: 'text',
    heading: 'How good the evidence is',
    paragraphs: [
      `${f.number(audit.sources.length)} sources with ${f.number(rows.total)} rows; ${f.number(rows.buckets.used)} rows were used and ${f.number(rows.buckets.rejected)} could not be read.`,
      usageBasis(context),
      labels.length > 0
        ? `Confidence of the scored principles: ${listed(labels)}.${said > 0 ? ` Resting on what people say alone (self-declared): ${said}.` : ''}`
        : 'No principle has enough evidence for a score.',
    ],
  };
}

/** Part 1: the page for the director. */
export function director(context: Context): Part {
  return {
    number: 1,
    heading: 'The page for the director',
    lead: lead(context),
    summary: true,
    blocks: [headline(context), decisions(context), ...findings(context), quality(context)],
  };
}
