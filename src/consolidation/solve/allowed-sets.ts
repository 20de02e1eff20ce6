import type { GroupProblem } from '../problem.ts';

/** Does a set of kept tools (bit per tool) respect what must be kept and what must go? */
export function isSetAllowed(problem: GroupProblem, kept: number): boolean {
  return problem.tools.every(({ state }, position) => {
    const isKept = (kept & (1 << position)) !== 0;
    return state === 'open' || isKept === (state === 'keep');
  });
}
