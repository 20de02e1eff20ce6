/** A table of counts as a reader sees it: null = withheld. Each sum names the total and its parts by position. */
export interface SeenTable {
  readonly cells: readonly (number | null)[];
  readonly sums: readonly { readonly of: number; readonly parts: readonly number[] }[];
}

/**
 * Every value that each cell can have: all tables of whole people up to `most` in a cell are written out, and those that
 * agree with what is seen are kept. Shares no thought with the attack of the gate, and is fit for small tables only.
 */
export function possibleValues({ cells, sums }: SeenTable, most: number): readonly ReadonlySet<number>[] {
  const found = cells.map(() => new Set<number>());
  const table = cells.map((cell) => cell ?? 0);
  const hidden = cells.flatMap((cell, at) => (cell === null ? [at] : []));
  // A sum is checked as soon as its last withheld cell is filled.
  const lastOf = sums.map(({ of, parts }) => Math.max(-1, ...[of, ...parts].map((at) => hidden.indexOf(at))));
  const holds = (depth: number) =>
    sums.every(
      ({ of, parts }, i) =>
        lastOf[i] !== depth || table[of] === parts.reduce((total, part) => total + (table[part] ?? 0), 0),
    );
  const fill = (depth: number): void => {
    const at = hidden[depth];
    if (at === undefined) {
      for (const [i, value] of table.entries()) found[i]?.add(value);
      return;
    }
    for (let value = 0; value <= most; value += 1) {
      table[at] = value;
      if (holds(depth)) fill(depth + 1);
    }
    table[at] = 0;
  };
  if (holds(-1)) fill(0);
  return found;
}
