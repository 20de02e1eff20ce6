import type { ToolEffect } from '../effects.ts';
import type { Estate, EstateTool } from '../estate.ts';
import { hidesSmallGroup, stepUp, toldLeaving } from '../small-groups.ts';
import { type Flow, toldFlows } from './told-flows.ts';

/** Cash of one tool under the plan, integer minor units a year, before any bridge. */
export interface LedgerRow {
  readonly tool: string;
  /** Cost that ends: the whole tool where it goes, the seats cut where it stays. */
  readonly released: number;
  /** Seats bought elsewhere for the people who leave it. */
  readonly added: number;
  /** Seats not bought, because its people sit on spare seats of the tool that takes them over. */
  readonly avoided: number;
  /** People who move, each counted once per tool they move into; a group below k counts as k. */
  readonly movers: number;
  /** `movers` stands for a smaller group, so no other figure may count the people who move. */
  readonly hidesGroup: boolean;
  /** Seats given back by a tool that stays. */
  readonly seatsCut: number;
  /** Seats a cautious and a bold reading would give back. */
  readonly seatsCutRange: readonly [number, number];
}

interface SeatRoom {
  /** Bought beyond the recommended number: the reserve is not in it. */
  readonly spare: number;
  readonly taken: number;
}

interface Charge {
  readonly added: number;
  readonly avoided: number;
  readonly movers: number;
  readonly hidesGroup: boolean;
}

const NO_CHARGE: Charge = { added: 0, avoided: 0, movers: 0, hidesGroup: false };

/**
 * Who pays for which seat. Seats of a target beyond its recommended number, which holds the reserve, are filled before any
 * is bought, and only what is left of them is cut, so no seat is booked twice (METHOD 6a.22). Groups below `k` count as `k` (METHOD 6a.14).
 */
export function ledger(
  estate: Estate,
  effects: ReadonlyMap<string, ToolEffect>,
  retired: ReadonlySet<string>,
  buffer: number,
  k: number,
): Map<string, LedgerRow> {
  const flows = toldFlows(estate, effects, k);
  const charges = new Map<string, Charge>();
  const rooms = new Map<string, SeatRoom>();
  for (const target of estate.tools) {
    const spare = spareSeats(target, effects.get(target.id), retired, k);
    let free = spare;
    for (const flow of flows.filter(({ to }) => to === target.id)) {
      const filled = Math.min(free, flow.told.seats);
      charges.set(flow.from, charged(charges.get(flow.from) ?? NO_CHARGE, flow, filled, target.cost?.seat ?? 0));
      free -= filled;
    }
    rooms.set(target.id, { spare, taken: spare - free });
  }
  return new Map(
    estate.tools.map((tool) => [tool.id, row(tool, retired, charges.get(tool.id), rooms.get(tool.id), buffer)]),
  );
}

function charged(charge: Charge, { told, isHidden }: Flow, filled: number, seat: number): Charge {
  return {
    added: charge.added + (told.seats - filled) * seat,
    avoided: charge.avoided + filled * seat,
    movers: charge.movers + told.movers,
    hidesGroup: charge.hidesGroup || isHidden,
  };
}

function spareSeats(tool: EstateTool, effect: ToolEffect | undefined, retired: ReadonlySet<string>, k: number): number {
  const purchased = tool.cost?.purchased ?? null;
  const needed = seatsNeeded(tool, k);
  if (purchased === null || needed === null || retired.has(tool.id)) return 0;
  const leaving =
    effect?.kept === true
      ? toldLeaving(effect.leaving.size, tool.users?.size ?? 0, k, hidesSmallGroup(tool.audit, k))
      : 0;
  const floor = tool.audit.contract?.minimumSeats ?? 0;
  return Math.max(0, purchased - Math.max(floor, needed - leaving));
}

/** Recommended seats. Beside a group below k the exact number would tell it, so whole steps of k are needed then. */
function seatsNeeded({ audit }: EstateTool, k: number): number | null {
  const { recommended } = audit.seats;
  if (typeof recommended !== 'number') return null;
  return hidesSmallGroup(audit, k) ? stepUp(recommended, k) : recommended;
}

function row(
  tool: EstateTool,
  retired: ReadonlySet<string>,
  charge: Charge = NO_CHARGE,
  room: SeatRoom = { spare: 0, taken: 0 },
  buffer: number,
): LedgerRow {
  const annual = tool.cost?.annual ?? 0;
  const seat = tool.cost?.seat ?? 0;
  const cut = Math.max(0, room.spare - room.taken);
  const [low, high] = cutRange(tool, cut, buffer);
  const gone = retired.has(tool.id);
  return {
    tool: tool.id,
    released: gone ? annual : Math.min(annual, cut * seat),
    ...charge,
    seatsCut: gone ? 0 : cut,
    seatsCutRange: gone ? [0, 0] : [low, high],
  };
}

/** With twice the reserve, and with none. */
function cutRange(tool: EstateTool, cut: number, buffer: number): [number, number] {
  const active = tool.audit.seats.active;
  if (typeof active !== 'number') return [cut, cut];
  const reserve = Math.ceil(active * buffer);
  const floor = tool.audit.contract?.minimumSeats ?? 0;
  const most = Math.max(cut, (tool.cost?.purchased ?? 0) - floor);
  return [Math.max(0, cut - reserve), Math.min(cut + reserve, most)];
}
