/** Mean of a figure before and after a change. */
export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

/** Movement of those with the change beyond that of those without it, in the unit of the figure (METHOD 4.7). */
export function differenceInDifferences(changed: BeforeAfter, unchanged: BeforeAfter): number {
  return changed.after - changed.before - (unchanged.after - unchanged.before);
}
