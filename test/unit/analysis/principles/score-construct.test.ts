import { describe, expect, it } from 'vitest';
import { constructs } from '../../../../src/analysis/principles/constructs.ts';
import { aggregate } from '../../../../src/analysis/principles/overall.ts';
import { measured, notApplicable, notConnected, suppressed } from '../../../../src/analysis/principles/reading.ts';
import { scoreConstruct } from '../../../../src/analysis/principles/score-construct.ts';
import { type ScoredSignal, scoreSignal } from '../../../../src/analysis/principles/score-signal.ts';
import type { Reading } from '../../../../src/analysis/principles/signal-unit.ts';
import { meetingLoad } from '../../../../src/analysis/principles/signals/p1-1-meeting-load.ts';
import { resampleJointly } from '../../../../src/analysis/scoring/cluster-bootstrap.ts';
import { high } from '../../../../src/analysis/scoring/shape.ts';
import type { Construct } from '../../../../src/model/audit/profile.ts';
import { Policy } from '../../../../src/model/policy.ts';

const entry = (id: string) => constructs.find((c) => c.id === id)!;
const none = resampleJointly(new Map(), 1);
const plain = high(0, 100);

/** A signal on a 0..100 scale that scores as it is. */
function signal(id: string, reading: Reading, source = 'somewhere', weight = 1): ScoredSignal {
  return scoreSignal({ ...meetingLoad.meta, id, shape: plain, source, weight }, reading, Policy.parse({}));
}

const known = (id: string, value: number, parts: Partial<Reading> = {}) =>
  signal(id, measured({ value, words: '', ...parts }));
const unknown = (id: string, source?: string, weight?: number) => signal(id, notConnected(''), source, weight);

describe('a construct', () => {
  it('scores known weight, keeps the unknown in coverage and bounds', () => {
    const result = scoreConstruct(entry('P1'), [known('P1.1', 80), known('P1.2', 40), unknown('P1.3')], none);
    // (80+40)/2; bounds 120/3 and 220/3
    expect(result).toMatchObject({ score: 60, band: 'mostly async', direction: 'higher-is-better', interval: null });
    expect(result.coverage).toBeCloseTo(2 / 3, 9);
    expect(result.bounds[0]).toBeCloseTo(40, 9);
    expect(result.bounds[1]).toBeCloseTo(220 / 3, 9);
  });

  it('keeps a suppressed signal in the denominator and lets a not applicable one go', () => {
    const held = scoreConstruct(
      entry('P1'),
      [known('P1.1', 80), known('P1.2', 40), signal('P1.3', suppressed(''))],
      none,
    );
    expect(held.coverage).toBeCloseTo(2 / 3, 9);
    const gone = scoreConstruct(
      entry('P1'),
      [known('P1.1', 80), known('P1.2', 40), signal('P1.3', notApplicable(''))],
      none,
    );
    expect(gone).toMatchObject({ coverage: 1, bounds: [60, 60] });
  });

  it('is not scored behind the gate, and names the source that would add most', () => {
    const signals = [
      known('P1.1', 80),
      unknown('P1.2', 'calendar'),
      unknown('P1.3', 'chat', 3),
      unknown('P1.4', 'calendar'),
      signal('P1.5', suppressed(''), 'calendar'),
    ];
    const result = scoreConstruct(entry('P1'), signals, none);
    expect(result).toMatchObject({ score: null, band: null, confidence: null, confidenceLabel: null, interval: null });
    // 3 of 7, then 2 of 7; a suppressed signal cannot be supplied
    expect(result.wouldAddMost.map(({ source, signals: ids }) => [source, ids])).toEqual([
      ['chat', ['P1.3']],
      ['calendar', ['P1.2', 'P1.4']],
    ]);
    expect(result.wouldAddMost[0]?.weight).toBeCloseTo(3 / 7, 9);
  });

  it('confidence: coverage 2/3, people (.9+.6)/2, weeks (1+.8)/2, reliability (1+.6)/2', () => {
    const first = known('P1.1', 80, { coverage: 0.9, windowCoverage: 1, reliability: 1 });
    const second = known('P1.2', 40, { coverage: 0.6, windowCoverage: 0.8, reliability: 0.6 });
    const result = scoreConstruct(entry('P1'), [first, second, unknown('P1.3')], none);
    // (.6667 x .75 x .9 x .8)^(1/4) = .36^(1/4) = .7746
    expect(result.confidence).toBeCloseTo(0.36 ** 0.25, 9);
    expect(result.confidenceLabel).toBe('medium');
  });

  it('takes the weakest grade of the known signals', () => {
    const graded = (grade: 'A' | 'C' | 'D', value: number | null) =>
      scoreSignal(
        { ...meetingLoad.meta, shape: plain, grade },
        value === null ? notConnected('') : measured({ value, words: '' }),
        Policy.parse({}),
      );
    expect(scoreConstruct(entry('P1'), [graded('A', 1), graded('C', 1), graded('D', null)], none).grade).toBe('C');
    expect(scoreConstruct(entry('P1'), [graded('A', null), graded('D', null)], none).grade).toBe('D');
  });

  it('C4 without a survey is at most .4 reliable and never of high confidence', () => {
    const signals = [known('C4.1', 100), known('C4.2', 100)];
    const result = scoreConstruct(entry('C4'), signals, none);
    expect(result.confidence).toBeCloseTo(0.4 ** 0.25, 9); // .795
    expect(result).toMatchObject({ band: null, direction: 'lower-is-better' });
    const asked = scoreConstruct(entry('C4'), [...signals, known('C4.5', 100)], none);
    expect(asked.confidenceLabel).toBe('high');
  });

  it('interval: the draws of the people, widened by the unknown', () => {
    const rows = Array.from({ length: 50 }, (_, person) => ({ person, numerator: 100 * (person % 2), denominator: 1 }));
    const sampled = known('P1.1', 50, { sample: { kind: 'ratio', rows } });
    const resampled = resampleJointly(new Map([['P1.1', { kind: 'ratio', rows }]]), 4);
    const full = scoreConstruct(entry('P1'), [sampled, known('P1.2', 50)], resampled);
    const [low, high_] = full.interval ?? [0, 0];
    // sd of the share .5/sqrt(50) = .0707; half of the weight: 50 +- 1.96 x 3.54
    expect(low).toBeGreaterThan(41);
    expect(low).toBeLessThan(45);
    expect(high_).toBeGreaterThan(55);
    expect(high_).toBeLessThan(59);
    const open = scoreConstruct(entry('P1'), [sampled, known('P1.2', 50), unknown('P1.3')], resampled);
    expect(open.interval?.[0]).toBeCloseTo((low * 2) / 3, 9);
    expect(open.interval?.[1]).toBeCloseTo((high_ * 2 + 100) / 3, 9);
  });

  it('interval: a draw without an answer leaves the signal open in that draw', () => {
    const evaluate = (weights: readonly number[]) => (weights[0] === 0 ? null : 50);
    const sample = { kind: 'statistic', people: [0, 1], evaluate } as const;
    const resampled = resampleJointly(new Map([['P1.1', sample]]), 4);
    const result = scoreConstruct(entry('P1'), [known('P1.1', 50, { sample }), known('P1.2', 50)], resampled);
    expect(result.interval).toEqual([25, 75]); // a quarter of the draws miss person 0
  });
});

