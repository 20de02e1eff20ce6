import type { ObservationOf } from '../../model/observation.ts';
import type { Contract } from '../../model/snapshot.ts';
import { contentKey, splitAcrossFiles } from '../across-files.ts';
import type { FileOf } from '../files.ts';
import type { PlaceName } from '../names/place-names.ts';
import { contractSighting } from '../names/sightings.ts';

/** Contracts in the order of the sources; a row that stands equal in another file is the same contract. */
export function contractsOf(rows: readonly ObservationOf<'contract'>[], place: PlaceName, fileOf: FileOf): Contract[] {
  return splitAcrossFiles(rows, fileOf, contentKey).kept.flatMap((row): Contract[] => {
    const tool = place(contractSighting(row)).tool?.id;
    const { kind: _, at, tool: __, ...terms } = row;
    return tool === undefined ? [] : [{ tool, ...terms, evidence: at }];
  });
}
