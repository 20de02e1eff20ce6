import type { Evidence } from '../model/evidence.ts';
import type { FileOf } from './files.ts';

interface Located {
  readonly at: Evidence;
}

export interface Split<T> {
  /** In the order given. */
  readonly kept: readonly T[];
  readonly repeated: readonly T[];
}

function fileWithMost<T extends Located>(rows: readonly T[], fileOf: FileOf): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const file = fileOf(row.at.source);
    counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  // The first of the largest: insertion order is order of appearance, and later ties do not replace it.
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

/**
 * Rows equal by `key` that stand in different files are the same fact: the count that stays is the largest that any
 * one file has (METHOD 6a.15), and it is that file's rows that stay, the earliest file's at a tie. Inside one file
 * nothing repeats.
 */
export function splitAcrossFiles<T extends Located>(
  rows: readonly T[],
  fileOf: FileOf,
  key: (row: T) => string,
): Split<T> {
  if (new Set(rows.map((row) => fileOf(row.at.source))).size < 2) return { kept: rows, repeated: [] };
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = key(row);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  const repeated = new Set<T>();
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    const stays = fileWithMost(group, fileOf);
    for (const row of group) if (fileOf(row.at.source) !== stays) repeated.add(row);
  }
  return { kept: rows.filter((row) => !repeated.has(row)), repeated: rows.filter((row) => repeated.has(row)) };
}

/** Everything an observation says, without where it says it. */
export function contentKey({ at: _, ...content }: Located): string {
  return JSON.stringify(content);
}
