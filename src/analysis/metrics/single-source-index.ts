import { sum } from './sum.ts';

/** Objects of one type: how many there are and how many lie in the agreed home. */
export interface TypeCount {
  readonly inHome: number;
  readonly total: number;
}

/** Mean over types of the share in the agreed home, types weighing equally, 0..1; null without objects (METHOD 2.8). */
export function singleSourceIndex(types: readonly TypeCount[], duplicateRate: number | null = null): number | null {
  const shares = types.filter((type) => type.total > 0).map((type) => type.inHome / type.total);
  return shares.length === 0 ? null : (sum(shares) / shares.length) * (1 - (duplicateRate ?? 0));
}

/** Objects in their agreed home over all objects, 0..1. */
export function singleSourceByVolume(types: readonly TypeCount[]): number | null {
  const total = sum(types.map((type) => type.total));
  return total > 0 ? sum(types.map((type) => type.inHome)) / total : null;
}
