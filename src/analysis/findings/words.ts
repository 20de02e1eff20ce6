/** `A`, `A and B`, `A, B and C`. */
export function listWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** Counts of people in sentences: below the group threshold only that there are fewer (METHOD 5). */
export function peopleWords(count: number, k: number): string {
  if (count > 0 && count < k) return `fewer than ${k} people`;
  return `${count} ${count === 1 ? 'person' : 'people'}`;
}

/** `31 of the 38 people`, without letting the part or the rest of a group below the threshold be read off. */
export function shareWords(part: number, whole: number, k: number): string {
  const rest = whole - part;
  if (whole < k) return part === 0 ? `none of the fewer than ${k} people` : `some of the fewer than ${k} people`;
  if (rest === 0) return `all ${whole} people`;
  if (part === 0) return `none of the ${whole} people`;
  if (part < k) return `fewer than ${k} of the ${whole} people`;
  return rest < k ? `nearly all of the ${whole} people` : `${part} of the ${whole} people`;
}

/** A capability's name inside a sentence: `Project planning` becomes `project planning`, `CRM` stays. */
export function insideSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

export function numberOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
