import type { ToolEffect } from '../effects.ts';
import type { Estate, EstateTool } from '../estate.ts';
import { hidesSmallGroup, isSmall, stepUp, toldCount } from '../small-groups.ts';

/** People who move from one tool into another, each counted once per tool moved into. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly movers: number;
  /** Of them, those without a seat there. */
  readonly seats: number;
  /** Both as every figure counts them. */
  readonly told: { readonly movers: number; readonly seats: number };
  /** Of `told`, no sentence may say that it is the number of those who move. */
  readonly isHidden: boolean;
}

interface CountedFlow extends Omit<Flow, 'told' | 'isHidden'> {
  /** With those who move there from another tool as well. */
  readonly everyone: number;
}

/**
 * Flows of a plan, by target in the order of the estate. No figure is made of a flow below k: gross, seats bought, both
 * tools at once, migration and moves are all computed from `told`, so none of them gives another one away.
 */
export function toldFlows(estate: Estate, effects: ReadonlyMap<string, ToolEffect>, k: number): Flow[] {
  const moving = estate.tools.flatMap((target) => flowsInto(target, effects.get(target.id)));
  const counted = [...moving, ...containedFlows(moving, estate, effects, k)];
  const movers = toldMovers(counted, estate, effects, k);
  return counted.map(({ everyone, ...flow }, at) => {
    const told = movers[at] ?? 0;
    const seats = flow.movers === 0 ? told : toldCount(flow.seats, [told], k);
    return { ...flow, told: { movers: told, seats }, isHidden: told !== flow.movers || isEdge(flow, estate, k) };
  });
}

/** Someone who comes from two tools is counted with the first. */
function flowsInto(target: EstateTool, effect: ToolEffect | undefined): CountedFlow[] {
  const seen = new Set<number>();
  const flows = [...(effect?.entering ?? [])].map(([from, people]) => {
    const movers = [...people].filter((person) => !seen.has(person));
    for (const person of movers) seen.add(person);
    const seats = movers.filter((person) => target.users?.has(person) !== true).length;
    return { from, to: target.id, movers: movers.length, seats, everyone: people.size };
  });
  return flows.filter(({ movers }) => movers > 0);
}

/**
 * Tools left whole whose people all work in the target already, where the target has fewer than k others: that nobody
 * moves would tell how many those are, so a group moves here as well.
 */
function containedFlows(
  moving: readonly CountedFlow[],
  estate: Estate,
  effects: ReadonlyMap<string, ToolEffect>,
  k: number,
): CountedFlow[] {
  return estate.tools.flatMap(({ id, users }) => {
    const effect = effects.get(id);
    const isLeft = effect !== undefined && effect.leaving.size > 0 && effect.leaving.size >= (users?.size ?? 0);
    if (!isLeft || effect.target === null) return [];
    if (moving.some(({ from }) => from === id)) return [];
    const others = usersOf(effect.target, estate) - (users?.size ?? 0);
    return isSmall(others, k) ? [{ from: id, to: effect.target, movers: 0, seats: 0, everyone: 0 }] : [];
  });
}

function usersOf(tool: string, { tools }: Estate): number {
  return tools.find(({ id }) => id === tool)?.users?.size ?? 0;
}

/**
 * Just k people of the target do not use the tool: k - 1 would count as k here, and a number beside only one of the two
 * would tell which it is.
 */
function isEdge({ from, to, movers }: Pick<Flow, 'from' | 'to' | 'movers'>, estate: Estate, k: number): boolean {
  const [users, others] = [usersOf(from, estate), usersOf(to, estate) - usersOf(from, estate) + movers];
  return others === k && users > usersOf(to, estate);
}

/** Told movers per flow. What is left of a tool's users beside all its flows is no small group either. */
function toldMovers(
  flows: readonly CountedFlow[],
  estate: Estate,
  effects: ReadonlyMap<string, ToolEffect>,
  k: number,
): number[] {
  const told = flows.map(({ movers, everyone }) => toldCount(movers, [everyone], k));
  for (const tool of estate.tools) {
    const own = flows.flatMap((flow, at) => (flow.from === tool.id ? [at] : []));
    const sum = own.reduce((total, at) => total + (told[at] ?? 0), 0);
    const movers = own.reduce((total, at) => total + (flows[at]?.movers ?? 0), 0);
    const first = flows[own[0] ?? -1];
    // Nobody, or one small group of which every figure says k already.
    if (first === undefined || isSmall(movers, k)) continue;
    const users = tool.users?.size ?? 0;
    const wholes = [effects.get(tool.id)?.leaving.size ?? 0, users];
    const whole = toldCount(sum, wholes, k);
    // Those who stay at home in the target leave its other users over, and they are no small group either.
    const others = own.length === 1 ? usersOf(first.to, estate) - (users - whole) : 0;
    const apart = isSmall(others, k) ? toldCount(whole + k - others, wholes, k) : whole;
    const shown = hidesSmallGroup(tool.audit, k) ? stepUp(apart, k) : apart;
    const largest = own.reduce((most, at) => ((told[at] ?? 0) > (told[most] ?? 0) ? at : most), own[0] ?? 0);
    told[largest] = (told[largest] ?? 0) + shown - sum;
  }
  return told;
}
