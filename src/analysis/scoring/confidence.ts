/** All four in 0..1. */
export interface ConfidenceFactors {
  readonly signalCoverage: number;
  /** People with data / people in scope. */
  readonly populationCoverage: number;
  /** Time with data / time asked. */
  readonly windowCoverage: number;
  /** 1.0 primary event log, 0.85 vendor aggregate, 0.6 self-declared, 0.5 heuristic. */
  readonly reliability: number;
}

export type ConfidenceLabel = 'high' | 'medium' | 'low';

/** Geometric mean of the four factors, 0..1 (METHOD 0.2). */
export function confidenceOf(factors: ConfidenceFactors): number {
  const { signalCoverage, populationCoverage, windowCoverage, reliability } = factors;
  return (signalCoverage * populationCoverage * windowCoverage * reliability) ** 0.25;
}

export function confidenceLabel(confidence: number): ConfidenceLabel {
  if (confidence >= 0.8) return 'high';
  return confidence >= 0.5 ? 'medium' : 'low';
}
