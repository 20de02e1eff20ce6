import { describe, expect, it } from 'vitest';
import { chapman } from '../../../../src/analysis/metrics/capture-recapture.ts';
import { impliedSecondsPerToggle, switchLoad } from '../../../../src/analysis/metrics/context-switches.ts';
import { deciderSpread } from '../../../../src/analysis/metrics/effective-deciders.ts';
import { singleSourceByVolume, singleSourceIndex } from '../../../../src/analysis/metrics/single-source-index.ts';
import { ssoCoverage } from '../../../../src/analysis/metrics/sso-coverage.ts';

describe('context switches', () => {
  it('of S S J S N N J S', () => {
    const load = switchLoad(['S', 'S', 'J', 'S', 'N', 'N', 'J', 'S']);
    expect(load?.switches).toBe(5);
    expect(load?.rate).toBeCloseTo(5 / 7, 10);
    // Shares .5 .25 .25: H = 1.5 ln 2
    expect(load?.effectiveTools).toBeCloseTo(2 ** 1.5, 10);
    // 1 - (4x3 + 2x1 + 2x1) / 56
    expect(load?.expectedRandomRate).toBeCloseTo(40 / 56, 10);
    expect(switchLoad(['S'])).toBeNull();
  });

  it('implies 14,400 s / 6,000 toggles', () => {
    expect(impliedSecondsPerToggle(1200, 5, 4)).toBeCloseTo(2.4, 10);
  });
});

describe('single source', () => {
  const types = [
    { inHome: 80, total: 100 },
    { inHome: 45, total: 50 },
    { inHome: 60, total: 120 },
    { inHome: 90, total: 90 },
  ];

  it('weighs types equally, and by volume beside it', () => {
    // (.8 + .9 + .5 + 1) / 4, 275 / 360, .8 x .9
    expect(singleSourceIndex(types)).toBeCloseTo(0.8, 10);
    expect(singleSourceByVolume(types)).toBeCloseTo(0.76388889, 8);
    expect(singleSourceIndex(types, 0.1)).toBeCloseTo(0.72, 10);
  });

  it('is unknown without objects', () => {
    expect(singleSourceIndex([{ inHome: 0, total: 0 }])).toBeNull();
  });
});

describe('shadow', () => {
  it('estimates what two sources have not seen', () => {
    const found = chapman({ source1: 40, source2: 30, both: 20 });
    // 41 x 31 / 21 - 1; variance 41 x 31 x 20 x 10 / (21^2 x 22)
    expect(found.seen).toBe(50);
    expect(found.estimatedTotal).toBeCloseTo(59.52380952, 8);
    expect(found.unseen).toBeCloseTo(9.52380952, 8);
    expect(found.standardError).toBeCloseTo(5.11867008, 8);
  });

  it('covers single sign-on three ways', () => {
    const found = ssoCoverage([
      { sso: true, users: 600, spend: 70 },
      { sso: true, users: 300, spend: 25 },
      { sso: false, users: 100, spend: 5 },
    ]);
    expect(found.byApp).toBeCloseTo(2 / 3, 10);
    expect(found.byUserApp).toBeCloseTo(0.9, 10);
    expect(found.bySpend).toBeCloseTo(0.95, 10);
  });
});

describe('deciders', () => {
  it('of 8, 4, 4, 2, 1 and 1 decisions', () => {
    const found = deciderSpread([8, 4, 4, 2, 1, 1]);
    // .16 + .04 + .04 + .01 + .0025 + .0025
    expect(found?.hhi).toBeCloseTo(0.255, 10);
    expect(found?.effectiveDeciders).toBeCloseTo(3.92156863, 8);
    expect(found?.topShare).toBeCloseTo(0.4, 10);
    // 2 x (1 + 2 + 6 + 16 + 20 + 48) / (6 x 20) - 7/6
    expect(found?.gini).toBeCloseTo(0.38333333, 8);
    expect(deciderSpread([])).toBeNull();
  });
});
