import type { GroupProblem } from '../problem.ts';

export interface SetCost {
  /** Platforms of the tools kept; a year. */
  readonly annual: number;
  /** Hand-offs by hand between tools kept; a year, not cash. */
  readonly handOffs: number;
  /** Tools given up; once. */
  readonly oneOff: number;
}

/** What a set of kept tools costs before any team does anything. */
export function setCost(problem: GroupProblem, kept: number): number {
  const { annual, handOffs, oneOff } = setCostParts(problem, kept);
  return Math.round(problem.years * (annual + handOffs)) + oneOff;
}

export function setCostParts(problem: GroupProblem, kept: number): SetCost {
  let annual = 0;
  let oneOff = 0;
  problem.tools.forEach((tool, position) => {
    if (isIn(kept, position)) annual += tool.platform;
    else oneOff += tool.retirement;
  });
  const handOffs = problem.handOffs
    .filter(({ between: [a, b] }) => isIn(kept, a) && isIn(kept, b))
    .reduce((sum, pair) => sum + pair.annual, 0);
  return { annual, handOffs, oneOff };
}

function isIn(kept: number, position: number): boolean {
  return (kept & (1 << position)) !== 0;
}
