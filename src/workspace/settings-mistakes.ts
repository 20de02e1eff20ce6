import { DateTime, IANAZone } from 'luxon';
import type { WorkspaceConfig } from '../model/workspace-config.ts';

/** A value of the right shape that means nothing; `path` leads to it in the file. */
export interface SettingsMistake {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** `MM-DD` that stands in every year; the 29th of February does not. */
function isDayOfEveryYear(monthAndDay: string): boolean {
  return DateTime.fromISO(`2023-${monthAndDay}`, { zone: 'utc' }).isValid;
}

/** Names and days of `unsprawl.yaml` that look right and do not exist, in the order of the file. */
export function configMistakes({ organisation, fiscal_year_start }: WorkspaceConfig): SettingsMistake[] {
  const mistakes: SettingsMistake[] = [];
  if (!IANAZone.isValidZone(organisation.time_zone)) {
    const message = 'this time zone does not exist; write an IANA name such as Europe/Berlin or UTC';
    mistakes.push({ path: ['organisation', 'time_zone'], message });
  }
  if (!isDayOfEveryYear(fiscal_year_start)) {
    const message = 'this is no day of every year; write month and day such as 04-01';
    mistakes.push({ path: ['fiscal_year_start'], message });
  }
  return mistakes;
}
