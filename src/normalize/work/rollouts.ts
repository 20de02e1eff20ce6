import type { ObservationOf } from '../../model/observation.ts';
import type { Rollout } from '../../model/snapshot.ts';
import { contentKey, splitAcrossFiles } from '../across-files.ts';
import type { FileOf } from '../files.ts';
import type { KnownTool } from './known-tool.ts';

/** Changes that were made; the same change in two files is one. */
export function rolloutsOf(rows: readonly ObservationOf<'rollout'>[], knownTool: KnownTool, fileOf: FileOf): Rollout[] {
  return splitAcrossFiles(rows, fileOf, contentKey).kept.map(({ kind: _, at, tool, ...rollout }) => ({
    ...rollout,
    tool: tool === null ? null : knownTool(tool),
    evidence: at,
  }));
}
