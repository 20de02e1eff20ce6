export type BandName = 'industrial' | 'mixed' | 'mostly async' | 'async-native';

/** 0-39 industrial, 40-59 mixed, 60-79 mostly async, 80-100 async-native (METHOD 0.3, grade D). */
export function bandName(score: number): BandName {
  if (score < 40) return 'industrial';
  if (score < 60) return 'mixed';
  return score < 80 ? 'mostly async' : 'async-native';
}
