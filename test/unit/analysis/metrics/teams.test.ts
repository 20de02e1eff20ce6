import { describe, expect, it } from 'vitest';
import { correctedDiversity, type PersonRow } from '../../../../src/analysis/metrics/permutation.ts';
import { teamDiversity, weightedRows } from '../../../../src/analysis/metrics/team-diversity.ts';

describe('team diversity', () => {
  it('each team its own tool: all diversity lies between teams', () => {
    const found = teamDiversity([
      [1, 0],
      [0, 1],
    ]);
    expect(found).toMatchObject({ alpha: 1, jsdNormalised: 1 });
    expect(found?.gamma).toBeCloseTo(2, 10);
    expect(found?.beta).toBeCloseTo(2, 10);
    expect(found?.jsd).toBeCloseTo(Math.LN2, 10);
    expect(found?.variationOfInformation).toBeCloseTo(0, 10);
  });

  it('everyone uses both: all diversity lies inside teams', () => {
    const found = teamDiversity([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    expect(found?.gamma).toBeCloseTo(2, 10);
    expect(found?.alpha).toBeCloseTo(2, 10);
    expect(found?.beta).toBeCloseTo(1, 10);
    expect(found?.jsdNormalised).toBeCloseTo(0, 10);
    expect(found?.variationOfInformation).toBeCloseTo(1.38629436, 8);
  });

  it('mixed: H of the pool (.6,.4) .673012 less .6 x .500402 + .4 x .610864 = .544587', () => {
    const rows = weightedRows(
      [
        [0.8, 0.2],
        [0.3, 0.7],
      ],
      [0.6, 0.4],
    );
    const found = teamDiversity(rows);
    expect(found?.gamma).toBeCloseTo(1.9601317, 7);
    expect(found?.alpha).toBeCloseTo(1.72389657, 8);
    expect(found?.beta).toBeCloseTo(1.13703556, 8);
    expect(found?.jsd).toBeCloseTo(0.12842449, 8);
    expect(found?.jsdNormalised).toBeCloseTo(0.1908206, 7);
    expect(found?.variationOfInformation).toBeCloseTo(1.08917435, 8);
  });

  it('is unknown without activity and 0 apart for one team', () => {
    expect(teamDiversity([[0, 0]])).toBeNull();
    expect(teamDiversity([[3, 1]])?.jsdNormalised).toBe(0);
  });
});

describe('permutation correction', () => {
  const options = { draws: 200, seed: 7 };
  const own = (team: number, tool: number): PersonRow => ({ team, activity: tool === 0 ? [1, 0] : [0, 1] });

  it('leaves a clear silo nearly whole and is the same for the same seed', () => {
    const rows = Array.from({ length: 40 }, (_, i) => own(i % 2, i % 2));
    const found = correctedDiversity(rows, 2, options);
    expect(found?.jsdNormalised).toBeCloseTo(1, 10);
    // By chance 20 of 40 labels land within a few of 10 to 10: a divergence of a few hundredths.
    expect(found?.jsdNormalisedCorrected).toBeGreaterThan(0.95);
    expect(correctedDiversity(rows, 2, options)).toEqual(found);
  });

  it('takes away most of what tiny teams show by chance', () => {
    // Eight people in four teams of two, tools at random: raw divergence is far from 0 though nothing is there.
    const tools = [0, 1, 1, 0, 0, 1, 1, 1];
    const rows = tools.map((tool, i) => own(Math.floor(i / 2), tool));
    const found = correctedDiversity(rows, 4, options);
    expect(found?.jsdNormalised).toBeGreaterThan(0.05);
    expect(found?.jsdNormalisedCorrected).toBeLessThan(0.05);
  });

  it('never goes below 0', () => {
    const rows = [0, 0, 1, 1].map((team, i) => own(team, i % 2));
    expect(correctedDiversity(rows, 2, options)?.jsdNormalisedCorrected).toBe(0);
  });
});
