/** Insertions, deletions and replacements from one text to the other. */
export function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const replaced = (row[j] ?? 0) + (letter === to[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** The known name that is fewest letters away, whatever the case; of equal ones the first. Null where none is as near. */
export function nearest(name: string, known: readonly string[], within = Number.POSITIVE_INFINITY): string | null {
  const wanted = name.trim().toLowerCase();
  let [found, least] = [null as string | null, within];
  for (const each of known) {
    const away = editDistance(wanted, each.toLowerCase());
    if (away > least || (away === least && found !== null)) continue;
    [found, least] = [each, away];
  }
  return found;
}
