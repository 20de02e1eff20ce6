import type { ToolDecision } from '../../model/audit/consolidation.ts';
import { countedMovers, oneOffOf, rebuildsOf } from '../decide-tool.ts';
import type { EstateTool } from '../estate.ts';
import type { Outcome } from '../outcome.ts';
import { bridgeDays } from './bridge.ts';
import type { UncertainCase } from './net-range.ts';

/** Share by which an annual cost may be off, by the rule that gave it (grade D). A contract states it. */
const SPREAD: Readonly<Record<string, number>> = { contract: 0, 'trailing-12-months': 0.05, annualised: 0.2 };

export interface DecisionCase extends UncertainCase {
  readonly decision: string;
  readonly tool: EstateTool;
}

/** Decisions that release cash: tools given up and seats given back. */
export function decisionCases(decisions: readonly ToolDecision[], outcome: Outcome): DecisionCase[] {
  return decisions.flatMap((decision) => {
    const tool = outcome.estate.tools.find(({ id }) => id === decision.tool);
    const row = outcome.ledger.get(decision.tool);
    const dates = outcome.dates.get(decision.tool);
    if (decision.savingGross === null || tool === undefined || row === undefined || dates === undefined) return [];
    const isRetired = decision.verdict === 'retire';
    const cash = {
      gross: row.released - row.added,
      added: row.added,
      migration: oneOffOf(tool, outcome),
      dates,
    };
    return [
      {
        decision: decision.id,
        tool,
        cash,
        days: bridgeDays(dates, outcome.snapshot.asOf),
        gross: isRetired ? costSpread(tool, cash.gross) : seatSpread(tool, cash.gross, row.seatsCut, row.seatsCutRange),
        movers: countedMovers(tool, outcome),
        rebuilds: rebuildsOf(tool, outcome),
      },
    ];
  });
}

function costSpread(tool: EstateTool, gross: number): [number, number, number] {
  const off = Math.round((tool.cost?.annual ?? 0) * (SPREAD[tool.audit.spend.rule] ?? 0));
  return [gross - off, gross, gross];
}

function seatSpread(
  tool: EstateTool,
  gross: number,
  cut: number,
  [low, high]: readonly [number, number],
): [number, number, number] {
  const seat = tool.cost?.seat ?? 0;
  const most = Math.max(gross, tool.cost?.annual ?? gross);
  return [Math.min(gross, gross - (cut - low) * seat), gross, Math.min(most, gross + (high - cut) * seat)];
}
