import type { AuditTool } from '../../../model/audit/structure.ts';
import { SENSITIVITY_BASIS, teamSeatsBasis, thresholdsOf, toolTeams } from '../../format/seat-words.ts';
import { type Cell, columnLetter, count, formula, text } from '../cells.ts';
import { type Column, FIRST_ROW, lastRow } from '../sheet.ts';
import { type SheetMaker, sum } from './context.ts';

const STATES = ['active', 'inactive', 'unknown', 'recommended'] as const;
const NAMES = { active: 'Used', inactive: 'Unused', unknown: 'Unknown', recommended: 'Recommended' } as const;

/** Used, unused, unknown and recommended seats at each threshold; the sums are formulas. */
export const seatThresholds: SheetMaker = ({ audit, k }) => {
  const seen = audit.tools.filter(({ seats }) => seats.sensitivity !== undefined);
  const thresholds = thresholdsOf(seen);
  const columns = thresholds.flatMap((days) => STATES.map((state) => ({ days, state })));
  const value = (tool: AuditTool, { days, state }: (typeof columns)[number]) =>
    tool.seats.sensitivity?.find((at) => at.thresholdDays === days)?.[state] ?? null;
  const bottom = lastRow(seen.length);
  const sums = columns.map((each, at): Cell => {
    const letter = columnLetter(at + 2);
    const known = seen.map((tool) => value(tool, each)).map((found) => (typeof found === 'number' ? found : null));
    return formula(`SUM(${letter}${FIRST_ROW}:${letter}${bottom})`, sum(known));
  });
  return {
    name: 'Seats by threshold',
    title: 'How many seats are unused depends on the threshold',
    note: `${SENSITIVITY_BASIS} In force: ${audit.policy.seat_threshold_days} days. Withheld = would show a group under ${k} people. Totals add what is shown.`,
    columns: [
      { header: 'Tool', kind: 'text' },
      ...columns.map(
        ({ days, state }): Column => ({
          header: `${NAMES[state]} at ${days} days`,
          kind: 'number',
          ...(state === 'inactive' ? { bar: true } : {}),
        }),
      ),
    ],
    rows: seen.map((tool) => [text(tool.name), ...columns.map((each) => count(value(tool, each)))]),
    ...(seen.length === 0 ? {} : { totals: ['Total of what is shown', ...sums] }),
    whenEmpty: 'No source lists who has a seat. The template usage or a member export supplies it.',
  };
};

/** Every tool and team that may be shown. */
export const seatsByTeam: SheetMaker = ({ audit, k }) => ({
  name: 'Seats by team',
  title: 'Whose seats are used, unused and unknown',
  note: teamSeatsBasis(audit.policy.seat_threshold_days, k),
  columns: [
    { header: 'Tool', kind: 'text' },
    { header: 'Team', kind: 'text' },
    { header: 'Used', kind: 'number' },
    { header: 'Unused', kind: 'number', bar: true },
    { header: 'Unknown', kind: 'number' },
  ],
  rows: toolTeams(audit.tools).map(({ tool, row }) => [
    text(tool.name),
    text(row.team),
    count(row.active),
    count(row.inactive),
    count(row.unknown),
  ]),
  whenEmpty: `No team can be shown: teams or accounts are not known, or a count would show a group under ${k} people.`,
});
