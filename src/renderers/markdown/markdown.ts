import type { Renderer } from '../renderer.ts';
import { inline, type Part, partInput } from './lines.ts';
import { bridge, calendar, changes, decisions, tradeOff, transition } from './parts-ahead.ts';
import { integrations, inventory, overlap, scope, spendAndSeats, summary } from './parts-estate.ts';
import { method, openQuestions, profile } from './parts-work.ts';

/** The fifteen parts in the order of the report. */
const PARTS: readonly (readonly [title: string, part: Part])[] = [
  ['In short', summary],
  ['Scope, sources, reconciliation', scope],
  ['Inventory', inventory],
  ['Spend and seats', spendAndSeats],
  ['Overlap and fragmentation', overlap],
  ['Integrations and hand-offs', integrations],
  ['The async profile', profile],
  ['Decisions', decisions],
  ['The trade-off: savings against disruption', tradeOff],
  ['Savings from gross to net', bridge],
  ['Calendar by notice deadline', calendar],
  ['Transition', transition],
  ['What changed since last time', changes],
  ['Not assessed and open questions', openQuestions],
  ['Method', method],
];

/** The report for repositories and wikis. */
export const markdown = {
  meta: { id: 'markdown', title: 'Report for repositories and wikis', produces: ['report.md'] },
  async render(audit, assets) {
    const input = partInput(audit);
    const head = [
      `# Tools of ${inline(audit.organisation.name)}`,
      '',
      `${input.format.period(audit.period)}; deadlines judged on ${input.format.day(audit.asOf)}. ${inline(assets.brand.confidentiality)}.`,
      '',
    ];
    const body = PARTS.flatMap(([title, part], index) => [`## ${index + 1} ${title}`, '', ...part(input), '']);
    const text = [...head, ...body].join('\n').replace(/\n{3,}/g, '\n\n');
    return [{ name: 'report.md', bytes: new TextEncoder().encode(`${text.trimEnd()}\n`) }];
  },
} satisfies Renderer;
