import type { SingleSource } from '../../model/audit/structure.ts';
import type { Home, Snapshot } from '../../model/snapshot.ts';
import { singleSourceByVolume, singleSourceIndex } from '../metrics/single-source-index.ts';

/** Kinds of record for which one home is asked (METHOD 2.8); other kinds only where the client declares a home. */
const RECORD_KINDS: ReadonlySet<string> = new Set(['decision', 'sop', 'project status', 'customer record', 'contract']);

/** Whether records of a type should have an agreed home. */
export function wantsHome(type: string): boolean {
  return RECORD_KINDS.has(typeKey(type));
}

interface KeptObject {
  readonly type: string;
  readonly home: string | null;
  readonly homeTool: string | null;
}

/** METHOD 2.8 and 6a.12. An index needs a declared home; types without one are listed and have no share. */
export function singleSource(snapshot: Snapshot): SingleSource {
  const objects = keptObjects(snapshot);
  const byType = typeRows(objects, snapshot.homes);
  const declared = byType.filter(({ home, total }) => home !== null && total > 0);
  const homeless = byType.filter(({ home }) => home === null).map(({ type }) => type);
  const homes = snapshot.homes.map(({ objectType, home }) => ({ objectType, home }));
  const state =
    objects.length === 0
      ? 'not-connected'
      : snapshot.homes.length === 0 || declared.length === 0
        ? 'undefined'
        : 'measured-partial';
  const measured = state === 'measured-partial';
  return {
    state,
    index: measured ? singleSourceIndex(declared) : null,
    byVolume: measured ? singleSourceByVolume(declared) : null,
    duplicateRate: null,
    byType,
    homes,
    note: noteOf(state, homeless),
  };
}

function noteOf(state: SingleSource['state'], homeless: readonly string[]): string {
  if (state === 'not-connected') return 'No documents or decision records are connected.';
  if (state === 'undefined')
    return 'No kind of record that was seen has a declared home, so there is nothing to measure against.';
  const open = homeless.length === 0 ? '' : ` Without a declared home and left out: ${homeless.join(', ')}.`;
  return `Duplicates are not known, so none are taken off.${open}`;
}

/** Decision records count as objects of type decision. */
function keptObjects({ documents, decisions }: Snapshot): readonly KeptObject[] {
  const records = decisions.map(({ home }) => ({ type: 'decision', home, homeTool: null }));
  return [...documents.map(({ type, home, homeTool }) => ({ type, home, homeTool })), ...records];
}

/** Declared types in their order, then the types seen without a home, by name. */
function typeRows(objects: readonly KeptObject[], homes: readonly Home[]): SingleSource['byType'] {
  const declared = new Map<string, Home[]>();
  for (const home of homes)
    declared.set(typeKey(home.objectType), [...(declared.get(typeKey(home.objectType)) ?? []), home]);
  const seen = new Map(objects.map((object) => [typeKey(object.type), object.type]));
  const extra = [...seen].filter(([key]) => !declared.has(key)).sort(([a], [b]) => (a < b ? -1 : 1));
  const rows: readonly (readonly [string, string, readonly Home[]])[] = [
    ...[...declared].map(([key, entries]) => [key, entries[0]?.objectType ?? key, entries] as const),
    ...extra.map(([key, type]) => [key, type, []] as const),
  ];
  return rows.map(([key, type, entries]) => {
    const ofType = objects.filter((object) => typeKey(object.type) === key);
    const inHome = ofType.filter((object) => entries.some((home) => isHome(object, home))).length;
    const share = entries.length === 0 || ofType.length === 0 ? null : inHome / ofType.length;
    return {
      type,
      home: entries.length === 0 ? null : entries.map(({ home }) => home).join(', '),
      inHome,
      total: ofType.length,
      share,
    };
  });
}

/** The same tool, or the same words where a side resolves to no tool. */
function isHome(object: KeptObject, { home, homeTool }: Home): boolean {
  if (object.homeTool !== null && homeTool !== null) return object.homeTool === homeTool;
  return object.home !== null && plain(object.home) === plain(home);
}

/** `Decisions`, `decision` and ` decision ` are one type; `status` is no plural. */
function typeKey(type: string): string {
  return plain(type).replace(/(?<!u)s$/, '');
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}
