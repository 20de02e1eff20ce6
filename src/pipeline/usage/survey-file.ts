import type { DuckDBConnection } from '@duckdb/node-api';
import { personNamed, toolNamed } from '../../connectors/files/log-names.ts';
import { InputError } from '../../errors/audit-error.ts';
import { pseudonymOf } from '../../privacy/pseudonym.ts';
import { layZonesByName } from '../../usage/duckdb/fact-tables.ts';
import { rowsByLine } from '../../usage/duckdb/log-lines.ts';
import { hashed, scan } from '../../usage/duckdb/log-relation.ts';
import { damagedRecords } from '../../usage/duckdb/odd-times.ts';
import type { LogShape } from '../../usage/log-shape.ts';
import { readKey } from '../../workspace/key.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Ports } from '../ports.ts';
import { type CountedNames, countLogFile, type LogNames } from './count-log-file.ts';
import { engineVersion, secretOf, withEngine } from './engine.ts';
import { factConditions, type ZonedConditions } from './fact-conditions.ts';
import { factsPath, store, unfinishedPath } from './facts-store.ts';
import { knownZones } from './known-zones.ts';
import { LogSurvey, stateOf } from './log-survey.ts';
import type { OpenedLog } from './open-log.ts';
import { readOddTimes, undatedByReason } from './read-odd-times.ts';
import { type ReadableLog, readableLog } from './readable-log.ts';
import { type SettledTimes, settleTimes } from './settle-times.ts';
import { tellElapsed } from './tell-elapsed.ts';

function notReadable(file: string, cause: unknown): InputError {
  return new InputError({
    code: 'log-unreadable',
    message: `${file} cannot be read to its end; it is damaged, cut off or not what its beginning says.`,
    nextSteps: ['Fetch it again, or import the unpacked file.'],
    file,
    cause,
  });
}

/** The engine's own words name columns and paths; what it could not read is all that a person needs. */
function asInputError(file: string, thrown: unknown): Error {
  return isOurs(thrown) ? (thrown as Error) : notReadable(file, thrown);
}

function isOurs(thrown: unknown): boolean {
  return thrown instanceof InputError || !(thrown instanceof Error);
}

export async function logNames({ root }: Workspace): Promise<LogNames> {
  const key = await readKey(root);
  return {
    person: (text) => personNamed(text, { pseudonym: (identifier) => pseudonymOf(key, identifier) }),
    tool: toolNamed,
  };
}

function unusedOf({ at, person, tool, only }: OpenedLog['fit'], header: readonly string[]): string[] {
  const used = new Set([...at, person, tool, ...only.map(({ column }) => column)]);
  return header.filter((_, position) => !used.has(position));
}

interface Desk {
  readonly workspace: Workspace;
  readonly connection: DuckDBConnection;
  readonly secret: bigint;
  readonly names: LogNames;
  readonly conditions: ZonedConditions;
  readonly zones: string;
  readonly name: string;
  readonly unfinished: string;
  readonly ports: Ports;
}

/** A log as it was counted. */
interface CountedLog {
  /** As it lies in the inbox. */
  readonly shape: LogShape;
  readonly readable: ReadableLog;
  readonly counted: CountedNames;
}

async function countOnce(desk: Desk, shape: LogShape, readable: ReadableLog): Promise<CountedLog> {
  const { connection, secret, zones, conditions, names, unfinished, ports, name } = desk;
  const counted = await tellElapsed(ports, `Counting ${name}`, () =>
    countLogFile(connection, readable.shape, secret, zones, conditions, names, unfinished),
  );
  return { shape, readable, counted };
}

/** Rows that the copy could not take have its reasons. */
function withReasons({ counted, ...log }: CountedLog): CountedLog {
  const reasons = new Map(log.readable.broken.map(({ row, reason }) => [row, reason]));
  const broken = counted.broken.map(({ line, reason }) => ({ line, reason: reasons.get(line) ?? reason }));
  return { ...log, counted: { ...counted, broken } };
}

/** Where the rows are not as many as the lines, the log is read once more, record by record. */
async function countWhole(desk: Desk, log: CountedLog, hasQuotes: Promise<boolean>): Promise<CountedLog> {
  const { layout, copy } = log.shape;
  if (layout.format !== 'csv' || copy !== null) return log;
  if (!(await hasQuotes) && log.counted.brokenLines === 0) return log;
  if ((await rowsByLine(desk.connection, log.shape, layout.headerRow)) === log.counted.rows) return log;
  desk.ports.progress(`Reading ${desk.name} record by record, because a quote in it is open or spans lines`);
  const shape: LogShape = { ...log.shape, copy: 'records' };
  return withReasons(await countOnce(desk, shape, await readableLog(desk.workspace, desk.connection, shape, 'whole')));
}

type Dated = CountedLog & { readonly undated: LogSurvey['undated'] };

