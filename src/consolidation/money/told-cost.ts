import { type PlanPart, planEffects, type ToolEffect } from '../effects.ts';
import type { Estate, EstateTool } from '../estate.ts';
import { hidesSmallGroup, stepUp, toldLeaving } from '../small-groups.ts';
import { type Flow, toldFlows } from './told-flows.ts';

export interface ToldSetting {
  readonly estate: Estate;
  /** Smallest number of people that may be told. */
  readonly k: number;
  readonly years: number;
  /** Of moving one person, once; minor units. */
  readonly switchCost: number;
  /** Of a function that one person loses, a year; minor units. */
  readonly shortfallPerPerson: number;
}

/**
 * What is added to the cost of a group's plan, so that it too counts groups below k as k: seats and moving cost of those
 * counted beyond the true number, seats that are not given back for them, users in whole steps of k where their number
 * is withheld. Minor units, 0 or more; 0 where no group is that small.
 */
export function toldSupplement(part: PlanPart, setting: ToldSetting): number {
  if (!hidesGroup(part, setting)) return 0;
  const effects = planEffects({ parts: [part] });
  const amounts = [
    ...toldFlows(setting.estate, effects, setting.k).map((flow) => flowSupplement(flow, part, setting)),
    ...part.built.tools.map((tool, at) => toolSupplement(tool, at, effects.get(tool.id), part, setting)),
    shortfallSupplement(part, setting),
  ];
  return Math.round(amounts.reduce((sum, each) => sum + each, 0));
}

/** Does a group below k move, stay behind or stand in a seat count? Then the difference of two costs would tell it. */
export function hidesGroup(part: PlanPart, { estate, k }: Pick<ToldSetting, 'estate' | 'k'>): boolean {
  const effects = planEffects({ parts: [part] });
  return (
    part.built.tools.some((tool) => isWithheld(tool, k) || notTold(tool, effects.get(tool.id), k) > 0) ||
    toldFlows(estate, effects, k).some(({ isHidden }) => isHidden)
  );
}

function isWithheld(tool: EstateTool, k: number): boolean {
  return (tool.users?.size ?? 0) > 0 && hidesSmallGroup(tool.audit, k);
}

function flowSupplement({ to, movers, seats, told }: Flow, { built }: PlanPart, setting: ToldSetting): number {
  const seat = built.tools.find(({ id }) => id === to)?.cost?.seat ?? 0;
  // A tool that stays in any case has its present seats for nothing; elsewhere the plan pays for all who work there.
  const more = built.forced.has(to) ? told.seats - seats : told.movers - movers;
  return setting.years * more * seat + (told.movers - movers) * setting.switchCost;
}

function toolSupplement(
  tool: EstateTool,
  at: number,
  effect: ToolEffect | undefined,
  { built, point }: PlanPart,
  { years, k }: ToldSetting,
): number {
  if (effect?.kept !== true) return 0;
  const users = tool.users?.size ?? 0;
  const held = notTold(tool, effect, k);
  const more = held + (isWithheld(tool, k) ? stepUp(users, k) - users : 0);
  const seats = built.forced.has(tool.id) ? 0 : years * more * (tool.cost?.seat ?? 0);
  return seats + (held > 0 ? rebuildsNotDue(at, built.problem.teams, point.choices) : 0);
}

/** Rebuilds are shared out by people, so the part of the teams that leave would tell how many they are: all is counted. */
function rebuildsNotDue(
  at: number,
  teams: PlanPart['built']['problem']['teams'],
  choices: PlanPart['point']['choices'],
): number {
  return teams.reduce((sum, team, index) => {
    const stays = ((choices[index]?.mask ?? 0) & (1 << at)) !== 0;
    return sum + (stays && team.uses.includes(at) ? (team.rebuild[at] ?? 0) : 0);
  }, 0);
}

/** Functions that people lose are weighed by the person; whole steps of k people. */
function shortfallSupplement({ point }: PlanPart, { years, k, shortfallPerPerson }: ToldSetting): number {
  const annual = point.choices.reduce((sum, { shortfall }) => sum + shortfall, 0);
  return shortfallPerPerson === 0 ? 0 : years * (stepUp(annual / shortfallPerPerson, k) * shortfallPerPerson - annual);
}

/** People who leave a tool that stays and whose seats no figure gives back. */
function notTold(tool: EstateTool, effect: ToolEffect | undefined, k: number): number {
  if (effect?.kept !== true) return 0;
  const leaving = effect.leaving.size;
  return leaving - toldLeaving(leaving, tool.users?.size ?? 0, k, hidesSmallGroup(tool.audit, k));
}
