import type { AuditTool } from '../../../../model/audit/structure.ts';
import { brief, byText, listed, plural } from '../../../format/words.ts';
import type { Block, Part } from '../blocks.ts';
import { amount, column, figure, numbers, people, proof, table, words } from '../cells.ts';
import { type Context, missing, usageBasis } from '../context.ts';

const listings = { listed: 'listed', unlisted: 'in contracts only', shadow: 'shadow' } as const;

function lead({ audit }: Context): string {
  const { tools } = audit;
  if (tools.length === 0) return 'No tool is known yet: no list, contract, payment or sign-in was read.';
  const count = (listing: AuditTool['listing']) => tools.filter((tool) => tool.listing === listing).length;
  const parts = [`${count('listed')} in the tool list`];
  if (count('unlisted') > 0) parts.push(`${count('unlisted')} in contracts only`);
  if (count('shadow') > 0) parts.push(`${count('shadow')} in no list at all`);
  const unknown = tools.filter((tool) => tool.product === null).length;
  const open = unknown > 0 ? ` ${unknown} ${plural(unknown, 'is', 'are')} not in the catalogue.` : '';
  return `${tools.length} ${plural(tools.length, 'tool')} ${plural(tools.length, 'is', 'are')} in use or paid for: ${listed(parts)}.${open}`;
}

/** The first names of a list that may be long. */
function some(names: readonly string[]): string {
  const shown = names.slice(0, 4).map((name) => brief(name, 40));
  return names.length > 4 ? `${shown.join(', ')} and ${names.length - 4} more` : shown.join(', ');
}

function nameLines(tool: AuditTool): string {
  const lines = [tool.vendor === null ? 'vendor unknown' : brief(tool.vendor)];
  if (tool.formerNames.length > 0) lines.push(`formerly ${some(tool.formerNames)}`);
  if (tool.instances.length > 1) lines.push(`${tool.instances.length} instances: ${some(tool.instances)}`);
  if (tool.members.length > 0) lines.push(`includes ${some(tool.members)}`);
  return lines.join(' · ');
}

function row(context: Context, tool: AuditTool) {
  const { f } = context;
  const jobs = Object.entries(tool.capabilities)
    .filter(([, strength]) => strength >= 2)
    .sort(byText(([id]) => id))
    .map(([id]) => context.capability(id));
  return [
    words(tool.name, { sub: nameLines(tool) }),
    words(jobs.length > 0 ? jobs.join(', ') : null),
    words(listings[tool.listing], { sub: tool.sources.join(', ') }),
    words(tool.department, tool.department === null ? {} : { sub: tool.purpose }),
    people(context, tool.users),
    amount(context, tool.spend.annual),
    tool.asyncFit.score === null
      ? { ...words('not scored'), number: true, state: 'unknown' as const, sort: null }
      : {
          ...figure(tool.asyncFit.score, (v) => f.fixed(v, 2)),
          sub: `${tool.asyncFit.known} of ${tool.asyncFit.of} traits`,
        },
    proof(context.evidence(tool.evidence)),
  ];
}

function access({ audit, f }: Context): Block {
  const { sso, shadow } = audit.people;
  const two =
    shadow.estimatedTotal === null
      ? ''
      : ` Two sources together suggest ${f.number(shadow.estimatedTotal, 1)} tools, so about ${f.number(shadow.unseen, 1)} unseen.`;
  return {
    kind: 'text',
    heading: 'Sign-on and shadow tools',
    paragraphs: [
      `Single sign-on covers ${f.share(sso.byApp)} of the tools, ${f.share(sso.byUserApp)} of the people's accounts and ${f.share(sso.bySpend)} of the spend; one of these alone is easily flattered.`,
      `Share of tools seen outside the list: ${f.share(shadow.share)}.${two} ${shadow.note}`,
    ],
  };
}

/** Part 3: the inventory. */
export function inventory(context: Context): Part {
  const { audit } = context;
  const blocks: Block[] =
    audit.tools.length === 0
      ? [
          missing(
            context,
            'No tool list was read.',
            ['tools', 'inventory'],
            'the template inventory: one column with names is enough',
          ),
        ]
      : [
          table(
            'Tools',
            [
              column('Tool'),
              column('Jobs it can do'),
              column('Seen in'),
              column('Owner'),
              numbers('Active people'),
              numbers('Annual spend', audit.currency),
              numbers('Async fit', '0 to 1'),
              column('Rows'),
            ],
            audit.tools.map((tool) => row(context, tool)),
            { basis: `${usageBasis(context)} Async fit needs four known traits of eight; higher is better.` },
          ),
          access(context),
        ];
  return { number: 3, heading: 'Inventory', lead: lead(context), summary: false, blocks };
}
