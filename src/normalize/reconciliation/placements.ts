import type { Observation, ObservationOf, RejectedRow } from '../../model/observation.ts';
import type { Bucket } from '../../model/reconciliation.ts';
import { spendBucket } from '../money/spend.ts';
import { openBucket, type Place, type PlaceName } from '../names/place-names.ts';
import {
  accountSighting,
  contractSighting,
  eventSighting,
  spendSighting,
  toolSeenSighting,
} from '../names/sightings.ts';
import { integrationBucket } from '../work/integrations.ts';
import type { Placement } from './placement.ts';

export interface Repeated {
  readonly inventory: ReadonlySet<ObservationOf<'tool-seen'>>;
  readonly spend: ReadonlySet<ObservationOf<'spend'>>;
}

/** A row that is nothing but a name waits for a person while its name is open, although its tool is kept. */
function sightingBucket({ bucket, open }: Place): Bucket {
  return open === null ? bucket : openBucket(open);
}

function bucketOf(observation: Observation, place: PlaceName, repeated: Repeated): Bucket {
  switch (observation.kind) {
    case 'tool-seen':
      return repeated.inventory.has(observation) ? 'duplicate' : sightingBucket(place(toolSeenSighting(observation)));
    case 'spend':
      if (repeated.spend.has(observation)) return 'duplicate';
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

/** Where every observation and every rejected row ends. */
export function placementsOf(
  observations: readonly Observation[],
  rejected: readonly Pick<RejectedRow, 'at' | 'money'>[],
  place: PlaceName,
  repeated: Repeated,
): readonly Placement[] {
  const placed = observations.map((observation) => ({
    at: observation.at,
    bucket: bucketOf(observation, place, repeated),
    money: observation.kind === 'spend' ? observation.amount : null,
  }));
  return [...placed, ...rejected.map(({ at, money }) => ({ at, bucket: 'rejected' as const, money }))];
}