/** Times that the engine could not read are read as the readers of tables do, and the log is counted with them. */
async function countDated(desk: Desk, log: CountedLog, order: SettledTimes['order']): Promise<Dated> {
  const { connection, secret, name } = desk;
  const { counted, readable } = log;
  if (counted.undatedRows === 0) return { ...log, undated: [] };
  const odd = { shape: readable.shape, secret, leftOut: counted.leftOut };
  const times = await readOddTimes(connection, odd, order, name);
  const oddTimes = times.readable;
  const withTimes = { ...readable.shape, oddTimes };
  const recounted =
    oddTimes.length === 0 ? log : await countOnce(desk, { ...log.shape, oddTimes }, { ...readable, shape: withTimes });
  // The lines that are no rows were named before.
  const whole = { ...recounted, counted: { ...recounted.counted, broken: counted.broken } };
  const left = recounted.counted.undatedRows;
  const undated = await undatedByReason(connection, { ...odd, shape: withTimes }, times, left, counted);
  return { ...whole, undated };
}

const DAMAGED = 'is no JSON record in UTF-8: it is cut off or damaged';
const SHOWN = 100;

/** Records that are cut off name nobody, and that is not why they are no use. */
async function withDamaged(desk: Desk, log: Dated): Promise<Dated> {
  const { shape } = log.readable;
  const { rows, usable } = log.counted;
  if (shape.layout.format !== 'json' || shape.layout.records !== 'lines' || rows === usable) return log;
  const damaged = await damagedRecords(desk.connection, scan(shape, 'unused'), SHOWN);
  const broken = damaged.rows.map((line) => ({ line, reason: DAMAGED }));
  return { ...log, counted: { ...log.counted, brokenLines: damaged.count, broken } };
}

function storedShape({ path: _, ...shape }: LogShape): LogSurvey['shape'] {
  return structuredClone(shape) as LogSurvey['shape'];
}

/** What is told of a file while it is fingerprinted. */
export interface FilePrint {
  readonly sha256: Promise<string>;
  /** Its bytes hold a double quote; true where nobody looked, as in packed files. */
  readonly hasQuotes: Promise<boolean>;
}

/**
 * Reads a log once: who and what is in it, and its facts by the zones that are known by now.
 * @param name of the file, for errors
 * @param print its fingerprint, which is taken at the same time
 * @throws InputError where its times or bytes cannot be read
 */
export async function surveyFile(
  workspace: Workspace,
  { fit, header, shape }: OpenedLog,
  name: string,
  print: FilePrint,
  ports: Ports,
): Promise<LogSurvey> {
  const timeZone = fit.timeZone ?? workspace.config.organisation.time_zone;
  const [secret, names, zoneOf] = [await secretOf(workspace), await logNames(workspace), await knownZones(workspace)];
  const conditions = factConditions(workspace.config, zoneOf.values());
  const state = await stateOf(shape.path);
  const unfinished = await unfinishedPath(workspace);
  const surveyAs = (copy: LogShape['copy']) =>
    withEngine(workspace, timeZone, async (connection) => {
      const untimed: LogShape = { ...shape, copy, timeZone, times: { form: 'iso' }, oddTimes: [] };
      const readable = await readableLog(workspace, connection, untimed, 'first');
      const { times, order } = await settleTimes(connection, readable.shape, fit.dayOrder, name);
      const named = [...zoneOf].map(([text, zone]) => ({ name: text, zone: conditions.zoneNumber(zone) }));
      const zones = await layZonesByName(connection, named, (text) => hashed(text, secret));
      const desk: Desk = { workspace, connection, secret, names, conditions, zones, name, unfinished, ports };
      const timed = { ...readable, shape: { ...readable.shape, times } };
      const first = withReasons(await countOnce(desk, { ...untimed, times }, timed));
      return withDamaged(desk, await countDated(desk, await countWhole(desk, first, print.hasQuotes), order));
    });
  const { counted, undated, ...found } = await surveyAs(shape.copy)
    // Line ends of two kinds and bytes that are no text stop the engine, not the readers of tables.
    .catch((thrown: unknown) => {
      if (isOurs(thrown) || shape.layout.format !== 'csv' || shape.copy !== null) throw thrown;
      ports.progress(`Reading ${name} record by record, because the engine cannot take it apart`);
      return surveyAs('records');
    })
    .catch((thrown: unknown) => {
      throw asInputError(name, thrown);
    });
  const { texts, undatedRows: _, leftOut: __, ...survey } = counted;
  // As it is read back: the facts go by its text.
  const whole = LogSurvey.parse({
    schema: 'unsprawl/log-survey@2' as const,
    ...state,
    engine: await engineVersion(),
    profile: fit.profile.meta.id,
    nameKind: fit.nameKind,
    unusedColumns: unusedOf(fit, header),
    ...survey,
    undated,
    shape: storedShape(found.shape),
  });
  const zones = texts.map((text) => conditions.zoneName(zoneOf.get(text) ?? null));
  await store(unfinished, factsPath(workspace, await print.sha256, whole, zones, conditions));
  return whole;
}
