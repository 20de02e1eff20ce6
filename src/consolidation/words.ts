/** A number of people, or words where the group is too small to be counted in print (METHOD 5). */
export function peopleWords(count: number, k: number): string {
  if (count === 0) return 'nobody';
  return count < k ? 'a small group' : `${count} people`;
}

export function yearsWords(years: number): string {
  return years === 1 ? 'one year' : `${years} years`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listWords(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? 'nothing';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
