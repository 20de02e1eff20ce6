/** A cost and how far it may rise above its nominal value. */
export interface UncertainCost {
  readonly nominal: number;
  readonly deviation: number;
}

/**
 * Worst total when at most `budget` of the costs rise by their full deviation, a fraction of one more in proportion
 * (Bertsimas and Sim, METHOD 3.5). `budget` from 0 (nominal) to the number of costs (all at their worst).
 */
export function budgetedWorst(costs: readonly UncertainCost[], budget: number): number {
  const nominal = costs.reduce((total, cost) => total + cost.nominal, 0);
  const largestFirst = costs.map((cost) => cost.deviation).sort((a, b) => b - a);
  return largestFirst.reduce(
    (total, deviation, i) => total + deviation * Math.min(1, Math.max(0, budget - i)),
    nominal,
  );
}
