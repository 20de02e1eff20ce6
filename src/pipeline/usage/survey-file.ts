import { personNamed, toolNamed } from '../../connectors/files/log-names.ts';
import { InputError } from '../../errors/audit-error.ts';
import { pseudonymOf } from '../../privacy/pseudonym.ts';
import { layZonesByName } from '../../usage/duckdb/fact-tables.ts';
import { hashed } from '../../usage/duckdb/log-relation.ts';
import type { LogShape } from '../../usage/log-shape.ts';
import { readKey } from '../../workspace/key.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Ports } from '../ports.ts';
import { countLogFile, type LogNames } from './count-log-file.ts';
import { engineVersion, secretOf, withEngine } from './engine.ts';
import { factConditions } from './fact-conditions.ts';
import { factsPath, store, unfinishedPath } from './facts-store.ts';
import { knownZones } from './known-zones.ts';
import { LogSurvey, stateOf } from './log-survey.ts';
import type { OpenedLog } from './open-log.ts';
import { settleTimes } from './settle-times.ts';
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
  const isOurs = thrown instanceof InputError || !(thrown instanceof Error);
  return isOurs ? (thrown as Error) : notReadable(file, thrown);
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

function storedShape({ path: _, ...shape }: LogShape): LogSurvey['shape'] {
  const { at, only, times } = shape;
  return {
    ...shape,
    at: [...at],
    only: only.map(({ column, values }) => ({ column, values: [...values] })),
    times: times.form === 'patterns' ? { form: 'patterns', patterns: [...times.patterns] } : times,
  };
}

/**
 * Reads a log once: who and what is in it, and its facts by the zones that are known by now.
 * @param name of the file, for errors
 * @param sha256 its fingerprint, which is taken at the same time
 * @throws InputError where its times or bytes cannot be read
 */
export async function surveyFile(
  workspace: Workspace,
  { fit, header, shape }: OpenedLog,
  name: string,
  sha256: Promise<string>,
  ports: Ports,
): Promise<LogSurvey> {
  const timeZone = fit.timeZone ?? workspace.config.organisation.time_zone;
  const [secret, names, zoneOf] = [await secretOf(workspace), await logNames(workspace), await knownZones(workspace)];
  const conditions = factConditions(workspace.config, zoneOf.values());
  const state = await stateOf(shape.path);
  const unfinished = await unfinishedPath(workspace);
  const { texts, survey } = await withEngine(workspace, timeZone, async (connection) => {
    const untimed: LogShape = { ...shape, timeZone, times: { form: 'iso' } };
    const timed = { ...untimed, times: await settleTimes(connection, untimed, fit.dayOrder, name) };
    const named = [...zoneOf].map(([text, zone]) => ({ name: text, zone: conditions.zoneNumber(zone) }));
    const zones = await layZonesByName(connection, named, (text) => hashed(text, secret));
    const counted = await tellElapsed(ports, `Counting ${name}`, () =>
      countLogFile(connection, timed, secret, zones, conditions, names, unfinished),
    );
    const { texts: people, ...found } = counted;
    return { texts: people, survey: { ...found, shape: storedShape(timed) } };
  }).catch((thrown: unknown) => {
    throw asInputError(name, thrown);
  });
  // As it is read back: the facts go by its text.
  const whole = LogSurvey.parse({
    schema: 'unsprawl/log-survey@1' as const,
    ...state,
    engine: await engineVersion(),
    profile: fit.profile.meta.id,
    nameKind: fit.nameKind,
    unusedColumns: unusedOf(fit, header),
    ...survey,
  });
  const zones = texts.map((text) => conditions.zoneName(zoneOf.get(text) ?? null));
  await store(unfinished, factsPath(workspace, await sha256, whole, zones, conditions));
  return whole;
}
