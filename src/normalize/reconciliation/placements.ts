import type { Observation, ObservationOf, RejectedRow } from '../../model/observation.ts';
import type { Bucket } from '../../model/reconciliation.ts';
import { spendBucket } from '../money/spend.ts';
import { openBucket, type Place, type PlaceName } from '../names/place-names.ts';
import {
  accountSighting,
  contractSighting,
  eventSighting,
  logSightings,
  spendSighting,
  toolSeenSighting,
} from '../names/sightings.ts';
import { integrationBucket } from '../work/integrations.ts';
import type { Placement } from './placement.ts';

export interface Apart {
  readonly inventory: ReadonlySet<ObservationOf<'tool-seen'>>;
  readonly spend: ReadonlySet<ObservationOf<'spend'>>;
  /** Source of a log -> rows without a readable time, by the position of the tool in the log. */
  readonly undated: ReadonlyMap<string, readonly number[]>;
}

/** A row that is nothing but a name waits for a person while its name is open, although its tool is kept. */
function sightingBucket({ bucket, open }: Place): Bucket {
  return open === null ? bucket : openBucket(open);
}

function bucketOf(observation: Observation, place: PlaceName, apart: Apart): Bucket {
  switch (observation.kind) {
    case 'tool-seen':
      return apart.inventory.has(observation) ? 'duplicate' : sightingBucket(place(toolSeenSighting(observation)));
    case 'spend':
      if (apart.spend.has(observation)) return 'duplicate';
      return spendBucket(observation, place(spendSighting(observation)));
    case 'account':
      return place(accountSighting(observation)).bucket;
    case 'usage-event':
      return place(eventSighting(observation)).bucket;
    case 'contract':
      return place(contractSighting(observation)).bucket;
    case 'integration':
      return integrationBucket(observation, place);
    default:
      return 'used';
  }
}

/** Rows of a log by the bucket of the tool they name; those whose time could not be read stand among the rejected. */
function logPlacements(
  log: ObservationOf<'usage-log'>,
  place: PlaceName,
  undated: Apart['undated'],
): readonly Placement[] {
  const without = undated.get(log.at.source) ?? [];
  return logSightings(log).map((sighting, tool) => ({
    at: log.at,
    bucket: place(sighting).bucket,
    money: null,
    rows: (sighting.rows ?? 0) - (without[tool] ?? 0),
  }));
}

function placementOf(observation: Observation, place: PlaceName, apart: Apart): readonly Placement[] {
  if (observation.kind === 'usage-log') return logPlacements(observation, place, apart.undated);
  const money = observation.kind === 'spend' ? observation.amount : null;
  return [{ at: observation.at, bucket: bucketOf(observation, place, apart), money }];
}

/** Where every observation and every rejected row ends. */
export function placementsOf(
  observations: readonly Observation[],
  rejected: readonly Pick<RejectedRow, 'at' | 'money' | 'rows'>[],
  place: PlaceName,
  apart: Apart,
): readonly Placement[] {
  const placed: Placement[] = [];
  for (const observation of observations) {
    for (const placement of placementOf(observation, place, apart)) placed.push(placement);
  }
  for (const { at, money, rows } of rejected) {
    placed.push({ at, bucket: 'rejected', money, ...(rows === undefined ? {} : { rows }) });
  }
  return placed;
}
