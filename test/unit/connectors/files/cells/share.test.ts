import { describe, expect, it } from 'vitest';
import { CellProblem } from '../../../../../src/connectors/files/cells/cell.ts';
import { readShare } from '../../../../../src/connectors/files/cells/share.ts';

describe('a share', () => {
  it.each([
    ['0.45', 0.45],
    ['0,45', 0.45],
    ['45', 0.45],
    ['45 %', 0.45],
    ['45,5%', 0.455],
    // One percent needs its sign: 1 alone is the whole.
    ['1', 1],
    ['1 %', 0.01],
    ['100', 1],
    ['100%', 1],
    ['0', 0],
    [0.8, 0.8],
    [80, 0.8],
    ['', null],
    ['n/a', null],
  ])('%j is %j', (cell, share) => {
    expect(readShare(cell)).toBe(share);
  });

  it.each([
    ['-5', 'is below zero'],
    ['-5 %', 'is below zero'],
    ['101', 'is above 100 %'],
    ['250 %', 'is above 100 %'],
    ['most', 'is not a number'],
    ['%', 'is not a number'],
  ])('%j is refused', (cell, reason) => {
    expect(() => readShare(cell)).toThrow(new CellProblem(reason));
  });
});
