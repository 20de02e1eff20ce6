import { plural, unstopped } from '../../../format/words.ts';
import type { Block, Part } from '../blocks.ts';
import { column, figure, none, numbers, table, words } from '../cells.ts';
import type { Context } from '../context.ts';

const status = { review: 'needs a choice', 'vendor-only': 'vendor known, product not', unknown: 'unknown' } as const;

function gaps({ audit }: Context): Block[] {
  if (audit.gaps.length === 0) return [];
  return [
    table(
      'Gaps in the sources',
      [column('Missing'), column('Why'), column('What would supply it')],
      audit.gaps.map((gap) => [words(gap.title), words(gap.why), words(gap.wouldSupply)]),
    ),
  ];
}

function notAssessed({ audit }: Context): Block[] {
  if (audit.notAssessed.length === 0) return [];
  return [
    table(
      'Not assessed',
      [column('What'), column('Why'), column('What would supply it')],
      audit.notAssessed.map((item) => [words(item.title, { sub: item.id }), words(item.why), words(item.wouldSupply)]),
    ),
  ];
}

function openNames({ audit, f }: Context): Block[] {
  if (audit.openNames.length === 0) return [];
  const shown = audit.openNames.slice(0, 300);
  const rows = shown.map((name) => [
    words(name.raw, { sub: name.kind }),
    words(status[name.status], name.status === 'unknown' ? { state: 'unknown' } : {}),
    words(name.reason),
    words(name.candidates.map((c) => `${c.name} (${f.share(c.confidence)})`).join(', ') || name.vendor || 'none'),
    figure(name.rows, (v) => f.number(v)),
    name.money.length === 0
      ? { ...none(), number: true }
      : words(name.money.map((m) => f.money(m)).join(' + '), { number: true, sort: name.money[0]?.minor ?? null }),
  ]);
  const more =
    audit.openNames.length > shown.length ? { basis: `The first ${shown.length}; all of them are in audit.json.` } : {};
  return [
    table(
      `${audit.openNames.length} open ${plural(audit.openNames.length, 'name')}`,
      [
        column('Name as written'),
        column('State'),
        column('Why'),
        column('Candidates'),
        numbers('Rows'),
        numbers('Money'),
      ],
      rows,
      more,
    ),
  ];
}

function unknownUse(context: Context): Block[] {
  const tools = context.audit.tools.filter((tool) => tool.users === null);
  if (tools.length === 0) return [];
  const all = context.audit.tools.length;
  return [
    {
      kind: 'text',
      heading: 'Tools without known use',
      paragraphs: [
        `${all - tools.length} of ${all} tools have known use; unknown for ${tools.length}: ${tools.map((tool) => context.tool(tool.id)).join(', ')}.`,
      ],
    },
  ];
}

/** Part 14: not assessed and open questions. */
export function openPart(context: Context): Part {
  const { gaps: holes, openNames: names, notAssessed: rest, advice, people } = context.audit;
  const first = advice[0];
  const next: Block[] =
    advice.length === 0
      ? []
      : [
          {
            kind: 'list',
            heading: 'What would help most, in this order',
            items: advice.map((a) => ({ title: a.what, tag: null, lines: [a.why], evidence: [] })),
          },
        ];
  const withheld: Block = {
    kind: 'text',
    heading: 'Withheld',
    paragraphs: [
      `${context.f.number(people.privacy.suppressed)} ${plural(people.privacy.suppressed, 'count')} ${plural(people.privacy.suppressed, 'is', 'are')} withheld, so that nobody in a small group can be recognised, neither directly nor by subtraction.`,
    ],
  };
  const places: Block[] =
    people.privacy.withheld.length === 0
      ? []
      : [
          {
            kind: 'fold',
            summary: `Where figures are withheld: ${context.f.number(people.privacy.withheld.length)} places`,
            blocks: [
              { kind: 'text', heading: 'Places in audit.json', paragraphs: [people.privacy.withheld.join(', ')] },
            ],
          },
        ];
  const most = first === undefined ? '' : ` The most useful next step: ${unstopped(first.what)}.`;
  return {
    number: 14,
    heading: 'Not assessed and open questions',
    lead: `${holes.length} ${plural(holes.length, 'gap')} in the sources, ${names.length} open ${plural(names.length, 'name')}, ${rest.length} ${plural(rest.length, 'thing')} not assessed.${most}`,
    summary: false,
    blocks: [
      ...next,
      ...gaps(context),
      ...unknownUse(context),
      ...notAssessed(context),
      ...openNames(context),
      withheld,
      ...places,
    ],
  };
}
