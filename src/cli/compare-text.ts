import type { FigureChange } from '../model/audit/changes.ts';
import type { Comparison } from '../pipeline/compare.ts';
import { columns } from './columns.ts';

const CAUSES = { world: '', sources: 'other sources', rules: 'other rules' } as const;
const MOVED = { up: 'up', down: 'down', unclear: 'not told apart' } as const;

function number(value: number | null, unit: string): string {
  return value === null ? 'unknown' : value.toFixed(unit === 'ratio' ? 2 : 1);
}

function row({ title, unit, before, now, interval, moved, cause }: FigureChange): string[] {
  const range = interval === null ? '' : `${number(interval[0], unit)} to ${number(interval[1], unit)}`;
  const told = moved === null ? '' : MOVED[moved];
  return [title, number(before, unit), number(now, unit), unit, range, told, CAUSES[cause]];
}

/** What changed, as a table and lists. */
export function compareText({ before, now, changes }: Comparison): string {
  const lists = [
    ['Tools that came', changes.toolsAdded],
    ['Tools that went', changes.toolsGone],
    ['Sources that came', changes.sourcesAdded],
    ['Sources that went', changes.sourcesGone],
    ['Rules that changed', changes.rulesChanged],
  ] as const;
  return [
    `${before.organisation} ${before.period.start} to ${before.period.end}, against ${now.organisation} ${now.period.start} to ${now.period.end}`,
    '',
    columns([['Figure', 'Then', 'Now', 'Unit', 'Change, 95 %', 'Moved', 'Compared on'], ...changes.figures.map(row)]),
    '',
    ...lists.flatMap(([title, entries]) => (entries.length === 0 ? [] : [`${title}: ${entries.join(', ')}.`])),
    'A figure on other sources or rules is no movement of the organisation, and no movement tells its cause.',
  ].join('\n');
}
