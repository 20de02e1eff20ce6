/** For each set of kept tools, the least value over all choices whose tools lie inside the set; Infinity where none does. */
export function subsetMinimum<T extends { readonly mask: number }>(
  choices: readonly T[],
  tools: number,
  value: (choice: T) => number,
): Float64Array {
  const least = new Float64Array(2 ** tools).fill(Number.POSITIVE_INFINITY);
  for (const choice of choices) least[choice.mask] = Math.min(least[choice.mask] ?? 0, value(choice));
  // One pass per tool: a set is at least as good as itself without that tool.
  for (let bit = 1; bit < least.length; bit <<= 1) {
    for (let set = 0; set < least.length; set++) {
      if ((set & bit) === 0) continue;
      const without = least[set ^ bit] ?? 0;
      if (without < (least[set] ?? 0)) least[set] = without;
    }
  }
  return least;
}
