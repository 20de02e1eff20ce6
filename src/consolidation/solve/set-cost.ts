import type { GroupProblem } from '../problem.ts';

/** What a set of kept tools costs before any team does anything. */
export function setCost(problem: GroupProblem, kept: number): number {
  const fixed = fixedCost(problem, kept);
  return Math.round(problem.years * fixed.annual) + fixed.oneOff;
}

/** Platform costs a year of the tools kept, and once for the tools given up. */
export function fixedCost(problem: GroupProblem, kept: number): { annual: number; oneOff: number } {
  let annual = 0;
  let oneOff = 0;
  problem.tools.forEach((tool, position) => {
    if ((kept & (1 << position)) !== 0) annual += tool.platform;
    else oneOff += tool.retirement;
  });
  return { annual, oneOff };
}
