import type { BuiltGroup } from '../build-problem.ts';
import type { PlanPart } from '../effects.ts';
import { cheapestChoices, type SolvedGroup, setTotals } from '../solve/enumerate.ts';

export interface Reversal {
  /**
   * Least cost with this one decision the other way round, less the least cost; null = conditions rule it out, or it is
   * withheld.
   */
  readonly cost: number | null;
  /** A group too small to be told moves in one of the two plans, and the difference of their costs would tell it. */
  readonly isWithheld: boolean;
  /** Tools kept then, by name. */
  readonly kept: readonly string[];
}

/**
 * Cost of reversal (METHOD 3.6): the cheapest set of kept tools on the other side. A tool given up is turned back by
 * keeping it with the teams that use it today: a tool kept with nobody in it would be no reversal.
 */
export function reversal(
  built: BuiltGroup,
  solution: SolvedGroup,
  position: number,
  hides: (plan: PlanPart['point']) => boolean,
): Reversal {
  const bit = 1 << position;
  const side = solution.best.kept & bit;
  const totals = side === 0 ? (setTotals(built.problem, position) ?? solution.totals) : solution.totals;
  let cheapest = Number.POSITIVE_INFINITY;
  let set = 0;
  totals.forEach((total, kept) => {
    if ((kept & bit) === side || total >= cheapest) return;
    cheapest = total;
    set = kept;
  });
  if (cheapest === Number.POSITIVE_INFINITY) return { cost: null, isWithheld: false, kept: [] };
  const other = { kept: set, choices: cheapestChoices(built.problem, set, side === 0 ? position : null) };
  const isWithheld = hides(solution.best) || hides(other);
  return { cost: isWithheld ? null : cheapest - solution.best.total, isWithheld, kept: keptNames(built, set) };
}

function keptNames(built: BuiltGroup, kept: number): string[] {
  return built.tools.filter((_, position) => (kept & (1 << position)) !== 0).map((tool) => tool.name);
}
