/**
 * A smallest set of conditions that cannot hold together (deletion filter): each is left out in turn, and stays out
 * where the rest is still impossible. Empty where everything can hold.
 */
export function minimalConflict<T>(
  conditions: readonly T[],
  isPossible: (some: readonly T[]) => boolean,
): readonly T[] {
  if (isPossible(conditions)) return [];
  let conflict = conditions;
  for (const condition of conditions) {
    const without = conflict.filter((other) => other !== condition);
    if (!isPossible(without)) conflict = without;
  }
  return conflict;
}

/** All disjoint conflicts: after each, its first condition is set aside and the search goes on. */
export function allConflicts<T>(
  conditions: readonly T[],
  isPossible: (some: readonly T[]) => boolean,
): (readonly T[])[] {
  const conflicts: (readonly T[])[] = [];
  let left = conditions;
  for (;;) {
    const conflict = minimalConflict(left, isPossible);
    if (conflict.length === 0) return conflicts;
    conflicts.push(conflict);
    left = left.filter((condition) => condition !== conflict[0]);
  }
}
