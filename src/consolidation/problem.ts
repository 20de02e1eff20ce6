/**
 * One group of tools chosen together (METHOD 3.2, 3.3). Amounts are integer minor units of one currency; amounts a year
 * are multiplied by `years`. People are indices; only how many differ is ever used.
 */
export interface GroupProblem {
  readonly id: string;
  readonly years: number;
  readonly tools: readonly GroupTool[];
  readonly teams: readonly TeamProblem[];
  /** Hand-offs made by hand between two tools of the group, as long as both are kept (METHOD 3.3: V x h). */
  readonly handOffs: readonly HandOffCost[];
}

export interface HandOffCost {
  /** Positions of the two tools. */
  readonly between: readonly [number, number];
  /** Working time, valued; a year. Not cash. */
  readonly annual: number;
}

export interface GroupTool {
  readonly id: string;
  readonly name: string;
  /** A year, whatever the number of seats; 0 where it is sunk. */
  readonly platform: number;
  /** A seat a year. */
  readonly seat: number;
  /** Once, when the tool is given up (integrations to rebuild, early exit). */
  readonly retirement: number;
  /** `keep` and `drop` are conditions (pin, forbid, unknown cost or use); `open` is for the solver. */
  readonly state: 'open' | 'keep' | 'drop';
}

export interface TeamProblem {
  readonly id: string;
  readonly needs: readonly TeamNeed[];
  /** Tools (positions) that the team works with today. */
  readonly uses: readonly number[];
  /** Tools (positions) among them that it may not leave, since people decided that they stay in use. */
  readonly holds: readonly number[];
  /** Once, when the team leaves a tool entirely; by tool position. */
  readonly rebuild: readonly number[];
  /** Moves allowed in this team; null = no limit. */
  readonly moveLimit: number | null;
}

/** What a team must be able to do, and the ways to do it. Exactly one option is taken. */
export interface TeamNeed {
  readonly capability: string;
  readonly options: readonly NeedOption[];
}

export interface NeedOption {
  readonly places: readonly Place[];
  /** Weighted loss of quality a year (METHOD 3.3: lambda x n x sigma). */
  readonly shortfall: number;
  /** Once, beside the cost of moving people. */
  readonly oneOff: number;
}

/** People who work in one tool under an option. */
export interface Place {
  readonly tool: number;
  /** Those who need a seat that is not paid for in any case. */
  readonly seated: readonly number[];
  /** Those who do not work in this tool today. */
  readonly movers: readonly number[];
  /** Once, per mover. */
  readonly costPerMover: number;
}

/** Cost of one complete choice, taken apart. `total` = years x (annual + shortfall) + oneOff. */
export interface CostParts {
  readonly annual: number;
  /** A year, not cash: functions lost and hand-offs made by hand. */
  readonly shortfall: number;
  readonly oneOff: number;
  readonly moves: number;
  readonly total: number;
}
