import { profiles } from '../connectors/files/profiles/registry.ts';
import { pulseShapes } from '../connectors/files/read-pulse.ts';
import { InputError } from '../errors/audit-error.ts';

/** One recognised export shape. */
export interface ConnectorEntry {
  readonly id: string;
  readonly title: string;
  readonly provides: readonly string[];
  readonly reliability: number;
  readonly tells: string;
  readonly cannotTell: string;
  readonly columns: readonly { readonly name: string; readonly required: boolean; readonly help: string }[];
}

export function listConnectors(): readonly ConnectorEntry[] {
  const fromProfiles = profiles.map(({ meta }) => ({
    id: meta.id,
    title: meta.title,
    provides: meta.provides,
    reliability: meta.reliability,
    tells: meta.tells,
    cannotTell: meta.cannotTell,
    columns: meta.columns.map(({ name, required, help }) => ({ name, required, help })),
  }));
  return [...fromProfiles, ...pulseShapes];
}

/** @throws InputError for an unknown id */
export function describeConnector(id: string): ConnectorEntry {
  const found = listConnectors().find((entry) => entry.id === id);
  if (found !== undefined) return found;
  throw new InputError({
    code: 'unknown-connector',
    message: `There is no connector or file profile called "${id}".`,
    nextSteps: ['List them with `unsprawl connectors`.'],
  });
}
