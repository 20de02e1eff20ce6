import type { ObservationOf } from '../../model/observation.ts';
import type { Bucket } from '../../model/reconciliation.ts';
import type { Integration } from '../../model/snapshot.ts';
import { addDays } from '../../util/day-arithmetic.ts';
import { contentKey, splitAcrossFiles } from '../across-files.ts';
import type { FileOf } from '../files.ts';
import { fold } from '../fold.ts';
import type { PlaceName } from '../names/place-names.ts';
import { integrationSightings } from '../names/sightings.ts';

type IntegrationSeen = ObservationOf<'integration'>;

const DAYS_UNTIL_STALE = 30;

/** Not software outweighs open, open outweighs used: an edge stands only where both its ends do. */
const WEIGHT: readonly Bucket[] = ['used', 'review', 'unknown', 'not-software'];

export function integrationBucket(row: IntegrationSeen, place: PlaceName): Bucket {
  const [from, to] = integrationSightings(row).map((end) => place(end).bucket);
  return WEIGHT[Math.max(WEIGHT.indexOf(from ?? 'used'), WEIGHT.indexOf(to ?? 'used'))] ?? 'used';
}

/** METHOD 6a.8: manual is need without an edge; an edge not seen for 30 days is stale; without a date it is live. */
function stateOf(row: IntegrationSeen, staleBefore: string): Integration['state'] {
  if (row.type !== null && fold(row.type) === 'manual') return 'manual';
  return row.lastSeen === null || row.lastSeen >= staleBefore ? 'live' : 'stale';
}

/** Edges between two tools; an edge from a tool to itself (two copies of one product) joins nothing and is left out. */
export function integrationsOf(
  rows: readonly IntegrationSeen[],
  place: PlaceName,
  periodEnd: string,
  fileOf: FileOf,
): Integration[] {
  const staleBefore = addDays(periodEnd, -DAYS_UNTIL_STALE);
  return splitAcrossFiles(rows, fileOf, contentKey).kept.flatMap((row): Integration[] => {
    const [from, to] = integrationSightings(row).map((end) => place(end).tool?.id);
    if (from === undefined || to === undefined || from === to) return [];
    const { type, lastSeen, weeklyHandoffs, at } = row;
    return [{ from, to, type, lastSeen, state: stateOf(row, staleBefore), weeklyHandoffs, evidence: at }];
  });
}
