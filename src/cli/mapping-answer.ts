import type { FileMapping } from '../model/mapping.ts';
import type { MappingProposal, ProfileChoice } from '../pipeline/mapping-draft.ts';

/** What a line typed at the mapping of a sheet asks for. */
export type Typed =
  | { readonly does: 'accept' }
  | { readonly does: 'help' }
  | { readonly does: 'later' }
  | { readonly does: 'stop' }
  | { readonly does: 'leave-out' }
  | { readonly does: 'list-profiles' }
  | { readonly does: 'profile'; readonly name: string }
  | { readonly does: 'list-fields' }
  /** `field` null = the column is not read. */
  | { readonly does: 'column'; readonly number: number; readonly field: string | null }
  | { readonly does: 'constant'; readonly field: string; readonly value: string }
  | { readonly does: 'unclear' };

const KEYS: Readonly<Record<string, Typed>> = {
  '': { does: 'accept' },
  '?': { does: 'help' },
  h: { does: 'help' },
  l: { does: 'later' },
  q: { does: 'stop' },
  x: { does: 'leave-out' },
  t: { does: 'list-profiles' },
  f: { does: 'list-fields' },
};

export function readMappingLine(line: string): Typed {
  const text = line.trim();
  const key = KEYS[text.toLowerCase()];
  if (key !== undefined) return key;
  const [, name] = /^t\s+(.+)$/i.exec(text) ?? [];
  if (name !== undefined) return { does: 'profile', name };
  const [, number, field] = /^(\d+)\s+(.+)$/.exec(text) ?? [];
  if (number !== undefined && field !== undefined) {
    return { does: 'column', number: Number(number), field: field === '-' ? null : field };
  }
  const [, constant, value] = /^([^=]+?)\s*=\s*(.+)$/.exec(text) ?? [];
  return constant === undefined || value === undefined
    ? { does: 'unclear' }
    : { does: 'constant', field: constant, value };
}

/** A profile by number of the list, id, or name of its template. */
export function chosenProfile(name: string, choices: readonly ProfileChoice[]): ProfileChoice | undefined {
  const key = name.toLowerCase();
  return choices.find(({ id }, at) => id === key || id === `template-${key}` || String(at + 1) === key);
}

/** A column of the profile as it is spelled there, whatever the case it was typed in. */
export function fieldNamed(name: string, choice: ProfileChoice | undefined): string | null {
  const key = name.trim().toLowerCase();
  return choice?.fields.find((field) => field.name.toLowerCase() === key)?.name ?? null;
}

/** Reads a column as a field; the column that had it before has none, and a constant for it goes. */
export function withColumn(
  mapping: FileMapping,
  { columns }: MappingProposal,
  number: number,
  field: string | null,
): FileMapping | null {
  const label = columns[number - 1]?.column;
  if (label === undefined) return null;
  const others = Object.entries(mapping.columns).map(([name, held]) => [name, held === field ? null : held] as const);
  const constants = Object.entries(mapping.constants).filter(([name]) => name !== field);
  return {
    ...mapping,
    columns: { ...Object.fromEntries(others), [label]: field },
    constants: Object.fromEntries(constants),
  };
}

/** One value for all rows; a column that had the field has none. */
export function withConstant(mapping: FileMapping, field: string, value: string): FileMapping {
  const columns = Object.entries(mapping.columns).map(([name, held]) => [name, held === field ? null : held] as const);
  return {
    ...mapping,
    columns: Object.fromEntries(columns),
    constants: { ...mapping.constants, [field]: value },
  };
}
