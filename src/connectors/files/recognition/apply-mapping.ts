import type { FileMapping, WrittenOrder } from '../../../model/mapping.ts';
import type { Money } from '../../../model/money.ts';
import type { Observation } from '../../../model/observation.ts';
import type { Cell } from '../cells/cell.ts';
import type { DayOrder } from '../cells/written-day.ts';
import type { Column, FileProfile } from '../profile.ts';
import type { Sheet } from '../tables/sheet.ts';
import { columnLabels, headerPrint } from './column-labels.ts';
import { headerKey } from './header-key.ts';
import type { Fit } from './recognise.ts';

/** A sheet as a mapping makes it readable: what it lacks is added, and it fits its profile. */
export interface MappedSheet {
  readonly sheet: Sheet;
  readonly fit: Fit;
}

const ORDERS: Readonly<Record<WrittenOrder, DayOrder>> = { dmy: 'day-first', mdy: 'month-first' };

/** The mapping for files with this header, whatever the order of its columns; the last that was made wins. */
export function mappingFor(header: readonly string[], mappings: readonly FileMapping[]): FileMapping | null {
  if (mappings.length === 0) return null;
  const print = headerPrint(columnLabels(header));
  return mappings.findLast((mapping) => headerPrint(mapping.header) === print) ?? null;
}

function byKey<T>(record: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(record).map(([name, value]) => [headerKey(name), value]));
}

/** Values for columns of the profile that the file lacks: the constants, and the currency where a column holds it. */
function additions(mapping: FileMapping, columns: readonly Column[]): readonly (readonly [string, Cell])[] {
  const mapped = new Set(Object.values(mapping.columns));
  const currencies =
    mapping.currency === undefined
      ? []
      : columns.filter(
          ({ name, holds, required }) =>
            holds === 'currency' && required && !mapped.has(name) && mapping.constants[name] === undefined,
        );
  return [
    ...Object.entries(mapping.constants),
    ...currencies.map(({ name }) => [name, mapping.currency ?? ''] as const),
  ];
}

function withAdditions(sheet: Sheet, labels: readonly string[], added: readonly (readonly [string, Cell])[]): Sheet {
  const header = [...labels, ...added.map(([name]) => name)];
  if (added.length === 0) return { ...sheet, header };
  const values = added.map(([, value]) => value);
  return {
    ...sheet,
    header,
    visit: (visitor) =>
      sheet.visit({
        broken: visitor.broken,
        row: ({ row, cells }) =>
          visitor.row({ row, cells: [...labels.map((_, position) => cells[position] ?? ''), ...values] }),
      }),
  };
}

function turned(money: Money): Money {
  return { ...money, minor: money.minor === 0 ? 0 : -money.minor };
}

function turnedSpend(observation: Observation): Observation {
  return observation.kind === 'spend' ? { ...observation, amount: turned(observation.amount) } : observation;
}

/** The profile with what the mapping says about order of days, currency and sign. */
function adjusted(profile: FileProfile, mapping: FileMapping, orders: ReadonlyMap<string, DayOrder>): FileProfile {
  const columns = profile.meta.columns.map((column) => {
    const dayOrder = orders.get(column.name);
    return dayOrder === undefined ? column : { ...column, dayOrder };
  });
  const meta = { ...profile.meta, columns };
  const { money } = profile;
  if (!mapping.paid_is_negative) return { ...profile, meta };
  return {
    meta,
    read: (row, context) => profile.read(row, context).map(turnedSpend),
    ...(money === undefined
      ? {}
      : {
          money: (row, context) => {
            const found = money(row, context);
            return found === null ? null : turned(found);
          },
        }),
  };
}

/**
 * Makes a sheet readable by what a person said of its header.
 * @returns null where the mapping names no profile of this version or leaves a required column open
 */
export function applyMapping(sheet: Sheet, mapping: FileMapping, profiles: readonly FileProfile[]): MappedSheet | null {
  const profile = profiles.find(({ meta }) => meta.id === mapping.profile);
  if (profile === undefined) return null;
  const labels = columnLabels(sheet.header);
  const [fields, orders] = [byKey(mapping.columns), byKey(mapping.day_orders)];
  const added = additions(mapping, profile.meta.columns);
  const positions = new Map<string, number>();
  const dayOrders = new Map<string, DayOrder>();
  labels.forEach((label, position) => {
    const field = fields.get(headerKey(label)) ?? null;
    if (field === null) return;
    positions.set(field, position);
    const order = orders.get(headerKey(label));
    if (order !== undefined) dayOrders.set(field, ORDERS[order]);
  });
  added.forEach(([name], index) => {
    positions.set(name, labels.length + index);
  });
  const missing = profile.meta.columns.filter(({ name, required }) => required && !positions.has(name));
  if (missing.length > 0) return null;
  const used = new Set(positions.values());
  const unused = labels.filter((_, position) => !used.has(position));
  return {
    sheet: withAdditions(sheet, labels, added),
    fit: {
      profile: adjusted(profile, mapping, dayOrders),
      binding: { positions, unused, doubled: [], missing: [] },
    },
  };
}
