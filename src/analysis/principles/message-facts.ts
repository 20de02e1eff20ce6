import type { MessageWeek } from '../../model/snapshot.ts';
import { textOrder } from '../../util/text-order.ts';
import type { ClusterSample } from '../scoring/cluster-bootstrap.ts';
import type { SignalInput } from './signal-unit.ts';

/** A team's week of which every kind of message is counted. */
export interface CountedWeek {
  readonly row: MessageWeek;
  readonly publicChannel: number;
  readonly privateChannel: number;
  readonly direct: number;
  readonly all: number;
}

export interface MessageFacts {
  readonly inWindow: readonly MessageWeek[];
  readonly counted: readonly CountedWeek[];
  /** People of the teams that have records; 0 = the people list does not know these teams. */
  readonly people: number;
  /** Those people over everybody in scope, 0..1. */
  readonly coverage: number;
  readonly windowCoverage: number;
}

export function readMessages({ snapshot, facts }: SignalInput): MessageFacts {
  const { start, end, weeks } = facts.window;
  const inWindow = snapshot.messages.filter((m) => start !== null && end !== null && m.week >= start && m.week <= end);
  const counted = inWindow.flatMap(countWeek);
  const teams = new Set(counted.map((c) => c.row.team));
  const people = [...teams].reduce((n, team) => n + (facts.teamSizes.get(team) ?? 0), 0);
  return {
    inWindow,
    counted,
    people,
    coverage: facts.population.length === 0 ? 0 : people / facts.population.length,
    windowCoverage: weeks === 0 ? 0 : new Set(counted.map((c) => c.row.week)).size / weeks,
  };
}

/** Teams from which the spread between teams can be told. */
const ENOUGH_TEAMS = 5;

/**
 * Counts of team-weeks as a sample of teams: chat tools count by team, so teams are what can be resampled. Nothing
 * under five teams.
 */
export function sampleOfTeams<Row extends { readonly row: MessageWeek }>(
  rows: readonly Row[],
  numerator: (row: Row) => number,
  denominator: (row: Row) => number,
): { readonly sample?: ClusterSample } {
  const teams = [...new Set(rows.map(({ row }) => row.team))].sort(textOrder);
  if (teams.length < ENOUGH_TEAMS) return {};
  const number = new Map(teams.map((team, i) => [team, i]));
  const parts = rows.map((row) => ({
    person: number.get(row.row.team) ?? null,
    numerator: numerator(row),
    denominator: denominator(row),
  }));
  return { sample: { kind: 'ratio', by: 'team', rows: parts } };
}

function countWeek(row: MessageWeek): readonly CountedWeek[] {
  const { publicChannel, privateChannel, direct } = row;
  if (publicChannel === null || privateChannel === null || direct === null) return [];
  return [{ row, publicChannel, privateChannel, direct, all: publicChannel + privateChannel + direct }];
}
