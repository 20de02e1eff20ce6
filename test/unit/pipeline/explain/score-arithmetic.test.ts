import { describe, expect, it } from 'vitest';
import { signals } from '../../../../src/analysis/principles/signals/registry.ts';
import { describeAnchors, withAnchors } from '../../../../src/analysis/scoring/anchors.ts';
import { band, high, logband, low, type Shape, scoreOf } from '../../../../src/analysis/scoring/shape.ts';
import { Signal } from '../../../../src/model/audit/profile.ts';
import { Policy } from '../../../../src/model/policy.ts';
import { scoreArithmetic } from '../../../../src/pipeline/explain/score-arithmetic.ts';

/** A signal as the profile scores it under `shape`. */
function scored(id: string, value: number | null, shape: Shape): Signal {
  const severity = id.startsWith('C');
  const score = value === null ? null : severity ? 100 - scoreOf(value, shape) : scoreOf(value, shape);
  const anchors = describeAnchors(shape, severity ? 'severity' : 'score');
  return Signal.parse({
    ...{ id, title: id, state: 'measured', value, unit: 'h', score, weight: 1, coverage: 1, reliability: 1 },
    ...{ grade: 'C', words: '', anchors, formula: '', wouldSupply: null, note: null, evidence: [] },
  });
}

const policy = Policy.parse({});
const worked = (id: string, value: number | null, shape: Shape) =>
  scoreArithmetic(scored(id, value, shape), shape, policy);

describe('the score with its numbers put in', () => {
  it('is a line between two anchors', () => {
    // METHOD 0.1: good 8, bad 20; (20 - 11.4)/12 = 0.71667 and (20 - 12)/12 = 0.66667
    expect(worked('P1.1', 11.4, low(8, 20))).toBe('100 x (20 - 11.4)/(20 - 8) = 71.7');
    expect(worked('P1.1', 12, low(8, 20))).toBe('100 x (20 - 12)/(20 - 8) = 66.7');
    // (0.4 - 0.2)/0.6 = 0.33333
    expect(worked('P2.1', 0.4, high(0.2, 0.8))).toBe('100 x (0.4 - 0.2)/(0.8 - 0.2) = 33.3');
  });

  it('says where it was held at the end of the scale', () => {
    // (20 - 4.16)/12 = 1.32
    expect(worked('P1.1', 4.16, low(8, 20))).toBe('100 x (20 - 4.16)/(20 - 8) = 132.0, held at 100.0');
    expect(worked('P1.1', 26, low(8, 20))).toBe('100 x (20 - 26)/(20 - 8) = -50.0, held at 0.0');
    expect(worked('P1.1', 8, low(8, 20))).toBe('100 x (20 - 8)/(20 - 8) = 100.0');
  });

  it('runs from none to severe for a challenge', () => {
    // (0.45 - 0.2)/0.5 = 0.5
    expect(worked('C2.1', 0.45, low(0.2, 0.7))).toBe('100 x (0.45 - 0.2)/(0.7 - 0.2) = 50.0');
    // none 0.9, severe 0.4: (0.9 - 0.5)/0.5 = 0.8
    expect(worked('C4.2', 0.5, high(0.4, 0.9))).toBe('100 x (0.9 - 0.5)/(0.9 - 0.4) = 80.0');
  });

  it('takes logarithms for latencies', () => {
    // METHOD 0.1: 48 h under 1/60, 1, 24, 168 scores 64.38
    const shape = logband(1 / 60, 1, 24, 168);
    expect(worked('P1.4', 48, shape)).toBe('100 x (ln 168 - ln 48)/(ln 168 - ln 24) = 64.4');
    expect(worked('P1.4', 4, shape)).toBe('100 x 1 (4 lies between 1 and 24) = 100.0');
    expect(worked('P1.4', 0, shape)).toBe('100 x 0 (0 lies below every anchor) = 0.0');
    // (0.01 - 0)/(0.02 - 0) = 0.5; (0.35 - 0.3)/(0.35 - 0.1) = 0.2
    expect(worked('D2.5', 0.01, band(0, 0.02, 0.1, 0.35))).toBe('100 x (0.01 - 0)/(0.02 - 0) = 50.0');
    expect(worked('D2.5', 0.3, band(0, 0.02, 0.1, 0.35))).toBe('100 x (0.35 - 0.3)/(0.35 - 0.1) = 20.0');
  });

  it('goes by the anchors of the policy', () => {
    const own = Policy.parse({ anchors: { 'P1.1': { good: 5, bad: 15 } } });
    const shape = withAnchors(low(8, 20), { good: 5, bad: 15 });
    // (15 - 10)/10 = 0.5
    expect(scoreArithmetic(scored('P1.1', 10, shape), low(8, 20), own)).toBe('100 x (15 - 10)/(15 - 5) = 50.0');
  });

  it('goes by the anchors of what people answered where these stand in', () => {
    // (70 - 40)/(80 - 40) = 0.75
    expect(scoreArithmetic(scored('P1.1', 70, high(40, 80)), low(8, 20), policy)).toBe(
      '100 x (70 - 40)/(80 - 40) = 75.0',
    );
  });

  it('prints nothing that does not give the score', () => {
    const other = { ...scored('P1.1', 12, low(8, 20)), score: 80 };
    expect(scoreArithmetic(other, low(8, 20), policy)).toBeNull();
    expect(worked('P1.1', null, low(8, 20))).toBeNull();
  });

  it('works for every registered signal over its whole scale', () => {
    for (const { meta } of signals)
      for (const share of [-0.2, 0, 0.1, 0.5, 0.9, 1, 1.4]) {
        const { shape } = meta;
        const ends = 'flanks' in shape ? [shape.flanks[0], shape.flanks[3]] : [shape.good, shape.bad];
        const [from, to] = [Math.min(...ends), Math.max(...ends)];
        const value = from + share * (to - from);
        const signal = scored(meta.id, value, shape);
        const line = scoreArithmetic(signal, shape, policy);
        expect(line, meta.id).not.toBeNull();
        expect(Number(line?.split(' ').at(-1))).toBeCloseTo(signal.score ?? Number.NaN, 1);
      }
  });
});
