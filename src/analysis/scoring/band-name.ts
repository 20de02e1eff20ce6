export type BandName = 'industrial' | 'mixed' | 'mostly async' | 'async-native';

/** 0-39 industrial, 40-59 mixed, 60-79 mostly async, 80-100 async-native (METHOD 0.3, grade D). */
export function bandName(score: number): BandName {
  // exp of a mean of logarithms gives 79.99999999999997 for 80.
  const exact = score + 1e-9;
  if (exact < 40) return 'industrial';
  if (exact < 60) return 'mixed';
  return exact < 80 ? 'mostly async' : 'async-native';
}
