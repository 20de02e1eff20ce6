import type { PeopleCount } from '../../model/audit/figures.ts';
import { type AuditTool, OTHER_TEAMS, type SeatsAt } from '../../model/audit/structure.ts';
import type { ToldFigures } from '../attack/told-figures.ts';
import { SEAT_CELLS } from '../seat-row.ts';
import { type FigureList, figureList } from './figure-list.ts';

const STATES = ['active', 'inactive', 'unknown'] as const;
const MOVING = [...STATES, 'grace'] as const;

/** What a reader knows of the organisation beside one tool. */
export interface Known {
  readonly counted: number | null;
  /** As published. */
  readonly teamSizes: ReadonlyMap<string, PeopleCount>;
}

function isWithheld({ seats }: AuditTool): boolean {
  return SEAT_CELLS.every((cell) => seats[cell] === null || seats[cell] === 'suppressed');
}

/** Other thresholds sort the same seats; between two of them people change their state, which is a group too. */
function addThresholds(list: FigureList, at: string, counted: readonly SeatsAt[], published: AuditTool): void {
  const shown = new Map((published.seats.sensitivity ?? []).map((row) => [row.thresholdDays, row]));
  for (const row of counted) {
    const path = `${at}.seats.sensitivity.${row.thresholdDays}`;
    for (const state of MOVING)
      list.add(`${path}.${state}`, row[state], shown.get(row.thresholdDays)?.[state], 'detail');
  }
  const rows = [`${at}.seats`, ...counted.map(({ thresholdDays }) => `${at}.seats.sensitivity.${thresholdDays}`)];
  for (const [i, row] of rows.entries()) {
    list.apart(`${at}.seats.neverUsed`, `${row}.inactive`);
    list.within(`${row}.active`, 'people.counted');
    if (i > 0)
      list.sum(
        `${at}.seats.assigned`,
        MOVING.map((state) => `${row}.${state}`),
      );
    if (i > 0) list.apart(`${at}.users`, `${row}.active`);
    for (const other of rows.slice(i + 1))
      for (const state of MOVING) list.apart(`${row}.${state}`, `${other}.${state}`);
  }
}

/**
 * Rows of teams, and the row of all others, which the tool's counts give away. Single teams without a row need no look:
 * the row of the others holds k people or none.
 */
function addTeams(list: FigureList, at: string, counted: AuditTool, published: AuditTool, known: Known): void {
  const truth = new Map((counted.seats.byTeam ?? []).map((row) => [row.team, row]));
  const shown = (published.seats.byTeam ?? []).filter(({ team }) => team !== OTHER_TEAMS);
  if (shown.length === 0) return;
  for (const state of STATES) {
    const parts = shown.map(({ team }) => `${at}.seats.byTeam.${team}.${state}`);
    for (const row of shown)
      list.add(`${at}.seats.byTeam.${row.team}.${state}`, truth.get(row.team)?.[state], row[state], 'detail');
    const told = shown.reduce((sum, { team }) => sum + Number(truth.get(team)?.[state] ?? 0), 0);
    const all = counted.seats[state];
    const rest = `${at}.seats.byTeam.${OTHER_TEAMS}.${state}`;
    const others = published.seats.byTeam?.find(({ team }) => team === OTHER_TEAMS)?.[state];
    list.add(rest, typeof all === 'number' ? all - told : null, others, 'detail');
    list.sum(`${at}.seats.${state}`, [...parts, rest]);
  }
  for (const { team } of shown) {
    const size = known.teamSizes.get(team) ?? null;
    const row = truth.get(team);
    if (row === undefined || typeof size !== 'number') continue;
    const [path, seated] = [`${at}.seats.byTeam.${team}`, `people of ${team} in ${at}`];
    const people = STATES.reduce((sum, state) => sum + Number(row[state]), 0);
    list.add(seated, people, null);
    list.sum(
      seated,
      STATES.map((state) => `${path}.${state}`),
    );
    list.add(`people.teams.${team}.size`, size, size, 'fact');
    list.within(seated, `people.teams.${team}.size`);
  }
}

/** All that is published of one tool's people, and the sums that hold between it (METHOD 6a.13). */
export function toolFigures(counted: AuditTool, published: AuditTool, known: Known): ToldFigures {
  const at = `tools.${counted.id}`;
  const list = figureList(isWithheld(published) ? 0 : 1);
  list.add('people.counted', known.counted, known.counted, 'fact');
  list.add(`${at}.seats.assigned`, counted.seats.assigned, counted.seats.assigned, 'fact');
  list.add(`${at}.users`, counted.users, published.users, 'detail');
  for (const cell of SEAT_CELLS) list.add(`${at}.seats.${cell}`, counted.seats[cell], published.seats[cell]);
  list.add(`${at}.seats.neverUsed`, counted.seats.neverUsed, published.seats.neverUsed, 'detail');
  const cells = MOVING.map((state) => `${at}.seats.${state}`);
  list.sum(`${at}.seats.assigned`, cells);
  list.sum(`${at}.seats.assigned`, [...cells, `${at}.seats.leavers`]);
  list.apart(`${at}.users`, `${at}.seats.active`);
  // Of the people employed, those who do not use it; guests may make the users more, and then nothing follows.
  list.within(`${at}.users`, 'people.counted');
  addThresholds(list, at, counted.seats.sensitivity ?? [], published);
  addTeams(list, at, counted, published, known);
  return list.figures();
}
