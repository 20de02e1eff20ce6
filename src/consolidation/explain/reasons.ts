import type { Verdict } from '../../model/audit/consolidation.ts';
import { moneyWords } from '../../util/money-words.ts';
import type { EstateTool } from '../estate.ts';
import { endedHandOffs, manualHandOffs } from '../hand-offs.ts';
import { workspacesOf } from '../instances.ts';
import type { Outcome } from '../outcome.ts';
import { hidesSmallGroup, isSmall, toldLeaving } from '../small-groups.ts';
import { listWords, peopleWords, yearsWords } from '../words.ts';
import type { Reversal } from './reversal.ts';

/**
 * Sentences that say why (REPORT rule 6). `reversal` is null outside a solved group; `movesAreHidden` where no count of
 * the people who move may be told.
 */
export function reasonsFor(
  tool: EstateTool,
  verdict: Verdict,
  target: EstateTool | undefined,
  reversal: Reversal | null,
  outcome: Outcome,
  movesAreHidden: boolean,
): string[] {
  return [
    ...personSays(tool, outcome),
    ...verdictReasons(tool, verdict, target, reversal, outcome, movesAreHidden),
    ...partialMoves(tool, verdict, outcome),
    ...noticeReasons(tool, verdict, outcome),
  ];
}

function personSays(tool: EstateTool, outcome: Outcome): string[] {
  const override = outcome.overrides.get(tool.id);
  const said = outcome.conditions.filter((c) => (c.kind === 'keep' || c.kind === 'drop') && c.tool === tool.id);
  if (override?.verdict !== undefined && said.length === 0) {
    return [`${tool.name} was set to "${override.verdict}" by ${override.by}: ${override.reason}.`];
  }
  return said.map(({ words }) => `${words.replace(/\.$/, '')}.`);
}

function verdictReasons(
  tool: EstateTool,
  verdict: Verdict,
  target: EstateTool | undefined,
  reversal: Reversal | null,
  outcome: Outcome,
  movesAreHidden: boolean,
): string[] {
  switch (verdict) {
    case 'retire':
      return retireReasons(tool, target, reversal, outcome, movesAreHidden);
    case 'cut seats':
    case 'downgrade tier':
      return seatReasons(tool, outcome);
    case 'merge workspaces':
      return [mergeReason(tool, outcome)];
    case 'renegotiate':
      return [
        `Notice falls due on ${tool.audit.contract?.noticeDeadline} and ${tool.audit.seats.spare} seats are spare.`,
      ];
    case 'integrate':
      return manualHandOffs(outcome)
        .filter(({ carrier }) => carrier === tool.id)
        .map(({ other, weekly }) => `${weekly} hand-offs a week to ${nameOf(other, outcome)} are made by hand.`);
    case 'not enough evidence':
      return [];
    default:
      return keepReasons(tool, reversal, outcome);
  }
}

/** A tool that stays may still lose some teams to the tool that the rest of their team uses. */
function partialMoves(tool: EstateTool, verdict: Verdict, outcome: Outcome): string[] {
  const effect = outcome.effects.get(tool.id);
  if (verdict === 'retire' || effect === undefined || !effect.kept || effect.leaving.size === 0) return [];
  const heir = effect.target === null ? 'another tool' : nameOf(effect.target, outcome);
  const leaving = effect.leaving.size;
  const isTold =
    toldLeaving(leaving, tool.users?.size ?? 0, outcome.k, hidesSmallGroup(tool.audit, outcome.k)) === leaving;
  const who = isTold || isSmall(leaving, outcome.k) ? peopleWords(leaving, outcome.k) : 'a part of its people';
  return [`Some teams go on in ${heir} alone: ${who} no longer need it.`];
}

function retireReasons(
  tool: EstateTool,
  target: EstateTool | undefined,
  reversal: Reversal | null,
  outcome: Outcome,
  movesAreHidden: boolean,
): string[] {
  const { currency, policy } = outcome;
  const effect = outcome.effects.get(tool.id);
  const annual = tool.cost === null ? [] : [`It costs ${moneyWords(tool.cost.annual, currency)} a year.`];
  if (tool.users?.size === 0) return ['Nobody used it in the period, and its seats are accounted for.', ...annual];
  if (target === undefined || effect === undefined) return annual;
  const moved = effect.movedOut.size;
  const home = Math.max(0, effect.leaving.size - moved);
  const ended = endedHandOffs(outcome).filter(({ carrier, other }) => carrier === tool.id || other === tool.id);
  return [
    ...workWords(tool, target.name, moved, home, movesAreHidden, outcome),
    ...ended.map(({ carrier, other, weekly }) => {
      const partner = nameOf(carrier === tool.id ? other : carrier, outcome);
      return `${weekly} hand-offs a week between it and ${partner} are made by hand today.`;
    }),
    ...annual,
    ...dearerInCash(tool, outcome),
    ...(reversal?.isWithheld === true
      ? ['What keeping it would cost is withheld: it would tell how many are in a small group.']
      : []),
    ...(reversal?.cost == null || reversal.cost <= 0
      ? []
      : [
          `Keeping it would cost ${moneyWords(reversal.cost, currency)} more over ${yearsWords(policy.horizon_years)}.`,
        ]),
  ];
}

