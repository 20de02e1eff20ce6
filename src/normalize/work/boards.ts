import type { ObservationOf } from '../../model/observation.ts';
import type { Board, Process } from '../../model/snapshot.ts';
import { fold } from '../fold.ts';
import { spelling, type TeamName } from '../people/team-names.ts';
import { type Files, keyOf, newestBy } from './newest.ts';

interface Context extends Files {
  readonly team: TeamName;
}

type Named = ObservationOf<'board'> | ObservationOf<'process'>;

/** Boards and processes have no id: the name within the team tells them apart. */
function newestByName<T extends Named>(rows: readonly T[], context: Context): readonly T[] {
  const spelled = rows.map((row) => ({ ...row, team: spelling(context.team, row.team) }));
  return newestBy(spelled, context, ({ name, team }) => keyOf(fold(name), team));
}

export function boardsOf(rows: readonly ObservationOf<'board'>[], context: Context): Board[] {
  return newestByName(rows, context).map(({ kind: _, at, ...board }) => ({ ...board, evidence: at }));
}

export function processesOf(rows: readonly ObservationOf<'process'>[], context: Context): Process[] {
  return newestByName(rows, context).map(({ kind: _, at, ...process }) => ({ ...process, evidence: at }));
}
