import { roundedDown } from './small-groups.ts';

/** `A`, `A and B`, `A, B and C`. */
export function listWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/**
 * Counts of people in sentences: below the group threshold only that there are fewer (METHOD 5). `exact` false where the
 * count would tell a small group beside it.
 */
export function peopleWords(count: number, k: number, exact = true): string {
  if (count > 0 && count < k) return `fewer than ${k} people`;
  if (!exact) return `at least ${roundedDown(count, k)} people`;
  return `${count} ${count === 1 ? 'person' : 'people'}`;
}

/** `31 of the 38 people`, without letting the part or the rest of a group below the threshold be read off. */
export function shareWords(part: number, whole: number, k: number, exact = true): string {
  const rest = whole - part;
  if (part === 0) return 'none of the people';
  if (whole < k) return `some of the fewer than ${k} people`;
  if (!exact) return inexactShare(part, rest, k);
  if (rest === 0) return `all ${whole} people`;
  if (part < k) return `fewer than ${k} of the ${whole} people`;
  return rest < k ? `nearly all of the ${whole} people` : `${part} of the ${whole} people`;
}

function inexactShare(part: number, rest: number, k: number): string {
  if (rest === 0) return 'all people';
  if (part < k) return 'a few of the people';
  return rest < k ? 'nearly all of the people' : 'many of the people';
}

/**
 * People of the smaller of two tools who use the other too. Where fewer than k people use only one of the two, on either
 * side, the exact share beside the two published user counts would tell how many (METHOD 5: overlapping groups).
 */
export function overlapWords(
  shared: number,
  { smaller, larger }: { readonly smaller: number; readonly larger: number },
  k: number,
  exact: boolean,
): string {
  const rests = [smaller - shared, larger - shared];
  const tells = shared >= k && rests.some((rest) => rest > 0 && rest < k);
  if (!tells) return shareWords(shared, smaller, k, exact);
  return exact ? `nearly all of the ${smaller} people` : 'nearly all of the people';
}

/** A capability's name inside a sentence: `Project planning` becomes `project planning`, `CRM` stays. */
export function insideSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

export function numberOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
