import type { Evidence } from '../../model/evidence.ts';
import type { PersonRef } from '../../model/observation.ts';
import { readAmount } from './cells/amount.ts';
import { bareIdentifier, type Cell, CellProblem, readIdentifier, readList, readText } from './cells/cell.ts';
import { readCurrency } from './cells/currency.ts';
import { readDay } from './cells/day.ts';
import { readInstant } from './cells/instant.ts';
import { readCount, readDecimal } from './cells/number.ts';
import { readShare } from './cells/share.ts';
import { readYesNo } from './cells/yes-no.ts';
import type { CellsByName, ProfileMeta, RowReader } from './profile.ts';
import type { Binding } from './recognition/bind.ts';
import { type ColumnTraits, UNSETTLED } from './recognition/settle.ts';
import type { TableRow } from './tables/sheet.ts';
import { zoneOfHeader } from './zone-of-header.ts';

/** What reading needs from outside. */
export interface ReadPorts {
  /** Keyed pseudonym of an address or login; the same for the same person, whatever the letter case. */
  readonly pseudonym: (identifier: string) => string;
  /** IANA zone of instants that name none. */
  readonly timeZone: string;
  /** ISO 4217 code of amounts that name none. */
  readonly currency: string;
}

/** The row is given up; caught where rows are walked. */
export class RowRejected extends Error {
  readonly field: string | null;
  readonly reason: string;

  constructor(field: string | null, reason: string) {
    super(reason);
    this.name = 'RowRejected';
    this.field = field;
    this.reason = reason;
  }
}

export interface MovableRow {
  readonly reader: RowReader;
  readonly moveTo: (row: TableRow) => void;
}

export interface RowSetting {
  readonly meta: ProfileMeta;
  readonly header: readonly string[];
  /** Days to add to a number that stands for a day. */
  readonly serialShift: number;
  readonly binding: Binding;
  readonly traits: ReadonlyMap<string, ColumnTraits>;
  readonly source: string;
  readonly ports: ReadPorts;
}

const NO_ROW: TableRow = { row: 1, cells: [] };

export function personOf(identifier: string, ports: Pick<ReadPorts, 'pseudonym'>): PersonRef {
  const sign = identifier.lastIndexOf('@');
  const domain = sign === -1 ? '' : identifier.slice(sign + 1).toLowerCase();
  return { id: ports.pseudonym(identifier), domain: domain === '' ? null : domain };
}

function orEmpty<T>(value: T | null, column: string): T {
  if (value === null) throw new RowRejected(column, 'is empty');
  return value;
}

function requiredForms(cells: CellsByName): RowReader['required'] {
  return {
    text: (column) => orEmpty(cells.text(column), column),
    list: (column) => orEmpty(cells.list(column), column),
    person: (column) => orEmpty(cells.person(column), column),
    day: (column) => orEmpty(cells.day(column), column),
    instant: (column) => orEmpty(cells.instant(column), column),
    count: (column) => orEmpty(cells.count(column), column),
    decimal: (column) => orEmpty(cells.decimal(column), column),
    share: (column) => orEmpty(cells.share(column), column),
    yesNo: (column) => orEmpty(cells.yesNo(column), column),
    currency: (column) => orEmpty(cells.currency(column), column),
    amount: (column, currency) => orEmpty(cells.amount(column, currency), column),
  };
}

/** Zones of instants that name none: what the file's header says goes before what the vendor says. */
function zonesOf(meta: ProfileMeta, header: readonly string[], { positions }: Binding): ReadonlyMap<string, string> {
  const found = meta.columns.flatMap(({ name, holds, zone }) => {
    const position = positions.get(name);
    const written = holds !== 'instant' || position === undefined ? null : zoneOfHeader(header[position] ?? '');
    const known = written ?? zone;
    return known === undefined ? [] : [[name, known] as const];
  });
  return new Map(found);
}

/** One reader for all rows of a sheet: it is moved from row to row, so nothing is built per row but the evidence. */
export function movableRow({ meta, header, serialShift, binding, traits, source, ports }: RowSetting): MovableRow {
  let current = NO_ROW;
  const declared = new Set(meta.columns.map(({ name }) => name));
  const zones = zonesOf(meta, header, binding);
  const dated = (cell: Cell): Cell => (typeof cell === 'number' ? cell + serialShift : cell);

  function read<T>(column: string, reader: (cell: Cell, traits: ColumnTraits) => T): T {
    if (!declared.has(column)) throw new Error(`profile ${meta.id} reads "${column}", which it does not declare`);
    const position = binding.positions.get(column);
    try {
      return reader(position === undefined ? '' : (current.cells[position] ?? ''), traits.get(column) ?? UNSETTLED);
    } catch (thrown) {
      if (thrown instanceof CellProblem) throw new RowRejected(column, thrown.reason);
      throw thrown;
    }
  }

  const cells: CellsByName = {
    text: (column) => read(column, readText),
    list: (column) => read(column, readList),
    person: (column) => {
      const identifier = read(column, readIdentifier);
      return identifier === null ? null : personOf(identifier, ports);
    },
    day: (column) => read(column, (cell, { dayOrder }) => readDay(dated(cell), dayOrder)),
    instant: (column) => {
      const zone = zones.get(column) ?? ports.timeZone;
      return read(column, (cell, { dayOrder }) => readInstant(dated(cell), zone, dayOrder));
    },
    count: (column) => read(column, (cell, { decimalMark }) => readCount(cell, decimalMark)),
    decimal: (column) => read(column, (cell, { decimalMark }) => readDecimal(cell, decimalMark)),
    share: (column) => read(column, (cell, { decimalMark }) => readShare(cell, decimalMark)),
    yesNo: (column) => read(column, readYesNo),
    currency: (column) => read(column, readCurrency),
    amount: (column, currency) => read(column, (cell, { decimalMark }) => readAmount(cell, currency, decimalMark)),
  };

  const reader: RowReader = {
    ...cells,
    required: requiredForms(cells),
    at: (): Evidence => ({ source, row: current.row }),
    has: (column) => binding.positions.has(column),
    people: (column) => {
      if (!binding.positions.has(column)) return null;
      return (cells.list(column) ?? []).map((entry) => personOf(bareIdentifier(entry), ports));
    },
    identify: (identifier) => personOf(identifier, ports),
    reject: (column, reason) => {
      throw new RowRejected(column, reason);
    },
  };
  return {
    reader,
    moveTo: (row) => {
      current = row;
    },
  };
}
