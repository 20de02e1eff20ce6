import type { PeopleCount } from '../../../../model/audit/figures.ts';
import type { AuditTool, Seats } from '../../../../model/audit/structure.ts';
import { type SeatBar, type SeatPart, seatBars } from '../../../charts/seat-bars.ts';
import { unknownWords } from '../../../format/seat-words.ts';
import { byText, plural } from '../../../format/words.ts';
import type { Block, Part, TableBlock } from '../blocks.ts';
import { amount, column, figure, none, numbers, people, proof, table, words } from '../cells.ts';
import { type Context, missing, total } from '../context.ts';
import { pictured } from '../figure.ts';
import { seatTables } from '../seat-tables.ts';

const DRAWN = 30;

function counted(value: PeopleCount): number {
  return typeof value === 'number' ? value : 0;
}

/** Parts that are known, and whatever of the purchased seats they leave as unknown or withheld. */
function partsOf(seats: Seats, f: Context['f']): SeatBar['parts'] {
  const known: readonly (readonly [SeatPart, number])[] = [
    ['active', counted(seats.active)],
    ['grace', counted(seats.grace)],
    ['inactive', counted(seats.inactive)],
    ['leavers', counted(seats.leavers)],
  ];
  const sum = known.reduce((value, [, count]) => value + count, 0);
  const spare = seats.spare ?? 0;
  const rest = Math.max(counted(seats.unknown), (seats.purchased ?? 0) - sum - spare);
  return [...known, ['unknown', rest] as const, ['spare', spare] as const]
    .filter(([, count]) => count > 0)
    .map(([part, count]) => ({ part, seats: count, words: `${part}: ${f.number(count)}` }));
}

function neverWords({ f }: Context, { neverUsed = null }: Seats): string | null {
  return typeof neverUsed === 'number' && neverUsed > 0 ? `${f.number(neverUsed)} never used` : null;
}

function seatTable(context: Context, tools: readonly AuditTool[]): TableBlock {
  const { f } = context;
  const plain = (value: number | null) => figure(value, (v) => f.number(v));
  return table(
    'Seats by tool',
    [
      column('Tool'),
      numbers('Purchased'),
      numbers('Assigned'),
      numbers('Spare'),
      numbers('Active'),
      numbers('In grace'),
      numbers('Inactive'),
      numbers('Leavers'),
      numbers('Unknown'),
      numbers('Recommended'),
      column('Rows'),
    ],
    tools.map(({ id, seats, evidence }) => [
      words(context.tool(id)),
      plain(seats.purchased),
      plain(seats.assigned),
      plain(seats.spare),
      people(context, seats.active),
      people(context, seats.grace),
      { ...people(context, seats.inactive), sub: neverWords(context, seats) },
      people(context, seats.leavers),
      { ...people(context, seats.unknown), sub: unknownWords(seats) || null },
      people(context, seats.recommended),
      proof(context.evidence(evidence)),
    ]),
    {
      basis:
        'Purchased = assigned + spare. Inactive = a list of the tool itself tells that they were not used; where only sign-ins fell silent they are unknown. Recommended = active and new people plus the reserve, not below the contract minimum, and never more than is bought unless more people are active.',
    },
  );
}

function seats(context: Context, tools: readonly AuditTool[]): Block {
  const { audit, f } = context;
  const drawn = [...tools]
    .sort((a, b) => (b.seats.purchased ?? 0) - (a.seats.purchased ?? 0) || byText((t: AuditTool) => t.id)(a, b))
    .slice(0, DRAWN);
  const bars = drawn.map(
    (tool): SeatBar => ({
      name: context.tool(tool.id),
      value: `${f.count(tool.seats.active)} of ${f.number(tool.seats.purchased)}`,
      parts: partsOf(tool.seats, f),
    }),
  );
  const most = tools.length > DRAWN ? ` The ${DRAWN} largest of ${tools.length} are drawn; the table has all.` : '';
  return pictured({
    id: 'seats',
    title: 'Where the seats go',
    reading: `One bar per tool, as long as its purchased seats. The figure at the end is active of purchased.${most}`,
    basis: `Active = used within ${audit.policy.seat_threshold_days} days before ${f.day(audit.period.end)}; new people have ${audit.policy.grace_days} days of grace.`,
    draw: (frame, words) => seatBars(frame, words, bars),
    table: seatTable(context, tools),
  });
}

function spend(context: Context): Block {
  const { audit } = context;
  const sorted = [...audit.tools].sort(
    (a, b) => (b.spend.annual?.minor ?? -1) - (a.spend.annual?.minor ?? -1) || byText((t: AuditTool) => t.id)(a, b),
  );
  const sum = total(
    context,
    audit.tools.map((tool) => tool.spend.annual),
  );
  const sumRow = [
    words('Known sum'),
    { ...none(), number: true },
    { ...none(), number: true },
    amount(context, sum),
    none(),
    none(),
  ];
  return table(
    'Spend by tool',
    [
      column('Tool'),
      numbers('Booked in the period', audit.currency),
      numbers('Last 12 months', audit.currency),
      numbers('Annual cost', audit.currency),
      column('Rule'),
      column('Rests on'),
    ],
    sorted.map(({ id, spend: s }) => [
      words(context.tool(id)),
      amount(context, s.period),
      amount(context, s.trailing12Months),
      amount(context, s.annual),
      s.rule === 'unknown' ? words(null) : words(s.rule.replaceAll('-', ' ')),
      words(s.basis, { sub: s.disagreement }),
    ]),
    {
      basis:
        'One annual cost per tool: contract, else payments of the last 12 months, else payments scaled to a year. A contract and the payments for it are never added.',
      total: sumRow,
    },
  );
}

function lead(context: Context): string {
  const { audit, f } = context;
  const sum = total(
    context,
    audit.tools.map((tool) => tool.spend.annual),
  );
  const priced = audit.tools.filter((tool) => tool.spend.annual !== null).length;
  const seen = audit.tools.filter((tool) => tool.seats.purchased !== null && typeof tool.seats.active === 'number');
  const bought = seen.reduce((value, tool) => value + (tool.seats.purchased ?? 0), 0);
  const active = seen.reduce((value, tool) => value + counted(tool.seats.active), 0);
  const cost =
    sum === null
      ? 'What the tools cost is unknown'
      : `${f.whole(sum)} a year is known for ${priced} of ${audit.tools.length} ${plural(audit.tools.length, 'tool')}`;
  if (bought === 0) return `${cost}; no seat can be counted.`;
  return `${cost}; ${f.number(active)} of ${f.number(bought)} seats were used, counted on the ${seen.length} ${plural(seen.length, 'tool')} where both are known.`;
}

/** Part 4: spend and seats. */
export function spendAndSeats(context: Context): Part {
  const { audit } = context;
  const seated = audit.tools.filter((tool) => tool.seats.purchased !== null || tool.seats.active !== null);
  const blocks: Block[] = [
    seated.length === 0
      ? missing(context, 'No seat is known.', ['accounts', 'contracts', 'usage'], 'the templates contracts and usage')
      : seats(context, seated),
    ...seatTables(context, seated),
    audit.tools.length === 0
      ? missing(context, 'No spend is known.', ['spend'], 'the template spend, or contracts')
      : spend(context),
  ];
  return { number: 4, heading: 'Spend and seats', lead: lead(context), summary: false, blocks };
}