/** The optimum may weigh working time; where it costs cash, that is said (METHOD 6a.22). */
function dearerInCash(tool: EstateTool, outcome: Outcome): string[] {
  const row = outcome.ledger.get(tool.id);
  if (row === undefined || row.added <= row.released) return [];
  const more = moneyWords(row.added - row.released, outcome.currency);
  return [`In cash it costs ${more} more a year, since the new seats are dearer; working time is what pays for it.`];
}

/** With one of the numbers too small to be told, the others would give it away. */
function workWords(
  tool: EstateTool,
  target: string,
  moved: number,
  home: number,
  movesAreHidden: boolean,
  { k }: Outcome,
): string[] {
  if (movesAreHidden) {
    return [
      `${target} does the same work; at most some would have to move. How many is not told: where a group has fewer than ${k} people, every figure counts it as ${k}.`,
    ];
  }
  const users = tool.users?.size ?? 0;
  const isTold = !hidesSmallGroup(tool.audit, k) && !isSmall(users - home, k) && !isSmall(users - home - moved, k);
  const who = isTold ? peopleWords(home, k) : 'people';
  const present = home === 0 ? [] : [`${sentenceCase(who)} who use it work in ${target} as well.`];
  return [...present, `${target} does the same work; ${peopleWords(moved, k)} would move.`];
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function seatReasons(tool: EstateTool, outcome: Outcome): string[] {
  const row = outcome.ledger.get(tool.id);
  const { seats, contract } = tool.audit;
  const { purchased, active, unknown, thresholdDays } = seats;
  if (row === undefined || row.seatsCut <= 0 || purchased === null) return [];
  const isHidden = hidesSmallGroup(tool.audit, outcome.k);
  const busy = typeof active === 'number' ? peopleWords(active, outcome.k) : 'an unknown number of people';
  const reserve = `${isHidden ? 'at least ' : ''}${Math.round(outcome.policy.seat_buffer * 100)}`;
  const minimum = contract?.minimumSeats ?? 0;
  const isBound = minimum > 0 && purchased - row.seatsCut === minimum;
  return [
    `${purchased} seats are paid for and ${isHidden ? 'only some are used' : `${busy} used it`} in ${thresholdDays} days.`,
    ...(isHidden || typeof unknown !== 'number' || unknown === 0
      ? []
      : [`Whether ${unknown} of them are used is not known; none of these is cut.`]),
    isBound
      ? `${row.seatsCut} seats can go; the contract's minimum of ${minimum} holds the others.`
      : `${row.seatsCut} seats can go with a reserve of ${reserve} % left.`,
  ];
}

const WITHHELD =
  'what the cheapest plan without it costs is withheld, since it would tell how many are in a small group.';

function mergeReason(tool: EstateTool, outcome: Outcome): string {
  const named = workspacesOf(tool, outcome.snapshot);
  return `${named.length} workspaces are paid for (${listWords(named)}): the volume price is lost and knowledge is split.`;
}

function keepReasons(tool: EstateTool, reversal: Reversal | null, outcome: Outcome): string[] {
  const group = outcome.groupOf.get(tool.id);
  if (group === undefined) {
    return tool.users === null ? [] : ['No other tool in use does a job of this one that belongs in one place.'];
  }
  const forced = group.built.forced.get(tool.id);
  if (forced !== undefined) return [`It stays in any case: ${forced}. Its cost speaks for no other decision.`];
  if (reversal === null) return [];
  if (reversal.cost === null && !reversal.isWithheld)
    return ['No plan without it meets the conditions (pins, limits of moves, quality).'];
  const jobs = group.built.capabilities.filter((id) => (tool.vector[id] ?? 0) >= 2);
  const names = jobs.map((id) => outcome.estate.capabilities.find((c) => c.id === id)?.name.toLowerCase() ?? id);
  const floor = outcome.policy.minimum_quality;
  const why = `Kept because teams need ${listWords(names)} at a quality of at least ${floor}`;
  if (reversal.cost === null) return [`${why}; ${WITHHELD}`];
  const more = moneyWords(reversal.cost, outcome.currency);
  return [`${why}; the cheapest plan without it costs ${more} more over ${yearsWords(outcome.policy.horizon_years)}.`];
}

function noticeReasons(tool: EstateTool, verdict: Verdict, outcome: Outcome): string[] {
  const dates = outcome.dates.get(tool.id);
  if (dates === undefined || dates.renewedBecause === null || verdict === 'keep') return [];
  const because = dates.renewedBecause === 'notice missed' ? 'The notice date is past' : 'The time left is too short';
  return [
    `${because}, so the term ending ${dates.currentEnd} renews; the cost can end on ${dates.exit}${dates.noticeDeadline === null ? '' : `, with notice by ${dates.noticeDeadline}`}.`,
  ];
}

export function nameOf(id: string, outcome: Outcome): string {
  return outcome.estate.tools.find((tool) => tool.id === id)?.name ?? id;
}
