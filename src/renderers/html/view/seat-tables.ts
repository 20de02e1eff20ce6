import type { AuditTool, SeatsAt } from '../../../model/audit/structure.ts';
import {
  besideUnused,
  leftOutWords,
  SENSITIVITY_BASIS,
  sensitiveTools,
  teamSeatsBasis,
  teamsToAsk,
  thresholdsOf,
  toolTeams,
  unusedSums,
} from '../../format/seat-words.ts';
import type { Block, Cell } from './blocks.ts';
import { column, figure, numbers, people, table, words } from './cells.ts';
import type { Context } from './context.ts';

/** Rows by team on the page; the workbook has all. */
const TEAM_ROWS = 100;

function unusedCell(context: Context, at: SeatsAt | undefined): Cell {
  if (at === undefined) return figure(null, String);
  return { ...people(context, at.inactive), sub: besideUnused(at, context.f) };
}

function sensitivity(context: Context, tools: readonly AuditTool[]): Block[] {
  const { audit, f } = context;
  const [thresholds, listed] = [thresholdsOf(tools), sensitiveTools(tools)];
  if (listed.length === 0) return [];
  const inForce = audit.policy.seat_threshold_days;
  const sums = unusedSums(tools, thresholds);
  const at = (tool: AuditTool, days: number) => tool.seats.sensitivity?.find((row) => row.thresholdDays === days);
  const basis = [
    SENSITIVITY_BASIS,
    sums === null ? '' : sumWords(sums.tools, f),
    leftOutWords(listed.length, tools.length),
  ];
  return [
    table(
      'Unused seats by threshold',
      [column('Tool'), ...thresholds.map((days) => numbers(`${days} days`, days === inForce ? 'in force' : null))],
      listed.map((tool) => [
        words(context.tool(tool.id)),
        ...thresholds.map((days) => unusedCell(context, at(tool, days))),
      ]),
      {
        basis: basis.filter((sentence) => sentence !== '').join(' '),
        ...(sums === null
          ? {}
          : { total: [words('Sum'), ...sums.unused.map((count) => figure(count, (v) => f.number(v)))] }),
      },
    ),
  ];
}

function sumWords(tools: number, f: Context['f']): string {
  return `The sum is over the ${f.number(tools)} tools of which every figure is shown.`;
}

function teams(context: Context, tools: readonly AuditTool[]): Block[] {
  const { audit, f } = context;
  const rows = teamsToAsk(tools, TEAM_ROWS);
  const all = toolTeams(tools).length;
  if (rows.length === 0) return [];
  const body = table(
    'Seats by tool and team',
    [column('Tool'), column('Team'), numbers('Used'), numbers('Unused'), numbers('Unknown')],
    rows.map(({ tool, row }) => [
      words(context.tool(tool.id)),
      words(row.team),
      people(context, row.active),
      people(context, row.inactive),
      people(context, row.unknown),
    ]),
    {
      basis: `${teamSeatsBasis(audit.policy.seat_threshold_days, f.k)} Rows with an unused or unknown seat, most unused first; the workbook has all ${f.number(all)} rows.`,
    },
  );
  return [{ kind: 'fold', summary: `Seats by tool and team (${f.number(rows.length)})`, blocks: [body] }];
}

/** How the threshold changes the count, and whose seats they are. */
export function seatTables(context: Context, tools: readonly AuditTool[]): Block[] {
  return [...sensitivity(context, tools), ...teams(context, tools)];
}
