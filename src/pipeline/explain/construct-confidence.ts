import type { Construct, Signal } from '../../model/audit/profile.ts';
import { plain } from './numbers.ts';

/** Without a survey the reliability of C4 is at most this (METHOD 1). */
const TRUST_WITHOUT_SURVEY = 0.4;

/** The four factors of METHOD 0.2. The weeks with data do not stand in the document; they are what the others leave over. */
export function confidenceLines(construct: Construct, known: readonly Signal[]): string[] {
  const { confidence, confidenceLabel, coverage } = construct;
  if (confidence === null) return [];
  const weight = known.reduce((n, s) => n + s.weight, 0);
  const mean = (of: (s: Signal) => number) => known.reduce((n, s) => n + s.weight * of(s), 0) / weight;
  const people = mean((s) => s.coverage);
  const reliability = trusted(
    construct,
    mean((s) => s.reliability),
  );
  const weeks = confidence ** 4 / (coverage * people * reliability);
  const result = `${plain(confidence)} (${confidenceLabel ?? 'not labelled'}; from 0.8 high, from 0.5 medium)`;
  if (!(weeks > 0 && weeks <= 1 + 1e-6)) return [`Confidence: ${result}.`];
  const factors = [
    `signals known ${plain(coverage)}`,
    `people with data ${plain(people)}`,
    `weeks with data ${plain(Math.min(1, weeks))}`,
    `reliability of the sources ${plain(reliability)}`,
  ];
  return [`Confidence: (${factors.join(' x ')})^(1/4) = ${result}.`];
}

function trusted({ id, signals }: Construct, reliability: number): number {
  const asked = signals.some((s) => s.id === 'C4.5' && s.score !== null);
  return id === 'C4' && !asked ? Math.min(TRUST_WITHOUT_SURVEY, reliability) : reliability;
}
