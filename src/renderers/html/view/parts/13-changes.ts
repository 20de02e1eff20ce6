import type { FigureChange } from '../../../../model/audit/changes.ts';
import { listed, plural } from '../../../format/words.ts';
import type { Block, Part } from '../blocks.ts';
import { column, figure, numbers, table, words } from '../cells.ts';
import type { Context } from '../context.ts';

const causes = { world: 'the same sources and rules', sources: 'other sources', rules: 'other rules' } as const;
const directions = { up: 'yes, up', down: 'yes, down', unclear: 'no' } as const;

/** "-6.2 (-7.0 to -5.4)"; where the article tells of its one case, what that case reports. */
function intervalText({ before, now, interval, unit, caseStudy }: FigureChange, f: Context['f']): string {
  if (before === null || now === null) return 'unknown';
  const decimals = unit === 'ratio' ? 2 : 1;
  const change = f.number(now - before, decimals);
  const range = interval === null ? '' : ` (${f.number(interval[0], decimals)} to ${f.number(interval[1], decimals)})`;
  const own =
    caseStudy === null || before === 0
      ? ''
      : `; ${f.share((now - before) / before)}, the article’s one case ${f.share(caseStudy)}`;
  return `${change}${range}${own}`;
}

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
    lead: `Of ${count} headline ${plural(count, 'figure')}, ${moved('world')} rest on the same sources and rules as then, ${moved('sources')} on other sources, ${moved('rules')} on other rules. A movement does not tell its cause: other things changed in the same months.`,
    blocks: [
      table(
        'Headline figures then and now',
        [
          column('Figure'),
          column('Unit'),
          numbers('Then'),
          numbers('Now'),
          numbers('Change, 95 % interval'),
          column('Told apart from chance'),
          column('Compared on'),
        ],
        changes.figures.map((change) => [
          words(change.title, { sub: change.id }),
          words(change.unit),
          figure(change.before, (v) => f.number(v, decimals(change))),
          figure(change.now, (v) => f.number(v, decimals(change))),
          words(intervalText(change, f)),
          words(change.moved === null ? 'no interval' : directions[change.moved]),
          words(causes[change.cause]),
        ]),
        { basis: `Then: ${f.period(changes.since)}. Now: ${f.period(audit.period)}.` },
      ),
      ...(text.length > 0 ? [{ kind: 'text', heading: 'What came and went', paragraphs: text } as const] : []),
    ],
  };
}
