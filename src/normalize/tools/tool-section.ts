import type { Gap } from '../../model/evidence.ts';
import type { Collection, ObservationOf } from '../../model/observation.ts';
import type { Decisions } from '../../model/policy.ts';
import type { Catalogue } from '../../model/product.ts';
import type { OpenName } from '../../model/reconciliation.ts';
import type { Tool } from '../../model/snapshot.ts';
import type { Split } from '../across-files.ts';
import type { ByKind } from '../by-kind.ts';
import type { FileOf } from '../files.ts';
import { splitSpend } from '../money/spend.ts';
import { openNamesOf } from '../names/open-names.ts';
import { type PlaceName, placeNames } from '../names/place-names.ts';
import { type Resolve, resolveNames } from '../names/resolve-names.ts';
import { sightingsOf } from '../names/sightings.ts';
import { draftTools } from './drafts.ts';
import { toolsOf } from './tools.ts';

/** Which names are which tool, for every section that names tools. */
export interface ToolSection {
  readonly spend: Split<ObservationOf<'spend'>>;
  readonly resolve: Resolve;
  readonly place: PlaceName;
  readonly tools: Tool[];
  readonly gaps: readonly Gap[];
  readonly openNames: OpenName[];
}

interface Input {
  readonly collection: Collection;
  readonly catalogue: Catalogue;
  readonly decisions: Decisions;
}

export function toolSection(input: Input, kinds: ByKind, fileOf: FileOf): ToolSection {
  const { collection, catalogue, decisions } = input;
  const spend = splitSpend(kinds.spend, fileOf);
  const sightings = sightingsOf(kinds, spend.kept);
  const resolve = resolveNames(catalogue, decisions);
  const place = placeNames(resolve, sightings);
  const inventory = kinds['tool-seen'].filter((row) => row.origin === 'inventory');
  const { tools, gaps } = toolsOf(draftTools(sightings, place, inventory), {
    capabilities: catalogue.capabilities,
    overrides: decisions.overrides,
    sources: collection.sources,
  });
  return { spend, resolve, place, tools, gaps, openNames: openNamesOf(sightings, place) };
}