describe('the five principles as one figure', () => {
  const principle = (id: string, scores: readonly number[]): Construct =>
    scoreConstruct(
      entry(id),
      scores.map((value, i) => known(`${id}.${i + 1}`, value)),
      none,
    );
  const five = (scores: readonly number[]) => ['P1', 'P2', 'P3', 'P4', 'P5'].map((id) => principle(id, scores));

  it('geometric 80 against arithmetic 82 for 64 and 100', () => {
    const two = [principle('P1', [64, 64]), principle('P2', [100, 100])];
    const { overall, sensitivity } = aggregate(two, Policy.parse({}), 1);
    expect(overall.geometric).toBeCloseTo(80, 9);
    expect(overall.arithmetic).toBeCloseTo(82, 9);
    expect(sensitivity.find((s) => s.id === 'mean')?.result).toBe('80.0 (async-native) against 82.0 (async-native)');
  });

  it('takes weights of principles from the policy: 64^.75 x 100^.25', () => {
    const two = [principle('P1', [64, 64]), principle('P2', [100, 100])];
    const { overall } = aggregate(two, Policy.parse({ weights: { P1: 3 } }), 1);
    expect(overall.geometric).toBeCloseTo(64 ** 0.75 * 100 ** 0.25, 9);
  });

  it('is not summed up while one principle is missing, and says which', () => {
    const { overall, sensitivity } = aggregate([...five([50, 50]), principle('D1', [50])], Policy.parse({}), 1);
    expect(overall).toMatchObject({ geometric: null, arithmetic: null, bandUnstable: null });
    expect(overall.note).toBe('Not summed up: D1 has too little evidence.');
    expect(sensitivity.some((s) => s.id === 'weights')).toBe(true);
  });

  it('a band far from its edges is stable under other weights; one on the edge with unlike signals is not', () => {
    expect(aggregate(five([49, 51]), Policy.parse({}), 1).overall.bandUnstable).toBe(false);
    const { overall, sensitivity } = aggregate(five([21, 100]), Policy.parse({}), 1);
    expect(overall.geometric).toBeCloseTo(60.5, 9);
    expect(overall.bandUnstable).toBe(true);
    expect(overall.note).toContain('Band unstable');
    expect(sensitivity.find((s) => s.id === 'weights')?.result).toContain('band unstable');
  });

  it('names the signal whose loss moves a principle most: 90 60 60 is 70, without the 90 it is 60', () => {
    const { sensitivity } = aggregate([principle('P1', [90, 60, 60])], Policy.parse({}), 1);
    expect(sensitivity.find((s) => s.id === 'drop-P1')?.result).toBe(
      '70.0 becomes 60.0 without P1.1; stays mostly async',
    );
  });

  it('says nothing about nothing', () => {
    expect(aggregate([principle('P1', [])], Policy.parse({}), 1).sensitivity).toEqual([]);
  });
});
