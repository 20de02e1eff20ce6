import type { Collection } from '../../model/observation.ts';
import type { Reconciliation } from '../../model/reconciliation.ts';
import type { SpendLine } from '../../model/snapshot.ts';
import type { ByKind } from '../by-kind.ts';
import type { FileOf } from '../files.ts';
import { unconvertedOf } from '../money/spend.ts';
import { repeatedInventoryRows } from '../tools/inventory-duplicates.ts';
import type { ToolSection } from '../tools/tool-section.ts';
import { assertReconciled } from './assert-reconciled.ts';
import { type Apart, placementsOf } from './placements.ts';
import { reconcile } from './reconcile.ts';

/** Every row in one bucket, proven; throws InternalError where a sum does not hold. */
export function reconciliationSection(
  collection: Collection,
  kinds: ByKind,
  { place, spend }: Pick<ToolSection, 'place' | 'spend'>,
  lines: readonly SpendLine[],
  fileOf: FileOf,
  undated: Apart['undated'],
): Reconciliation {
  const apart = {
    inventory: repeatedInventoryRows(kinds['tool-seen'], fileOf),
    spend: new Set(spend.repeated),
    undated,
  };
  const placements = placementsOf(collection.observations, collection.rejected, place, apart);
  const reconciliation = reconcile(collection.sources, placements, unconvertedOf(lines));
  assertReconciled(reconciliation, collection);
  return reconciliation;
}
