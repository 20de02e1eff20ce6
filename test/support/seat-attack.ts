/** One published figure: it counts the people of some kinds (positions), each once. */
export interface Told {
  readonly kinds: readonly number[];
  readonly value: number;
}

/**
 * What somebody can work out from published counts: every sum and difference of them, after the kinds that a published
 * zero rules out are gone. Returns the count of a group of kinds where it is determined, else null.
 */
export function attackOn(told: readonly Told[], kinds: number): (group: readonly number[]) => number | null {
  const isNobody = new Set<number>();
  for (const { kinds: of, value } of told) if (value === 0) for (const kind of of) isNobody.add(kind);
  const rowOf = (of: readonly number[]) => {
    const row = new Array<number>(kinds).fill(0);
    for (const kind of of) if (!isNobody.has(kind)) row[kind] = 1;
    return row;
  };
  const basis: { readonly pivot: number; readonly row: readonly number[]; readonly value: number }[] = [];
  const reduce = (row: readonly number[], value: number) => {
    let [left, rest] = [row, value];
    for (const known of basis) {
      const times = left[known.pivot] ?? 0;
      if (times === 0) continue;
      left = left.map((cell, i) => cell - times * (known.row[i] ?? 0));
      rest -= times * known.value;
    }
    return { left: left.map((cell) => (Math.abs(cell) < 1e-9 ? 0 : cell)), rest };
  };
  for (const { kinds: of, value } of told) {
    const { left, rest } = reduce(rowOf(of), value);
    const pivot = left.findIndex((cell) => cell !== 0);
    if (pivot < 0) continue;
    const by = left[pivot] ?? 1;
    basis.push({ pivot, row: left.map((cell) => cell / by), value: rest / by });
  }
  return (group) => {
    const { left, rest } = reduce(rowOf(group), 0);
    return left.every((cell) => cell === 0) ? Math.round(-rest) : null;
  };
}
