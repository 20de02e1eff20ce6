import { high } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const singleSource = {
  meta: {
    id: 'P4.4',
    title: 'Single-source index',
    construct: 'P4',
    unit: 'ratio',
    shape: high(0.5, 0.9),
    grade: 'D',
    weight: 1,
    formula: 'mean over kinds of object of the share in their declared home x (1 - duplicate rate)',
    reference: 'METHOD 1 P4.4, 2.8, 6a.12',
    source: 'declared homes (template homes), and documents or decisions',
    requires: ['homes'],
    privacy: 'none',
    personDay: false,
    windowed: false,
  },
  measure: ({ snapshot, structure, facts }: SignalInput) => {
    const { state, index, byVolume, note } = structure.singleSource;
    if (index === null || (state !== 'measured' && state !== 'measured-partial')) {
      return notConnected('No home is declared that objects could be counted in.', note);
    }
    const reading = measured({
      value: index,
      reliability: facts.reliability('documents'),
      words: `${percent(index)} of objects lie in the home declared for their kind`,
      note: byVolume === null ? note : `${percent(byVolume)} by volume. ${note}`.trim(),
      evidence: evidenceOf(snapshot.homes),
    });
    return { ...reading, state };
  },
} as const satisfies SignalUnit;
