import type { AuditTool } from '../model/audit/structure.ts';

/** Annual cost of a tool taken apart, integer minor units of the organisation's currency. */
export interface ToolCost {
  /** The one annual cost of METHOD 6a.21. */
  readonly annual: number;
  /** Does not depend on seats. */
  readonly platform: number;
  /** A seat a year; 0 where it is not sold by the seat. */
  readonly seat: number;
  /** null = not sold by the seat, or not known. */
  readonly purchased: number | null;
}

const NOT_BY_SEAT = new Set(['usage', 'ad_spend', 'one_off', 'free']);

/** null = the cost is unknown. A free product costs nothing even where no source names it. */
export function seatCost(tool: AuditTool, billingKind: string | null): ToolCost | null {
  const annual = tool.spend.annual?.minor ?? null;
  if (annual === null) return billingKind === 'free' ? { annual: 0, platform: 0, seat: 0, purchased: null } : null;
  if (annual <= 0) return { annual: 0, platform: 0, seat: 0, purchased: null };
  const purchased = tool.seats.purchased;
  if (purchased === null || purchased <= 0 || NOT_BY_SEAT.has(billingKind ?? 'seats')) {
    return { annual, platform: annual, seat: 0, purchased: null };
  }
  return { annual, platform: 0, seat: Math.floor(annual / purchased), purchased };
}
