import { describe, expect, it } from 'vitest';
import { bandName } from '../../../../src/analysis/scoring/band-name.ts';
import { dirichletDraw } from '../../../../src/analysis/scoring/dirichlet.ts';
import { kaplanMeierMedian, survivalCurve } from '../../../../src/analysis/scoring/kaplan-meier.ts';
import { quantile } from '../../../../src/analysis/scoring/quantile.ts';
import { seededRandom } from '../../../../src/analysis/scoring/seeded-random.ts';
import { wilson } from '../../../../src/analysis/scoring/wilson.ts';

describe('wilson', () => {
  it('18 of 24 is .551 to .880', () => {
    const [low, high] = wilson(18, 24) ?? [Number.NaN, Number.NaN];
    expect(low).toBeCloseTo(0.55100556, 6);
    expect(high).toBeCloseTo(0.88000634, 6);
  });

  it('stays inside 0..1 at the ends, and says nothing without trials', () => {
    expect(wilson(0, 5)?.[0]).toBe(0);
    expect(wilson(5, 5)?.[1]).toBe(1);
    expect(wilson(0, 0)).toBeNull();
  });
});

describe('Kaplan-Meier', () => {
  const waitings = [
    { time: 1, ended: true },
    { time: 2, ended: true },
    { time: 3, ended: false },
    { time: 4, ended: true },
    { time: 6, ended: false },
  ];

  it('censors what is open: 4/5, x 3/4, x 1/2', () => {
    const curve = survivalCurve(waitings);
    expect(curve.map(([time]) => time)).toEqual([1, 2, 4]);
    for (const [i, share] of [0.8, 0.6, 0.3].entries()) expect(curve[i]?.[1]).toBeCloseTo(share, 9);
    expect(kaplanMeierMedian(waitings)).toBe(4);
  });

  it('dropping the open items would halve the median', () => {
    expect(kaplanMeierMedian(waitings.filter((w) => w.ended))).toBe(2);
  });

  it('has no median while more than half are open', () => {
    expect(kaplanMeierMedian([{ time: 1, ended: true }, ...[2, 3].map((time) => ({ time, ended: false }))])).toBeNull();
    expect(kaplanMeierMedian([])).toBeNull();
  });

  it('weights count as repetitions', () => {
    const doubled = waitings.map((w) => ({ ...w, weight: 2 }));
    expect(survivalCurve(doubled)).toEqual(survivalCurve([...waitings, ...waitings]));
  });
});

describe('quantile, type 7', () => {
  it('lies at (n-1)p: of 1 2 3 4 the p85 is at 2.55, so 3 + .55', () => {
    expect(quantile([4, 1, 3, 2], 0.85)).toBeCloseTo(3.55, 9);
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  });

  it('of one value is that value, of none unknown', () => {
    expect(quantile([7], 0.9)).toBe(7);
    expect(quantile([], 0.5)).toBeNull();
  });
});

describe('bands', () => {
  it('change at 40, 60 and 80', () => {
    expect([39.9, 40, 59.9, 60, 79.9, 80].map(bandName)).toEqual([
      'industrial',
      'mixed',
      'mixed',
      'mostly async',
      'mostly async',
      'async-native',
    ]);
  });
});

describe('Dirichlet draws', () => {
  it('sum to one, keep a zero weight at zero and repeat with the seed', () => {
    const draw = dirichletDraw([1, 2, 0], 20, seededRandom(7));
    expect(draw.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
    expect(draw[2]).toBe(0);
    expect(dirichletDraw([1, 2, 0], 20, seededRandom(7))).toEqual(draw);
  });

  it('centre on the weights with variance m(1-m)/(concentration+1)', () => {
    // weights 1:3 -> mean .25, variance .25 x .75 / 21 = .00893, sd .0945
    const random = seededRandom(11);
    const draws = Array.from({ length: 4000 }, () => dirichletDraw([1, 3], 20, random)[0] ?? 0);
    const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
    const sd = Math.sqrt(draws.reduce((n, d) => n + (d - mean) ** 2, 0) / draws.length);
    expect(mean).toBeCloseTo(0.25, 2);
    expect(sd).toBeGreaterThan(0.088);
    expect(sd).toBeLessThan(0.101);
  });

  it('of many small weights stay valid (shape below one)', () => {
    const draw = dirichletDraw(Array(40).fill(1), 20, seededRandom(3));
    expect(draw.every((w) => w >= 0 && Number.isFinite(w))).toBe(true);
  });
});
