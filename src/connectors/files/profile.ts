import type { Evidence } from '../../model/evidence.ts';
import type { Money } from '../../model/money.ts';
import type { Observation, PersonRef } from '../../model/observation.ts';
import type { NameKind } from '../../model/product.ts';
import type { SectionName } from '../../model/snapshot.ts';
import type { DayOrder } from './cells/written-day.ts';

/** What a column holds, which decides how its cells are read and how a whole column is settled. */
export type Holds =
  | 'text'
  | 'list'
  | 'person'
  | 'people'
  | 'day'
  | 'instant'
  | 'amount'
  | 'decimal'
  | 'count'
  | 'yes-no'
  | 'currency';

export interface Column {
  /** As the template or the vendor writes it. Letter case, spaces, hyphens and underscores are equal. */
  readonly name: string;
  readonly required: boolean;
  readonly holds: Holds;
  /** One line for the person who fills the template in or checks a mapping. */
  readonly help: string;
  /** Other names that mean this column beyond doubt: they are recognised without asking. */
  readonly synonyms?: readonly string[];
  /** Names that may mean this column: they lead a proposal and are never taken silently. */
  readonly hints?: readonly string[];
  /** Read where present, but no part of the empty template. */
  readonly extra?: true;
  /** Order of day and month that the vendor documents, used where the values do not tell. */
  readonly dayOrder?: DayOrder;
  /** Zone of instants in this column that name none, where the vendor says it; absent = the organisation's. */
  readonly zone?: 'UTC';
  /** The file writes the client's site behind the name, as in "Last seen in Jira - acme". Two sites are a column twice. */
  readonly perSite?: true;
}

/** Text that a column holds, or the same text for every row. */
export type ColumnOrConstant = string | { readonly constant: string };

/** Rows count only where this column holds one of these texts, whatever their letter case. */
export interface EventFilter {
  readonly column: string;
  readonly values: readonly string[];
  /** Why the other rows are rejected; holds no cell's value. */
  readonly reason: string;
}

/** The tool is one of several things that a row names: the first whose other column holds one of the values. */
export interface ToolAmong {
  readonly among: readonly { readonly column: string; readonly kind: string }[];
  readonly kinds: readonly string[];
  /** Why a row without one is rejected. */
  readonly reason: string;
}

/**
 * What a row of an event log is, as one declaration: `readEvent` reads small files with it row by row, and a reader of
 * large logs turns the same declaration into SQL. All columns are names of the profile's own columns.
 */
export interface EventLog {
  /** Column of the instant. */
  readonly timestamp: string;
  /** Column of the instant where the first is absent or empty. */
  readonly otherTimestamp?: string;
  /** Column of the address or login. */
  readonly person: string;
  readonly tool: ColumnOrConstant | ToolAmong;
  readonly nameKind: NameKind;
  /** What happened; absent = not said. */
  readonly event?: ColumnOrConstant;
  /** All must hold. Absent = every row counts. */
  readonly only?: readonly EventFilter[];
}

export interface ProfileMeta {
  /** `template-<file>` or the vendor's export; becomes the `kind` of the source. */
  readonly id: string;
  readonly title: string;
  /** File name of the empty template, without ending; absent = a vendor's export. */
  readonly template?: string;
  /** Sections of the snapshot that it supplies. */
  readonly provides: readonly SectionName[];
  readonly columns: readonly Column[];
  /** Beside the required columns one of these is needed, unless the header holds the required columns and no other. */
  readonly oneOf?: readonly string[];
  /** METHOD 0.2: 1 primary event log, 0.85 vendor aggregate, 0.6 self-declared, 0.5 heuristic. */
  readonly reliability: number;
  readonly tells: string;
  readonly cannotTell: string;
  /** Its days of use are sign-ins: an old one proves no idle seat (METHOD, Annex). */
  readonly signIns?: true;
  /** Present where each row is one event of one person. */
  readonly eventLog?: EventLog;
}

/** Cells of the row at hand by column name. Empty cells and absent columns are null; an unreadable cell rejects the row. */
export interface CellsByName {
  readonly text: (column: string) => string | null;
  readonly list: (column: string) => readonly string[] | null;
  readonly person: (column: string) => PersonRef | null;
  readonly day: (column: string) => string | null;
  readonly instant: (column: string) => string | null;
  readonly count: (column: string) => number | null;
  readonly decimal: (column: string) => number | null;
  /** 0..1, whether written as a share or in percent. */
  readonly share: (column: string) => number | null;
  readonly yesNo: (column: string) => boolean | null;
  readonly currency: (column: string) => string | null;
  readonly amount: (column: string, currency: string) => Money | null;
}

type Known<F> = F extends (...args: infer A) => infer R ? (...args: A) => NonNullable<R> : never;

export interface RowReader extends CellsByName {
  readonly at: () => Evidence;
  /** The file has this column. */
  readonly has: (column: string) => boolean;
  /** As above, but an empty cell rejects the row. */
  readonly required: { readonly [K in keyof CellsByName]: Known<CellsByName[K]> };
  /** People in a list cell. Column absent = null (not said); cell empty = nobody. */
  readonly people: (column: string) => PersonRef[] | null;
  /** Person behind an address or login that the profile took out of a cell itself. */
  readonly identify: (identifier: string) => PersonRef;
  /** Gives the row up with a reason, which must not hold a cell's value. */
  readonly reject: (column: string | null, reason: string) => never;
}

interface ReadContext {
  /** Currency of amounts that do not name theirs. */
  readonly currency: string;
  /** Rows above the header as text, such as the first line of a DATEV file; empty = none. */
  readonly above: readonly (readonly string[])[];
}

/**
 * One shape of file. `read` turns a row into one or more observations, or rejects it (`row.reject`, or an unreadable
 * cell): a row never ends in neither.
 */
export interface FileProfile {
  readonly meta: ProfileMeta;
  readonly read: (row: RowReader, context: ReadContext) => readonly Observation[];
  /** Amount of a line of spend by itself: where another cell rejects the row, its money is still accounted for. */
  readonly money?: (row: RowReader, context: ReadContext) => Money | null;
}
