import type { ObservationOf } from '../../model/observation.ts';
import type { FileOf } from '../files.ts';
import { fold } from '../fold.ts';

type ToolSeen = ObservationOf<'tool-seen'>;

/**
 * Inventory rows whose name already stands in an earlier file. Another name of the same tool is no duplicate: it is
 * evidence of a rename or of a copy. Inside one file nothing is a duplicate.
 */
export function repeatedInventoryRows(rows: readonly ToolSeen[], fileOf: FileOf): ReadonlySet<ToolSeen> {
  const firstFile = new Map<string, string>();
  const repeated = new Set<ToolSeen>();
  for (const row of rows) {
    if (row.origin !== 'inventory') continue;
    const name = fold(row.tool.name);
    const file = fileOf(row.at.source);
    const first = firstFile.get(name);
    if (first === undefined) firstFile.set(name, file);
    else if (first !== file) repeated.add(row);
  }
  return repeated;
}
