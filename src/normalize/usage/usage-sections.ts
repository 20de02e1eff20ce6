import type { Snapshot } from '../../model/snapshot.ts';
import type { WorkspaceConfig } from '../../model/workspace-config.ts';
import { contentKey, splitAcrossFiles } from '../across-files.ts';
import type { ByKind } from '../by-kind.ts';
import type { FileOf } from '../files.ts';
import type { PlaceName } from '../names/place-names.ts';
import type { PeopleSection } from '../people/people-section.ts';
import { accountsOf } from './accounts.ts';
import { localDays } from './local-day.ts';
import { activitiesOf, usageDaysOf } from './person-days.ts';

/** Accounts, and person-days where the privacy profile allows them (METHOD 6a.30). */
export function usageSections(
  config: WorkspaceConfig,
  kinds: ByKind,
  { indexer, people }: PeopleSection,
  place: PlaceName,
  fileOf: FileOf,
): Pick<Snapshot, 'accounts' | 'usageDays'> {
  const localDay = localDays(config.organisation.time_zone);
  // Logs are exported in overlapping stretches: the same event in two files happened once.
  const events = splitAcrossFiles(kinds['usage-event'], fileOf, contentKey).kept;
  const activities = activitiesOf(events, { place, indexer, people, localDay, period: config.period });
  const countDays = config.privacy.profile === 'standard';
  return {
    accounts: accountsOf(kinds.account, { place, indexer, activities, countDays }),
    usageDays: usageDaysOf(countDays ? activities : []),
  };
}
