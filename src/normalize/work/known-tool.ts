import type { RawTool } from '../../model/observation.ts';
import type { Resolve } from '../names/resolve-names.ts';

/** The tool of the snapshot that a name stands for; null = one that no other source names. */
export type KnownTool = (raw: RawTool) => string | null;

export function knownTools(resolve: Resolve, toolIds: ReadonlySet<string>): KnownTool {
  return (raw) => {
    const found = resolve(raw);
    return found.is !== 'none' && toolIds.has(found.identity.id) ? found.identity.id : null;
  };
}
