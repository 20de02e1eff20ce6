import type { FigureChange } from '../../../../model/audit/changes.ts';
import { listed, plural } from '../../../format/words.ts';
import type { Block, Part } from '../blocks.ts';
import { column, figure, numbers, table, words } from '../cells.ts';
import type { Context } from '../context.ts';

const causes = { world: 'the organisation', sources: 'the sources', rules: 'our rules' } as const;

function sides(label: string, added: readonly string[], gone: readonly string[]): string[] {
  const lines = [];
  if (added.length > 0) lines.push(`${label} new: ${listed(added)}.`);
  if (gone.length > 0) lines.push(`${label} gone: ${listed(gone)}.`);
  return lines;
}

/** Part 13: what changed since the last audit. */
export function changesPart(context: Context): Part {
  const { audit, f } = context;
  const { changes } = audit;
  const head = { number: 13, heading: 'What changed since last time', summary: false } as const;
  if (changes === null) {
    const why = 'No earlier audit of this workspace is known.';
    const block: Block = {
      kind: 'missing',
      what: why,
      items: [{ why, wouldSupply: 'the same audit in the next period, in the same workspace' }],
    };
    return { ...head, lead: 'This is the first audit, so nothing can be compared.', blocks: [block] };
  }
  const moved = (cause: FigureChange['cause']) => changes.figures.filter((change) => change.cause === cause).length;
  const count = changes.figures.length;
  const text = [
    ...sides('Tools', changes.toolsAdded.map(context.tool), changes.toolsGone.map(context.tool)),
    ...sides('Sources', changes.sourcesAdded, changes.sourcesGone),
    ...changes.rulesChanged.map((rule) => `Rule: ${rule}`),
  ];
  const decimals = (change: FigureChange): number => (change.unit === 'ratio' ? 2 : 1);
  return {
    ...head,
    lead: `Of ${count} headline ${plural(count, 'figure')}, ${moved('world')} moved because the organisation changed, ${moved('sources')} because we see more or less, ${moved('rules')} because a rule changed.`,
    blocks: [
      table(
        'Headline figures then and now',
        [column('Figure'), column('Unit'), numbers('Then'), numbers('Now'), column('Moved by')],
        changes.figures.map((change) => [
          words(change.title, { sub: change.id }),
          words(change.unit),
          figure(change.before, (v) => f.number(v, decimals(change))),
          figure(change.now, (v) => f.number(v, decimals(change))),
          words(causes[change.cause]),
        ]),
        { basis: `Then: ${f.period(changes.since)}. Now: ${f.period(audit.period)}.` },
      ),
      ...(text.length > 0 ? [{ kind: 'text', heading: 'What came and went', paragraphs: text } as const] : []),
    ],
  };
}
