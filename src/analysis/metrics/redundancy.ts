/** Two different diseases of one pair of tools; the parts add up to C (METHOD 2.4). */
export interface Redundancy {
  /** C O: the same people pay twice and must use both. */
  readonly duplicateSeats: number;
  /** C (1 - O): different people do the same job and cannot see each other's work. */
  readonly parallelTools: number;
}

/** `similarity` is C, `overlap` is O, both 0..1. */
export function decomposeRedundancy(similarity: number, overlap: number): Redundancy {
  return { duplicateSeats: similarity * overlap, parallelTools: similarity * (1 - overlap) };
}
