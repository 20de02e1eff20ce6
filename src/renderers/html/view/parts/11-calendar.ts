import type { ToolContract } from '../../../../model/audit/structure.ts';
import { noticeTimeline } from '../../../charts/notice-timeline.ts';
import { byText, plural } from '../../../format/words.ts';
import type { Block, Cell, Part } from '../blocks.ts';
import { amount, column, day, figure, none, numbers, table, words } from '../cells.ts';
import { type Context, missing } from '../context.ts';
import { pictured } from '../figure.ts';

const ROWS = 30;

/** One contract; a tool may have several. */
interface Contracted {
  readonly id: string;
  readonly contract: ToolContract;
}

function contracted({ audit }: Context): Contracted[] {
  return audit.tools
    .flatMap(({ id, contract, furtherContracts }): Contracted[] =>
      contract === null ? [] : [contract, ...(furtherContracts ?? [])].map((each) => ({ id, contract: each })),
    )
    .sort(byText(({ id, contract }) => `${contract.noticeDeadline} ${id}`));
}

/** A contract that is over and does not renew has no notice to give. */
function isOver({ contract }: Contracted, asOf: string): boolean {
  return contract.autoRenew === false && contract.end < asOf;
}

/** A term that is taken as renewed is no known one, whatever its notice period. */
function stateCell(each: Contracted, context: Context): Cell {
  const { noticeState, renewedFrom } = each.contract;
  if (isOver(each, context.audit.asOf)) return words('over, does not renew');
  if (renewedFrom !== undefined) {
    const sub = `term assumed renewed after ${context.f.day(renewedFrom)}`;
    return words(noticeState, { state: 'unknown', sub });
  }
  return words(noticeState, noticeState === 'assumed' ? { state: 'unknown' } : {});
}

function lead(context: Context): string {
  const { f, audit } = context;
  const tools = contracted(context);
  if (tools.length === 0) return 'No deadline is known: no contract with an end date was read.';
  const running = tools.filter((tool) => !isOver(tool, audit.asOf));
  const missed = running.filter((tool) => tool.contract.noticeState === 'missed').length;
  const next = running.find(
    (tool) => tool.contract.noticeState !== 'missed' && tool.contract.noticeDeadline >= audit.asOf,
  );
  const late =
    missed > 0 ? `; ${missed} ${plural(missed, 'deadline was', 'deadlines were')} missed` : '; none was missed';
  if (next === undefined) return `No notice deadline lies ahead${late}.`;
  const days = next.contract.noticeState === 'assumed' ? ', with 90 days assumed' : '';
  const sure = next.contract.renewedFrom === undefined ? days : `${days}, in a term that is assumed`;
  return `The next notice is due on ${f.day(next.contract.noticeDeadline)}, ${f.distance(audit.asOf, next.contract.noticeDeadline)}: ${context.tool(next.id)}${sure}${late}.`;
}

function timeline(context: Context, tools: readonly Contracted[]): Block {
  const { f, audit } = context;
  const rows = tools.slice(0, ROWS).map(({ id, contract }) => ({
    name: context.tool(id),
    value: f.shortDay(contract.noticeDeadline),
    deadline: contract.noticeDeadline,
    end: contract.end,
    state: contract.noticeState,
  }));
  const asOf = { day: audit.asOf, words: `as of ${f.shortDay(audit.asOf)}` };
  const more = tools.length > ROWS ? ` The first ${ROWS} of ${tools.length} are drawn.` : '';
  return pictured({
    id: 'notices',
    title: 'When to act',
    reading: `One row per contract: the mark is the last day to give notice, the line runs to the end of the contract.${more}`,
    basis: `Notice deadline = contract end − notice period; an unknown period is taken as 90 days and marked. Judged on ${f.day(audit.asOf)}.`,
    draw: (frame, text) => noticeTimeline(frame, text, rows, { month: f.month, asOf }),
    table: table(
      'Contracts by notice deadline',
      [
        column('Tool'),
        column('Notice by'),
        column('State'),
        column('Contract ends'),
        numbers('Notice', 'days'),
        column('Renews by itself'),
        numbers('Annual', audit.currency),
      ],
      tools.map(({ id, contract }) => [
        words(context.tool(id), { sub: contract.plan }),
        { ...day(context, contract.noticeDeadline), sub: f.distance(audit.asOf, contract.noticeDeadline) },
        stateCell({ id, contract }, context),
        day(context, contract.end),
        figure(contract.noticeDays, (v) => f.number(v)),
        words(contract.autoRenew === null ? null : contract.autoRenew ? 'yes' : 'no'),
        amount(context, contract.annual),
      ]),
    ),
  });
}

function entries(context: Context): Block[] {
  const { calendar } = context.audit.transition;
  if (calendar.length === 0) return [];
  const sorted = [...calendar].sort(byText((entry) => `${entry.date} ${entry.id}`));
  return [
    table(
      'All dates of the plan',
      [column('Date'), column('What'), column('Tool'), column('Kind'), column('State')],
      sorted.map((entry) => [
        day(context, entry.date),
        words(entry.title),
        entry.tool === null ? none() : words(context.tool(entry.tool)),
        words(entry.kind),
        words(entry.state, entry.state === 'assumed' ? { state: 'unknown' } : {}),
      ]),
    ),
  ];
}

/** Part 11: the calendar by notice deadline. */
export function calendarPart(context: Context): Part {
  const tools = contracted(context);
  const without = context.audit.tools.filter(({ contract }) => contract === null).length;
  const blocks: Block[] = [
    tools.length > 0
      ? timeline(context, tools)
      : missing(
          context,
          'No contract was read.',
          ['contracts'],
          'the template contracts: tool, currency and end are enough',
        ),
  ];
  if (tools.length > 0 && without > 0) {
    blocks.push({
      kind: 'text',
      heading: 'Without a contract',
      paragraphs: [
        `The terms of ${without} ${plural(without, 'tool')} are unknown and stand on no line: the template contracts would supply them.`,
      ],
    });
  }
  return {
    number: 11,
    heading: 'Calendar',
    lead: lead(context),
    summary: true,
    blocks: [...blocks, ...entries(context)],
  };
}
