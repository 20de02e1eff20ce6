import type { ToolDecision, Verdict } from '../model/audit/consolidation.ts';
import { toMinor } from '../util/minor-units.ts';
import { partners } from './build-problem.ts';
import type { EstateTool } from './estate.ts';
import { daciFor } from './explain/daci.ts';
import { flipsIf } from './explain/flip-words.ts';
import { whatIsLost } from './explain/lost.ts';
import { openQuestion } from './explain/open-question.ts';
import { nameOf, reasonsFor } from './explain/reasons.ts';
import { type Reversal, reversal } from './explain/reversal.ts';
import { servedBy } from './explain/serves.ts';
import { hidesGroup } from './money/told-cost.ts';
import type { Outcome } from './outcome.ts';
import { isSmall } from './small-groups.ts';
import { listWords } from './words.ts';

/** Verdicts under which everybody goes on in the same tool. */
const STAYS_PUT: ReadonlySet<Verdict> = new Set(['keep', 'cut seats', 'downgrade tier', 'renegotiate', 'integrate']);

/** Costs nothing once; what building an integration costs is not known here. */
function isFree(verdict: Verdict): boolean {
  return STAYS_PUT.has(verdict) && verdict !== 'integrate';
}

/** One decision in full (METHOD 3.6, 4.5; REPORT rule 6). */
export function decideTool(tool: EstateTool, verdict: Verdict, outcome: Outcome): ToolDecision {
  const { currency } = outcome;
  const effect = outcome.effects.get(tool.id);
  const moves = verdict === 'retire' || (verdict === 'cut seats' && (effect?.movedOut.size ?? 0) > 0);
  const target = moves ? outcome.estate.tools.find(({ id }) => id === effect?.target) : undefined;
  const turned = reversalOf(tool, outcome);
  const due = decideBy(tool, verdict, outcome);
  const capability = capabilityOf(tool, target, outcome);
  const staysPut = STAYS_PUT.has(verdict) ? 0 : null;
  const moved = moves ? (effect?.movedOut.size ?? (tool.users === null ? null : 0)) : staysPut;
  const peopleMoved = moved === null ? null : tellable(moved, tool, outcome);
  return {
    id: `D-${tool.id}`,
    tool: tool.id,
    verdict,
    target: target?.id ?? null,
    why: reasonsFor(tool, verdict, target, turned, outcome, peopleMoved === 'suppressed'),
    lost: verdict === 'retire' ? whatIsLost(tool, target, outcome.estate, outcome.retired) : [],
    ...servedBy(verdict, capability, outcome),
    unknown: openQuestion(tool, verdict, outcome),
    costOfReversal: turned?.cost == null ? null : { minor: turned.cost, currency },
    runnerUp: runnerUp(tool, verdict, turned),
    flipsIf: flipsIf(tool, turned, outcome),
    keepFrequency: null,
    undo: undoWords(tool, verdict, outcome),
    decideBy: due,
    savingGross: savingGross(tool, verdict, outcome),
    oneOff: moves ? { minor: oneOffOf(tool, outcome), currency } : isFree(verdict) ? { minor: 0, currency } : null,
    capability,
    peopleMoved,
    daci: daciFor(tool, verdict, target, due, turned, outcome),
  };
}

/**
 * Withheld where the movers, or those of the same tool who need not move, are too few to be told; and where the figures
 * count more of them than there are, or so nearly as many that the difference would tell a small group.
 */
function tellable(moved: number, tool: EstateTool, { effects, ledger, k }: Outcome): number | 'suppressed' {
  const leaving = effects.get(tool.id)?.leaving.size ?? moved;
  const row = ledger.get(tool.id);
  const counted = row?.movers ?? moved;
  const tells = isSmall(moved, k) || isSmall(leaving - moved, k) || isSmall(Math.abs(counted - moved), k);
  return tells || row?.hidesGroup === true ? 'suppressed' : moved;
}

