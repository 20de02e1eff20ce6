import type { ObservationOf } from '../../model/observation.ts';
import type { Snapshot, UsageDays } from '../../model/snapshot.ts';
import type { WorkspaceConfig } from '../../model/workspace-config.ts';
import { contentKey, splitAcrossFiles } from '../across-files.ts';
import type { ByKind } from '../by-kind.ts';
import type { FileOf } from '../files.ts';
import type { PlaceName } from '../names/place-names.ts';
import type { PeopleSection } from '../people/people-section.ts';
import { accountsOf } from './accounts.ts';
import type { CountedUsage, ToolActivity } from './counted-usage.ts';
import { localDays } from './local-day.ts';
import { activitiesOf, toolActivity, usageDaysOf } from './person-days.ts';

interface Context {
  readonly config: WorkspaceConfig;
  readonly kinds: ByKind;
  readonly who: PeopleSection;
  readonly place: PlaceName;
  readonly fileOf: FileOf;
}

/** Logs are exported in overlapping stretches: the same event in two files happened once. */
export function eventsOnce(kinds: ByKind, fileOf: FileOf): readonly ObservationOf<'usage-event'>[] {
  return splitAcrossFiles(kinds['usage-event'], fileOf, contentKey).kept;
}

/** Person-days are computed where the privacy profile allows them (METHOD 6a.30). */
export function countsDays({ privacy }: WorkspaceConfig): boolean {
  return privacy.profile === 'standard';
}

function readRowByRow({ config, kinds, who, place, fileOf }: Context): {
  activities: readonly ToolActivity[];
  days: UsageDays;
} {
  const localDay = localDays(config.organisation.time_zone);
  const { indexer, people } = who;
  const events = eventsOnce(kinds, fileOf);
  const activities = activitiesOf(events, { place, indexer, people, localDay, period: config.period });
  return { activities: activities.map(toolActivity), days: usageDaysOf(countsDays(config) ? activities : []) };
}

const IN_ITS_FILE: UsageDays = { tool: [], person: [], day: [], events: [] };

/** Accounts and person-days. Where the usage engine has counted, the days stand in its file. */
export function usageSections(
  context: Context,
  counted: CountedUsage | null,
): Pick<Snapshot, 'accounts' | 'usageDays'> {
  const { config, kinds, who, place } = context;
  const { activities, days } =
    counted === null ? readRowByRow(context) : { activities: counted.activities, days: IN_ITS_FILE };
  const { indexer } = who;
  return {
    accounts: accountsOf(kinds.account, { place, indexer, activities, countDays: countsDays(config) }),
    usageDays: days,
  };
}
