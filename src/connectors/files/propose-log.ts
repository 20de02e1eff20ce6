import { profiles } from './profiles/registry.ts';
import { type Proposer, proposeMapping } from './recognition/propose.ts';
import { recognise } from './recognition/recognise.ts';
import type { Sheet } from './tables/sheet.ts';

/** Only logs are read from files of records. */
const logs = profiles.filter(({ meta }) => 'eventLog' in meta);

function valueAt(record: unknown, path: string): string {
  const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  const flat = isObject(record) ? record[path] : undefined;
  const found =
    flat ?? path.split('.').reduce<unknown>((value, step) => (isObject(value) ? value[step] : undefined), record);
  return found === undefined || found === null || isObject(found) ? '' : String(found);
}

/**
 * What the fields of records may be, by their names and values.
 * @param header names or dotted paths of the fields
 * @param records as JSON
 * @returns null where they come near no log
 */
export function proposeLog(header: readonly string[], records: readonly string[]): Proposer | null {
  const answer = recognise(header, logs);
  if (answer.kind === 'recognised') return null;
  const rows = records.map((text) => JSON.parse(text) as unknown);
  const sheet: Sheet = {
    ...{ name: null, headerRow: 1, header, above: [], hidden: false, serialShift: 0 },
    visit: ({ row }) => {
      rows.forEach((record, position) => {
        row({ row: position + 2, cells: header.map((path) => valueAt(record, path)) });
      });
    },
  };
  const proposer = proposeMapping(sheet, logs, answer);
  return proposer.best.profile === null ? null : proposer;
}
