import { describe, expect, it } from 'vitest';
import { packWaves } from '../../../src/transition/pack-waves.ts';

function move(id: string, load: Record<string, number>, after: string[] = [], earliestWave = 1) {
  return { id, load: new Map(Object.entries(load)), after, earliestWave };
}

describe('packWaves', () => {
  it('packs wave-packing into two waves', () => {
    // Team X has 3 + 2 + 2 = 7 units at 4 a wave, so two waves at least; M1 comes before M2.
    const waves = packWaves([
      move('M1', { X: 3 }),
      move('M2', { X: 2, Y: 2 }, ['M1']),
      move('M3', { Y: 3 }),
      move('M4', { X: 2 }),
    ]);
    expect(Object.fromEntries(waves)).toEqual({ M1: 1, M2: 2, M3: 1, M4: 2 });
  });

  it('puts what must come before first, whatever the order given', () => {
    const waves = packWaves([move('M2', { X: 1 }, ['M1']), move('M1', { X: 1 })]);
    expect(Object.fromEntries(waves)).toEqual({ M1: 1, M2: 2 });
  });

  it('gives a move beyond the capacity a wave in which its team does nothing else', () => {
    const waves = packWaves([move('A', { X: 1 }), move('B', { X: 6 }), move('C', { X: 1 })]);
    expect(Object.fromEntries(waves)).toEqual({ A: 1, B: 2, C: 1 });
  });

  it('never goes before the first wave allowed', () => {
    expect(packWaves([move('A', {}, [], 2)]).get('A')).toBe(2);
  });
});
