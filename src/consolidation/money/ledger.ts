import type { ToolEffect } from '../effects.ts';
import type { Estate, EstateTool } from '../estate.ts';

/** Cash of one tool under the plan, integer minor units a year, before any bridge. */
export interface LedgerRow {
  readonly tool: string;
  /** Cost that ends: the whole tool where it goes, the seats cut where it stays. */
  readonly released: number;
  /** Seats bought elsewhere for the people who leave it. */
  readonly added: number;
  /** Seats not bought, because its people sit on spare seats of the tool that takes them over. */
  readonly avoided: number;
  /** People who move, each counted once per tool they move into. */
  readonly movers: number;
  /** Seats given back by a tool that stays. */
  readonly seatsCut: number;
  /** Seats a cautious and a bold reading would give back. */
  readonly seatsCutRange: readonly [number, number];
}

interface SeatRoom {
  /** Bought and not needed by the people who work there today. */
  readonly spare: number;
  readonly taken: number;
}

/**
 * Who pays for which seat. Spare seats of a target are filled before any is bought, and only what is left of them is
 * cut, so no seat is booked twice (METHOD 6a.22).
 */
export function ledger(
  estate: Estate,
  effects: ReadonlyMap<string, ToolEffect>,
  retired: ReadonlySet<string>,
  buffer: number,
): Map<string, LedgerRow> {
  const charges = new Map<string, { added: number; avoided: number; movers: number }>();
  const rooms = new Map<string, SeatRoom>();
  for (const target of estate.tools) {
    const effect = effects.get(target.id);
    const room = roomOf(target, effect, retired);
    let free = room.spare;
    const seen = new Set<number>();
    for (const [from, people] of effect?.entering ?? []) {
      const charge = charges.get(from) ?? { added: 0, avoided: 0, movers: 0 };
      charges.set(from, charge);
      for (const person of people) {
        if (seen.has(person)) continue;
        seen.add(person);
        charge.movers++;
        if (target.users?.has(person)) continue;
        if (free > 0) charge.avoided += target.cost?.seat ?? 0;
        else charge.added += target.cost?.seat ?? 0;
        free = Math.max(0, free - 1);
      }
    }
    rooms.set(target.id, { spare: room.spare, taken: room.spare - free });
  }
  return new Map(
    estate.tools.map((tool) => [tool.id, row(tool, retired, charges.get(tool.id), rooms.get(tool.id), buffer)]),
  );
}

function roomOf(tool: EstateTool, effect: ToolEffect | undefined, retired: ReadonlySet<string>): SeatRoom {
  const purchased = tool.cost?.purchased ?? null;
  const needed = seatsNeeded(tool);
  if (purchased === null || needed === null || retired.has(tool.id)) return { spare: 0, taken: 0 };
  const leaving = effect?.kept === true ? effect.leaving.size : 0;
  const floor = tool.audit.contract?.minimumSeats ?? 0;
  return { spare: Math.max(0, purchased - Math.max(floor, needed - leaving)), taken: 0 };
}

/** Recommended seats, and every seat of which nobody knows whether it is used. */
export function seatsNeeded(tool: EstateTool): number | null {
  const { recommended, unknown } = tool.audit.seats;
  if (typeof recommended !== 'number') return null;
  return recommended + (typeof unknown === 'number' ? unknown : 0);
}

function row(
  tool: EstateTool,
  retired: ReadonlySet<string>,
  charge: { added: number; avoided: number; movers: number } | undefined,
  room: SeatRoom | undefined,
  buffer: number,
): LedgerRow {
  const annual = tool.cost?.annual ?? 0;
  const seat = tool.cost?.seat ?? 0;
  const cut = Math.max(0, (room?.spare ?? 0) - (room?.taken ?? 0));
  const [low, high] = cutRange(tool, cut, buffer);
  const gone = retired.has(tool.id);
  return {
    tool: tool.id,
    released: gone ? annual : Math.min(annual, cut * seat),
    added: charge?.added ?? 0,
    avoided: charge?.avoided ?? 0,
    movers: charge?.movers ?? 0,
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
