import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Uniform draws in [0, 1). */
export type Random = () => number;

/** Same seed, same draws, on every machine. */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  // The first outputs of this generator still carry the pattern of a small seed.
  for (let i = 0; i < 16; i += 1) generator.next();
  return () => uniformFloat64(generator);
}
