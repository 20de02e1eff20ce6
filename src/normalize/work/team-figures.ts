import type { ObservationOf } from '../../model/observation.ts';
import type { MessageWeek, Need, SurveyResult, WikiWeek, WritingWeek } from '../../model/snapshot.ts';
import { contentKey, splitAcrossFiles } from '../across-files.ts';
import type { FileOf } from '../files.ts';
import { spelling, type TeamName } from '../people/team-names.ts';

type OfTeam = ObservationOf<'messages' | 'need' | 'survey-answer' | 'wiki-week' | 'writing'>;

/** Rows under the team's one spelling; what two files say alike counts once. */
function ofTeams<T extends OfTeam>(rows: readonly T[], team: TeamName, fileOf: FileOf): T[] {
  const spelled = rows.map((row) => ({ ...row, team: spelling(team, row.team) }));
  return [...splitAcrossFiles(spelled, fileOf, contentKey).kept];
}

export function messagesOf(rows: readonly ObservationOf<'messages'>[], team: TeamName, fileOf: FileOf): MessageWeek[] {
  return ofTeams(rows, team, fileOf).map(({ kind: _, at, ...week }) => ({ ...week, evidence: at }));
}

export function wikiWeeksOf(rows: readonly ObservationOf<'wiki-week'>[], team: TeamName, fileOf: FileOf): WikiWeek[] {
  return ofTeams(rows, team, fileOf).map(({ kind: _, at, ...week }) => ({ ...week, evidence: at }));
}

export function writingOf(rows: readonly ObservationOf<'writing'>[], team: TeamName, fileOf: FileOf): WritingWeek[] {
  return ofTeams(rows, team, fileOf).map(({ kind: _, at, ...week }) => ({ ...week, evidence: at }));
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
