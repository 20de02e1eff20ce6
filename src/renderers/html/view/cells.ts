import type { PeopleCount } from '../../../model/audit/figures.ts';
import type { Day } from '../../../model/calendar.ts';
import type { Money } from '../../../model/money.ts';
import { BLANK, UNKNOWN } from '../../format/formats.ts';
import type { Cell, Column, EvidenceLine, Fact, TableBlock } from './blocks.ts';
import type { Context } from './context.ts';

const plain: Cell = { text: '', number: false, state: 'known', sort: null, sub: null, href: null, evidence: [] };

/** Words; null prints as unknown. */
export function words(text: string | null, more: Partial<Cell> = {}): Cell {
  if (text === null) return { ...plain, text: UNKNOWN, state: 'unknown', ...more };
  // A name of blanks only would leave an empty cell, which says nothing.
  if (text.trim() === '') return { ...plain, text: BLANK, state: 'unknown', ...more };
  return { ...plain, text, sort: text, ...more };
}

/** A deliberately empty cell: the question does not arise. */
export function none(): Cell {
  return { ...plain, text: '–' };
}

/** A number as printed by `print`; null prints as unknown. */
export function figure(value: number | null, print: (value: number) => string): Cell {
  if (value === null) return { ...plain, text: UNKNOWN, number: true, state: 'unknown' };
  return { ...plain, text: print(value), number: true, sort: value };
}

export function people({ f }: Context, count: PeopleCount): Cell {
  if (count === 'suppressed') return { ...plain, text: f.count(count), number: true, state: 'withheld' };
  return figure(count, (value) => f.count(value));
}

/** Amount in the report's currency without its sign; another currency is printed with its code. */
export function amount({ f, audit }: Context, money: Money | null): Cell {
  if (money === null) return figure(null, String);
  const text = money.currency === audit.currency ? f.amount(money) : f.money(money);
  return { ...plain, text, number: true, sort: money.minor };
}

export function day({ f }: Context, value: Day | null): Cell {
  return value === null ? words(null) : { ...plain, text: f.shortDay(value), sort: value };
}

/** A drill-down to the rows behind the line. */
export function proof(lines: readonly EvidenceLine[]): Cell {
  return lines.length === 0 ? none() : { ...plain, text: '', evidence: lines };
}

export function column(label: string, unit: string | null = null): Column {
  return { label, unit, number: false };
}

export function numbers(label: string, unit: string | null = null): Column {
  return { label, unit, number: true };
}

export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  more: { readonly basis?: string; readonly total?: readonly Cell[] } = {},
): TableBlock {
  const body = rows.map((cells) => ({ cells, total: false }));
  return {
    kind: 'table',
    caption,
    basis: more.basis ?? null,
    columns,
    rows: more.total ? [...body, { cells: more.total, total: true }] : body,
    filter: rows.length > 9,
  };
}

export function fact(label: string, value: string | null): Fact {
  return value === null ? { label, value: UNKNOWN, state: 'unknown' } : { label, value, state: 'known' };
}
