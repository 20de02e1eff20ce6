import type { Column, ProfileMeta } from '../profile.ts';
import { headerKey } from './header-key.ts';

/** Which column of the file supplies which column of the profile. */
export interface Binding {
  /** Profile column name -> position in the file. */
  readonly positions: ReadonlyMap<string, number>;
  /** Columns of the file that nothing reads. */
  readonly unused: readonly string[];
  /** Profile columns that the file has twice under one name, so that neither can be chosen. */
  readonly doubled: readonly string[];
  readonly missing: readonly string[];
}

/** A mapping that a person confirmed: file column -> profile column. */
export type ConfirmedColumns = Readonly<Record<string, string>>;

function positionsByKey(header: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  header.forEach((name, position) => {
    const key = headerKey(name);
    if (key !== '') found.set(key, [...(found.get(key) ?? []), position]);
  });
  return found;
}

/** The name itself first, then its synonyms in their order: the first that the file has. */
function candidates(column: Column, byKey: ReadonlyMap<string, readonly number[]>): readonly number[] {
  for (const name of [column.name, ...(column.synonyms ?? [])]) {
    const positions = byKey.get(headerKey(name));
    if (positions !== undefined) return positions;
  }
  return [];
}

function confirmedPositions(header: readonly string[], column: Column, confirmed: ConfirmedColumns): readonly number[] {
  return header.flatMap((name, position) => (confirmed[name] === column.name ? [position] : []));
}

export function bindColumns(header: readonly string[], meta: ProfileMeta, confirmed?: ConfirmedColumns): Binding {
  const byKey = positionsByKey(header);
  const positions = new Map<string, number>();
  const doubled: string[] = [];
  for (const column of meta.columns) {
    const found = confirmed === undefined ? candidates(column, byKey) : confirmedPositions(header, column, confirmed);
    if (found.length > 1) doubled.push(column.name);
    if (found[0] !== undefined) positions.set(column.name, found[0]);
  }
  const used = new Set(positions.values());
  return {
    positions,
    doubled,
    unused: header.flatMap((name, position) =>
      used.has(position) ? [] : [name === '' ? `column ${position + 1}, without a name` : name],
    ),
    missing: meta.columns.filter(({ name, required }) => required && !positions.has(name)).map(({ name }) => name),
  };
}
