/** Compares by code point: the same order on every machine, whatever its locale. */
export function textOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
