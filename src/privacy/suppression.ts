import { textOrder } from '../util/text-order.ts';

export interface Cell {
  readonly id: string;
  /** People in the cell. */
  readonly value: number;
  /** Share of the cell's total that one person makes up, 0..1; absent = not asked. */
  readonly largestShare?: number;
}

export interface SuppressionInput {
  readonly cells: readonly Cell[];
  /** The total that is published beside the cells; null = none is. */
  readonly total: number | null;
  /** Smallest group that is shown. */
  readonly k: number;
  /** A cell in which one person makes up more than this share is hidden whatever its size (METHOD 5). */
  readonly dominance?: number;
}

export interface Suppression {
  /** In the order of the cells. */
  readonly hidden: readonly string[];
  /** The total itself would tell: it must not be shown either. */
  readonly hideTotal: boolean;
}

/** A group that somebody is in, but fewer than k. Zero is nobody, and tells of nobody. */
export function isSmall(value: number, k: number): boolean {
  return value > 0 && value < k;
}

/**
 * Whether hidden values cannot be told from their known sum: there are at least two, together at least k people, and
 * more people than cells (five cells with five people are five ones).
 */
export function hideEachOther(hidden: readonly number[]): boolean {
  const sum = hidden.reduce((all, value) => all + value, 0);
  return hidden.length >= 2 && sum > hidden.length;
}

function isSafe(hidden: readonly Cell[], k: number): boolean {
  const values = hidden.map((cell) => cell.value);
  return values.length === 0 || (hideEachOther(values) && values.reduce((all, value) => all + value, 0) >= k);
}

function smallest(cells: readonly Cell[]): Cell | undefined {
  return [...cells].sort((a, b) => a.value - b.value || textOrder(a.id, b.id))[0];
}

/**
 * Primary suppression of cells from 1 to k - 1 (and of dominated ones), then complementary suppression: with a total
 * published, the next smallest cell goes too until the hidden ones hide each other (METHOD 5). Zeros stand. A total
 * below k takes everything with it.
 */
export function suppressCells({ cells, total, k, dominance = 0.4 }: SuppressionInput): Suppression {
  const everything = { hidden: cells.map((cell) => cell.id), hideTotal: true };
  if (total !== null && isSmall(total, k)) return everything;
  const isPrimary = (cell: Cell) => isSmall(cell.value, k) || (cell.value > 0 && (cell.largestShare ?? 0) > dominance);
  const hidden = new Set(cells.filter(isPrimary));
  while (total !== null && !isSafe([...hidden], k)) {
    const next = smallest(cells.filter((cell) => cell.value > 0 && !hidden.has(cell)));
    if (next === undefined) return everything;
    hidden.add(next);
  }
  return { hidden: cells.filter((cell) => hidden.has(cell)).map((cell) => cell.id), hideTotal: false };
}