function reversalOf(tool: EstateTool, outcome: Outcome): Reversal | null {
  const group = outcome.groupOf.get(tool.id);
  if (group === undefined || group.solution.status !== 'optimal') return null;
  const position = group.built.tools.findIndex(({ id }) => id === tool.id);
  return reversal(group.built, group.solution, position, (point) => hidesGroup({ built: group.built, point }, outcome));
}

/** The next best set; which one that is tells of a small group too, so where amounts are withheld it is the bare reversal. */
function runnerUp(tool: EstateTool, verdict: Verdict, turned: Reversal | null): string | null {
  if (turned?.isWithheld === true) return verdict === 'retire' ? `Keep ${tool.name} instead.` : null;
  return turned?.cost == null ? null : `Keep ${listWords(turned.kept)} instead.`;
}

/** Cash a year that the decision releases; null where it releases none or nobody can tell. */
function savingGross(tool: EstateTool, verdict: Verdict, outcome: Outcome): ToolDecision['savingGross'] {
  const row = outcome.ledger.get(tool.id);
  if (row === undefined || tool.cost === null || (verdict !== 'retire' && verdict !== 'cut seats')) return null;
  return { minor: row.released - row.added, currency: outcome.currency };
}

/** People moved and integrations rebuilt, at the likely cost; minor units. */
export function oneOffOf(tool: EstateTool, outcome: Outcome): number {
  const { migration_per_person, integration_rebuild } = outcome.policy.costs;
  const movers = countedMovers(tool, outcome);
  const perPerson = toMinor(migration_per_person.likely, outcome.currency);
  const perEdge = toMinor(integration_rebuild.likely, outcome.currency);
  return movers * perPerson + rebuildsOf(tool, outcome) * perEdge;
}

/** People who move, as every figure counts them. */
export function countedMovers(tool: EstateTool, outcome: Outcome): number {
  return outcome.ledger.get(tool.id)?.movers ?? 0;
}

export function rebuildsOf(tool: EstateTool, outcome: Outcome): number {
  if (!outcome.retired.has(tool.id) || tool.users?.size === 0) return 0;
  return partners(tool, outcome.snapshot).length;
}

/** The go/no-go day while it is ahead, else the notice date, else today. */
function decideBy(tool: EstateTool, verdict: Verdict, outcome: Outcome): string | null {
  const { asOf } = outcome.snapshot;
  if (verdict === 'keep' || verdict === 'integrate') return null;
  const dates = outcome.dates.get(tool.id);
  const ahead = [dates?.goNoGo, dates?.noticeDeadline, tool.audit.contract?.noticeDeadline].filter(
    (day) => day !== undefined && day !== null && day >= asOf,
  );
  return ahead[0] ?? (dates === undefined ? null : dates.start);
}

/** The job that brought the decision up: the contested one that it does best, shared with the target. */
function capabilityOf(tool: EstateTool, target: EstateTool | undefined, outcome: Outcome): string | null {
  const contested = outcome.groupOf.get(tool.id)?.built.capabilities ?? [];
  const shared = contested.filter((id) => (tool.vector[id] ?? 0) >= 2);
  return shared.find((id) => (target?.vector[id] ?? 0) >= 2) ?? shared[0] ?? null;
}

function undoWords(tool: EstateTool, verdict: Verdict, outcome: Outcome): string {
  const dates = outcome.dates.get(tool.id);
  switch (verdict) {
    case 'retire':
      if (tool.users?.size === 0) return `Until ${dates?.exit ?? 'it ends'} it can be taken up again.`;
      return `Until ${dates?.parallelEnds ?? 'the parallel run ends'} the old tool still runs: stop writing in the new one and go back. After that only the export is left.`;
    case 'cut seats':
      return `Seats of ${tool.name} can be bought again at any time, at the price of the day.`;
    case 'merge workspaces':
      return `Keep the export of each workspace until the review; splitting again is a new migration.`;
    default:
      return `Nothing is changed in ${nameOf(tool.id, outcome)} that could not be set back.`;
  }
}
