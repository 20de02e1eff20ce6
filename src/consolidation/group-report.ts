import type { Consolidation } from '../model/audit/consolidation.ts';
import { isBoughtFor, isDecidable } from './estate.ts';
import { hidesGroup, toldSupplement } from './money/told-cost.ts';
import { type Outcome, toldSetting } from './outcome.ts';
import { presentChoices } from './solve/enumerate.ts';
import type { SolvedGroupOf } from './solve-groups.ts';
import { listWords } from './words.ts';

type GroupReport = Consolidation['groups'][number];

/** What was decided in each group, and what stood outside the choice. */
export function groupsOf(outcome: Outcome): GroupReport[] {
  return outcome.solution.groups.map((group) => groupReport(group, outcome));
}

/** Cost of going on as today, with groups below k counted as k; null where nothing was solved or conditions forbid it. */
export function toldPresent({ built, solution }: SolvedGroupOf, outcome: Outcome): number | null {
  if (solution.status !== 'optimal' || solution.present === null) return null;
  const point = { kept: 2 ** built.tools.length - 1, choices: presentChoices(built.problem) };
  return solution.present + toldSupplement({ built, point }, toldSetting(outcome));
}

function groupReport(group: SolvedGroupOf, outcome: Outcome): GroupReport {
  const { built, solution } = group;
  const part = outcome.solution.chosen?.parts.find((each) => each.built === built);
  const money = (minor: number | null) => (minor === null ? null : { minor, currency: outcome.currency });
  const setting = toldSetting(outcome);
  const objective = part === undefined ? null : part.plan.total + toldSupplement(part, setting);
  const isHidden = part !== undefined && hidesGroup(part, setting);
  const isSolved = solution.status === 'optimal';
  return {
    id: built.id,
    tools: built.tools.map(({ id }) => id),
    capabilities: [...built.capabilities],
    status: solution.status,
    enumerated: isSolved ? solution.enumerated : 0,
    note: [
      mainNote(group, outcome),
      isHidden ? smallGroupNote(outcome) : '',
      forcedNote(group),
      unknownNote(group, outcome),
    ]
      .filter((note) => note !== '')
      .join(' '),
    keep: built.tools.filter((_, at) => part === undefined || (part.point.kept & (1 << at)) !== 0).map(({ id }) => id),
    baseline: money(toldPresent(group, outcome)),
    objective: money(objective),
  };
}

function mainNote({ solution, built }: SolvedGroupOf, outcome: Outcome): string {
  if (solution.status === 'not decided') return `${solution.note}.`;
  if (solution.status === 'infeasible') return outcome.solution.conflicts.join(' ') || 'The conditions cannot be met.';
  const sets = 2 ** built.tools.length;
  return `Exact: all ${sets} sets of kept tools were priced over ${outcome.policy.horizon_years} years, with the seats in use (seats that nobody uses are cut in either case) and with the working time of hand-offs and lost functions; cash alone stands in the savings.`;
}

function smallGroupNote({ k }: Outcome): string {
  return `Fewer than ${k} people move, stay behind or stand in a seat count of it; its costs count them as ${k}, and other counts that would tell them in whole steps of ${k}.`;
}

function forcedNote({ built }: SolvedGroupOf): string {
  const stay = built.tools.filter((tool) => built.forced.has(tool.id)).map(({ name }) => name);
  return stay.length === 0 ? '' : `${listWords(stay)} stays in any case, so its cost is sunk here.`;
}

function unknownNote({ built }: SolvedGroupOf, { estate }: Outcome): string {
  const unknown = estate.tools.filter(
    (tool) => !isDecidable(tool) && built.capabilities.some((capability) => isBoughtFor(tool, capability)),
  );
  if (unknown.length === 0) return '';
  return `Not in the choice, since cost or use is unknown: ${listWords(unknown.map(({ name }) => name))}.`;
}
