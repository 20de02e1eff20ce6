import type { FileMapping } from '../../../model/mapping.ts';
import { nearest } from '../../../util/nearest.ts';
import { CellProblem } from '../cells/cell.ts';
import { readCurrency } from '../cells/currency.ts';
import type { Column, FileProfile } from '../profile.ts';
import { headerPrint } from './column-labels.ts';
import { headerKey } from './header-key.ts';

/** What is wrong with one mapping; `path` leads to it inside the mapping. */
export interface MappingMistake {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Stands in a proposal for a file that no profile comes near: a person has to write what it is. */
export const OPEN_PROFILE = '?';

function unknownProfile(id: string, profiles: readonly FileProfile[]): string {
  const ids = profiles.map(({ meta }) => meta.id);
  if (id !== OPEN_PROFILE) return `there is no profile "${id}"; the nearest is "${nearest(id, ids)}"`;
  const templates = profiles.flatMap(({ meta }) => (meta.template === undefined ? [] : [meta.id]));
  return `say what the file is: one of ${templates.join(', ')} or an export that is known; null leaves files like it out`;
}

function strangeColumns({ header, columns, day_orders }: FileMapping): readonly MappingMistake[] {
  const known = new Set(header.map(headerKey));
  const strange = (key: 'columns' | 'day_orders', names: readonly string[]): readonly MappingMistake[] =>
    names
      .filter((name) => !known.has(headerKey(name)))
      .map((name) => ({ path: [key, name], message: `"${name}" is not in the header of this mapping` }));
  return [...strange('columns', Object.keys(columns)), ...strange('day_orders', Object.keys(day_orders))];
}

function noSuchField(field: string, columns: readonly Column[]): string {
  return `the profile has no column "${field}"; it has ${columns.map(({ name }) => name).join(', ')}`;
}

function fieldMistakes(mapping: FileMapping, columns: readonly Column[]): readonly MappingMistake[] {
  const names = new Set(columns.map(({ name }) => name));
  const taken = new Set<string>();
  return Object.entries(mapping.columns).flatMap(([label, field]) => {
    if (field === null) return [];
    const path = ['columns', label];
    if (!names.has(field)) return [{ path, message: noSuchField(field, columns) }];
    if (taken.has(field)) return [{ path, message: `two columns are said to be "${field}"` }];
    taken.add(field);
    return [];
  });
}

function isCurrencyText(value: string | number): boolean {
  try {
    return readCurrency(value) !== null;
  } catch (thrown) {
    if (thrown instanceof CellProblem) return false;
    throw thrown;
  }
}

function constantMistake(name: string, mapping: FileMapping, columns: readonly Column[]): string | null {
  const column = columns.find((each) => each.name === name);
  if (column === undefined) return noSuchField(name, columns);
  if (column.holds === 'person' || column.holds === 'people') return `"${name}" names people and cannot be one for all`;
  if (Object.values(mapping.columns).includes(name)) return `"${name}" has a column and a constant`;
  const value = mapping.constants[name] ?? '';
  return column.holds === 'currency' && !isCurrencyText(value) ? 'this is no currency code such as EUR' : null;
}

/** Columns of the profile that neither a column nor a constant of the mapping fills, although they must be. */
export function openFields(mapping: FileMapping, columns: readonly Column[]): readonly Column[] {
  const filled = new Set([...Object.values(mapping.columns), ...Object.keys(mapping.constants)]);
  return columns.filter(
    ({ name, required, holds }) =>
      required && !filled.has(name) && !(holds === 'currency' && mapping.currency !== undefined),
  );
}

/** Mistakes that only the list of profiles can tell, first things first. */
export function mappingMistakes(mapping: FileMapping, profiles: readonly FileProfile[]): readonly MappingMistake[] {
  const strange = strangeColumns(mapping);
  if (strange.length > 0 || mapping.profile === null) return strange;
  const profile = profiles.find(({ meta }) => meta.id === mapping.profile);
  if (profile === undefined) {
    return [{ path: ['profile'], message: unknownProfile(mapping.profile, profiles) }];
  }
  const { columns } = profile.meta;
  const constants = Object.keys(mapping.constants).flatMap((name) => {
    const message = constantMistake(name, mapping, columns);
    return message === null ? [] : [{ path: ['constants', name], message }];
  });
  const open = openFields(mapping, columns).map(({ name, help }) => ({
    path: [],
    message: `"${name}" is needed (${help}): give it a column, or one value for all rows under constants`,
  }));
  return [...fieldMistakes(mapping, columns), ...constants, ...open];
}

/** Positions of mappings for a header that an earlier one has too. */
export function repeatedHeaders(mappings: readonly FileMapping[]): readonly number[] {
  const seen = new Set<string>();
  return mappings.flatMap(({ header }, at) => {
    const print = headerPrint(header);
    const isRepeated = seen.has(print);
    seen.add(print);
    return isRepeated ? [at] : [];
  });
}
