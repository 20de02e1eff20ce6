import { Verdict } from '../model/audit/consolidation.ts';
import { addDays } from '../util/day-arithmetic.ts';
import { type EstateTool, isDecidable } from './estate.ts';
import { manualHandOffs } from './hand-offs.ts';
import { workspacesOf } from './instances.ts';
import type { LedgerRow } from './money/ledger.ts';
import type { Outcome } from './outcome.ts';

/** Notice that falls due within this many days is worth a call now. */
const NOTICE_SOON_DAYS = 90;
/** Seats below this share of those bought are not worth a decision. */
const WORTH_CUTTING = 0.05;
const FEWEST_SEATS = 2;

/** The verdict on one tool (METHOD 6a.23). What a person decided stands; what is not known is never a keep. */
export function verdictOn(tool: EstateTool, outcome: Outcome): Verdict {
  const said = Verdict.safeParse(outcome.overrides.get(tool.id)?.verdict);
  if (said.success) return said.data;
  if (isHeld(tool, outcome)) return settledVerdict(tool, outcome);
  if (tool.users === null) return 'not enough evidence';
  if (outcome.retired.has(tool.id)) return 'retire';
  const group = outcome.groupOf.get(tool.id);
  if (group !== undefined && group.solution.status !== 'optimal') return 'not enough evidence';
  if (group === undefined && isForbidden(tool, outcome)) return 'not enough evidence';
  if (tool.cost === null && sharesAJob(tool, outcome)) return 'not enough evidence';
  return settledVerdict(tool, outcome);
}

/** Kept by a condition: what remains is how to keep it. */
function isHeld(tool: EstateTool, outcome: Outcome): boolean {
  return outcome.conditions.some((condition) => condition.kind === 'keep' && condition.tool === tool.id);
}

function isForbidden(tool: EstateTool, outcome: Outcome): boolean {
  return outcome.conditions.some((condition) => condition.kind === 'drop' && condition.tool === tool.id);
}

function settledVerdict(tool: EstateTool, outcome: Outcome): Verdict {
  if (workspacesOf(tool, outcome.snapshot).length > 1) return 'merge workspaces';
  if (hasSeatsToCut(tool, outcome)) return 'cut seats';
  if (hasNoticeSoon(tool, outcome) && hasIdleRoom(tool, outcome)) return 'renegotiate';
  if (manualHandOffs(outcome).some((pair) => pair.carrier === tool.id)) return 'integrate';
  return 'keep';
}

function hasSeatsToCut(tool: EstateTool, outcome: Outcome): boolean {
  const row = outcome.ledger.get(tool.id);
  return row !== undefined && !outcome.retired.has(tool.id) && isWorthCutting(tool, row);
}

export function isWorthCutting(tool: EstateTool, row: LedgerRow): boolean {
  if (row.released - row.added <= 0) return false;
  return row.seatsCut >= Math.max(FEWEST_SEATS, (tool.cost?.purchased ?? 0) * WORTH_CUTTING);
}

/** More spare seats than the reserve that policy wants: something to bring to the table. */
function hasIdleRoom(tool: EstateTool, { policy }: Outcome): boolean {
  const { spare, purchased } = tool.audit.seats;
  return (spare ?? 0) > (purchased ?? 0) * policy.seat_buffer;
}

function hasNoticeSoon(tool: EstateTool, outcome: Outcome): boolean {
  const { asOf } = outcome.snapshot;
  const deadline = tool.audit.contract?.noticeDeadline;
  return deadline !== undefined && deadline >= asOf && deadline <= addDays(asOf, NOTICE_SOON_DAYS);
}

/** Another tool in use does a job of this one, so its cost would decide something. */
function sharesAJob(tool: EstateTool, outcome: Outcome): boolean {
  const strong = new Set(outcome.estate.capabilities.filter((c) => c.oneHome === 'strong').map((c) => c.id));
  return outcome.estate.tools.some(
    (other) =>
      other.id !== tool.id &&
      isDecidable(other) &&
      Object.keys(tool.vector).some((c) => strong.has(c) && tool.vector[c] === 3 && other.vector[c] === 3),
  );
}

/** In use by nobody, with every seat accounted for, so nobody has to move anywhere. */
export function isIdle(tool: EstateTool): boolean {
  const { unknown, grace } = tool.audit.seats;
  const isNone = (count: unknown) => count === 0 || count === null;
  return tool.users?.size === 0 && isNone(unknown) && isNone(grace) && (tool.cost?.annual ?? 0) > 0;
}
