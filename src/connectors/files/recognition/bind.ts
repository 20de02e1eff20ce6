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

function positionsByKey(header: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  header.forEach((name, position) => {
    const key = headerKey(name);
    if (key === '') return;
    const held = found.get(key);
    if (held === undefined) found.set(key, [position]);
    else held.push(position);
  });
  return found;
}

/** `Last seen in Jira - acme` without the site; another name as it is. */
function withoutSite(name: string): string {
  const dash = name.indexOf(' - ');
  return dash === -1 ? name : name.slice(0, dash);
}

interface Places {
  readonly byName: ReadonlyMap<string, readonly number[]>;
  readonly byNameWithoutSite: ReadonlyMap<string, readonly number[]>;
}

/** The name itself first, then its synonyms in their order: the first that the file has. */
function candidates(column: Column, { byName, byNameWithoutSite }: Places): readonly number[] {
  const byKey = column.perSite === true ? byNameWithoutSite : byName;
  for (const name of [column.name, ...(column.synonyms ?? [])]) {
    const positions = byKey.get(headerKey(name));
    if (positions !== undefined) return positions;
  }
  return [];
}

export function bindColumns(header: readonly string[], meta: ProfileMeta): Binding {
  const places = { byName: positionsByKey(header), byNameWithoutSite: positionsByKey(header.map(withoutSite)) };
  const positions = new Map<string, number>();
  const doubled: string[] = [];
  for (const column of meta.columns) {
    const found = candidates(column, places);
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
