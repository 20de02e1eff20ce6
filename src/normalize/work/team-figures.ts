import type { ObservationOf } from '../../model/observation.ts';
import type { MessageWeek, Need, SurveyResult } from '../../model/snapshot.ts';
import { contentKey, splitAcrossFiles } from '../across-files.ts';
import type { FileOf } from '../files.ts';
import type { TeamName } from '../people/team-names.ts';

type OfTeam = ObservationOf<'messages'> | ObservationOf<'need'> | ObservationOf<'survey-answer'>;

/** Rows under the team's one spelling; what two files say alike counts once. */
function ofTeams<T extends OfTeam>(rows: readonly T[], team: TeamName, fileOf: FileOf): T[] {
  const spelled = rows.map((row) => ({ ...row, team: team(row.team) }));
  return [...splitAcrossFiles(spelled, fileOf, contentKey).kept];
}

/** `afterHours` is dropped where it must not be computed (METHOD 6a.30). */
export function messagesOf(
  rows: readonly ObservationOf<'messages'>[],
  team: TeamName,
  fileOf: FileOf,
  afterHoursAllowed: boolean,
): MessageWeek[] {
  return ofTeams(rows, team, fileOf).map(({ kind: _, at, ...week }) => ({
    ...week,
    afterHours: afterHoursAllowed ? week.afterHours : null,
    evidence: at,
  }));
}

export function needsOf(rows: readonly ObservationOf<'need'>[], team: TeamName, fileOf: FileOf): Need[] {
  return ofTeams(rows, team, fileOf).map(({ kind: _, at, ...need }) => ({ ...need, evidence: at }));
}

export function surveyOf(
  rows: readonly ObservationOf<'survey-answer'>[],
  team: TeamName,
  fileOf: FileOf,
): SurveyResult[] {
  return ofTeams(rows, team, fileOf).map(({ kind: _, at, ...answer }) => ({ ...answer, evidence: at }));
}
