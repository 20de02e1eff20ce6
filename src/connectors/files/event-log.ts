import type { FileMapping } from '../../model/mapping.ts';
import type { NameKind } from '../../model/product.ts';
import type { EventLog, FileProfile } from './profile.ts';
import { profiles } from './profiles/registry.ts';
import { applyMapping, mappingFor } from './recognition/apply-mapping.ts';
import { type Fit, recognise } from './recognition/recognise.ts';
import type { Sheet } from './tables/sheet.ts';
import { zoneOfHeader } from './zone-of-header.ts';

/** The tool stands in `tool` where `where` holds one of the values. */
export interface ToolPosition {
  readonly tool: number;
  readonly where: { readonly column: number; readonly values: readonly string[] };
}

/** Which columns of a log hold what: positions in its header. */
export interface EventLogFit {
  readonly profile: FileProfile;
  readonly nameKind: NameKind;
  readonly at: readonly number[];
  readonly person: number;
  readonly tool: number | { readonly constant: string } | { readonly firstOf: readonly ToolPosition[] };
  readonly only: readonly { readonly column: number; readonly values: readonly string[] }[];
  /** IANA zone of times that name none, by the header or the vendor; null = the organisation's. */
  readonly timeZone: string | null;
  /** Order of day and month where a person or the vendor says it. */
  readonly dayOrder: 'day-first' | 'month-first' | null;
}

type PositionOf = (name: string) => number | null;

function toolOf(tool: EventLog['tool'], positionOf: PositionOf): EventLogFit['tool'] | null {
  if (typeof tool === 'string') return positionOf(tool);
  if ('constant' in tool) return tool;
  const firstOf = tool.among.flatMap(({ column, kind }) => {
    const [at, where] = [positionOf(column), positionOf(kind)];
    return at === null || where === null ? [] : [{ tool: at, where: { column: where, values: tool.kinds } }];
  });
  return firstOf.length === 0 ? null : { firstOf };
}

function fitOf(
  { profile, binding }: Fit,
  log: EventLog,
  header: readonly string[],
  mapping: FileMapping | null,
): EventLogFit | null {
  // A mapping may give a column by a constant, which stands behind the last column of the file.
  const positionOf: PositionOf = (name) => {
    const position = binding.positions.get(name);
    return position === undefined || position >= header.length ? null : position;
  };
  const times = [log.timestamp, ...(log.otherTimestamp === undefined ? [] : [log.otherTimestamp])];
  const found = times.flatMap((name) => positionOf(name) ?? []);
  const only = (log.only ?? []).map(({ column, values }) => ({ column: positionOf(column), values }));
  const constant = typeof log.tool === 'string' ? mapping?.constants[log.tool] : undefined;
  const tool = constant === undefined ? toolOf(log.tool, positionOf) : { constant: String(constant) };
  const person = positionOf(log.person);
  const column = profile.meta.columns.find(({ name }) => positionOf(name) === found[0]);
  if (found.length === 0 || person === null || tool === null || only.some(({ column: at }) => at === null)) return null;
  return {
    profile,
    nameKind: log.nameKind,
    at: found,
    person,
    tool,
    only: only.map(({ column: at, values }) => ({ column: at ?? 0, values })),
    timeZone: zoneOfHeader(header[found[0] ?? 0] ?? '') ?? column?.zone ?? null,
    dayOrder: column?.dayOrder ?? null,
  };
}

/** A table of which only the header is looked at. */
function headerOnly(header: readonly string[]): Sheet {
  return { name: null, headerRow: 1, header, above: [], hidden: false, serialShift: 0, visit: () => undefined };
}

function fitOfHeader(header: readonly string[], mapping: FileMapping | null): Fit | null {
  if (mapping !== null) return applyMapping(headerOnly(header), mapping, profiles)?.fit ?? null;
  const answer = recognise(header, profiles);
  return answer.kind === 'recognised' ? answer.fit : null;
}

/** The event log whose header this is; null = another kind of table, or none that is known. */
export function recogniseEventLog(
  header: readonly string[],
  mappings: readonly FileMapping[] = [],
): EventLogFit | null {
  const mapping = mappingFor(header, mappings);
  const fit = fitOfHeader(header, mapping);
  const log = fit?.profile.meta.eventLog;
  return fit === null || log === undefined ? null : fitOf(fit, log, header, mapping);
}

/** Some profile or mapping knows the header, whatever kind of table it is. */
export function isKnownHeader(header: readonly string[], mappings: readonly FileMapping[]): boolean {
  return mappingFor(header, mappings) !== null || recognise(header, profiles).kind !== 'unknown';
}
