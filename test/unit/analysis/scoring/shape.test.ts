import { describe, expect, it } from 'vitest';
import { describeAnchors, fitsShape, withAnchors } from '../../../../src/analysis/scoring/anchors.ts';
import { band, high, logband, low, scoreOf } from '../../../../src/analysis/scoring/shape.ts';

describe('shapes', () => {
  it('low: 12 h with good 8 and bad 20 is (20-12)/(20-8) = 8/12', () => {
    expect(scoreOf(12, low(8, 20))).toBeCloseTo(66.66666667, 6);
  });

  it('low: is clamped on both sides', () => {
    expect(scoreOf(3, low(8, 20))).toBe(100);
    expect(scoreOf(40, low(8, 20))).toBe(0);
  });

  it('high: 0.3 between bad 0.2 and good 0.45 is 0.1/0.25', () => {
    expect(scoreOf(0.3, high(0.2, 0.45))).toBeCloseTo(40, 9);
  });

  it('band: rising flank, (4-0)/(4.5-0)', () => {
    expect(scoreOf(4, band(0, 4.5, 8, 20))).toBeCloseTo(88.88888889, 6);
  });

  it('band: flat inside, falling (20-14)/(20-8), zero at and beyond the ends', () => {
    const shape = band(0, 4.5, 8, 20);
    expect(scoreOf(6, shape)).toBe(100);
    expect(scoreOf(14, shape)).toBeCloseTo(50, 9);
    expect([scoreOf(0, shape), scoreOf(20, shape), scoreOf(99, shape)]).toEqual([0, 0, 0]);
  });

  it('logband: 48 h on the falling flank is ln(168/48)/ln(168/24) = ln 3.5/ln 7', () => {
    expect(scoreOf(48, logband(1 / 60, 1, 24, 168))).toBeCloseTo(64.37928129, 6);
  });

  it('logband: a latency of zero lies below every anchor', () => {
    expect(scoreOf(0, logband(0.1, 0.5, 5, 30))).toBe(0);
  });
});

describe('anchors of a policy', () => {
  it('replace both ends of a line', () => {
    // (24-12)/(24-6) = 12/18
    expect(scoreOf(12, withAnchors(low(8, 20), { good: 6, bad: 24 }))).toBeCloseTo(66.666667, 5);
  });

  it('turn the direction where good and bad are exchanged', () => {
    expect(withAnchors(low(8, 20), { good: 20, bad: 8 })).toEqual(high(8, 20));
  });

  it('replace the corners of a band, and fit no shape of the other kind', () => {
    const shape = band(0, 1, 2, 3);
    expect(withAnchors(shape, { band: [0, 2, 4, 8] })).toEqual(band(0, 2, 4, 8));
    expect(withAnchors(logband(1, 2, 3, 4), { band: [0.1, 0.5, 5, 30] })).toEqual(logband(0.1, 0.5, 5, 30));
    expect(withAnchors(shape, { good: 1, bad: 2 })).toBe(shape);
    expect(fitsShape(shape, { good: 1, bad: 2 })).toBe(false);
    expect(fitsShape(low(8, 20), { band: [0, 2, 4, 8] })).toBe(false);
    expect(fitsShape(low(8, 20), { good: 6, bad: 15 })).toBe(true);
  });

  it('are said in words', () => {
    expect(describeAnchors(low(8, 20), 'score')).toBe('good 8, bad 20');
    expect(describeAnchors(low(0.2, 0.7), 'severity')).toBe('none 0.2, severe 0.7');
    expect(describeAnchors(logband(1 / 60, 1, 24, 168), 'score')).toBe(
      'best 1 to 24, worst at 0.01667 and 168, on a logarithmic scale',
    );
  });
});
