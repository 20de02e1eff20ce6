import { describe, expect, it } from 'vitest';
import { openBoards } from '../../../../../src/analysis/principles/signals/d3-3-open-boards.ts';
import { withRows } from '../../../../support/section-rows.ts';
import { read } from '../../../../support/signal-input.ts';
import { emptySnapshot } from '../../../../support/snapshot.ts';

function boards(...rows: readonly (readonly [active: boolean | null, openToAll: boolean])[]) {
  const full = rows.map(([active, openToAll], i) => ({ name: `Board ${i + 1}`, team: null, active, openToAll }));
  return withRows(emptySnapshot(), 'boards', full);
}

describe('D3.3 boards open to everybody', () => {
  it('2 of 5 active boards are open; the inactive one stays out', () => {
    const snapshot = boards([true, true], [true, true], [true, false], [true, false], [true, false], [false, true]);
    const reading = read(openBoards, snapshot);
    expect(reading).toMatchObject({ state: 'measured', value: 0.4, coverage: 1 });
    expect(reading.note).toMatch(/^2 of 5 boards; 95 % interval \d+ % to \d+ %\.$/);
  });

  it('a board of which it is not said counts as active, and the note says so', () => {
    const reading = read(openBoards, boards([true, true], [null, false]));
    expect(reading).toMatchObject({ value: 0.5 });
    expect(reading.note).toContain('Counted as active although it is not said: 1 board.');
  });

  it('names what is missing', () => {
    expect(read(openBoards, emptySnapshot())).toMatchObject({
      state: 'not-connected',
      words: 'Not known: boards with their readers are missing.',
    });
    expect(read(openBoards, boards([false, true])).state).toBe('not-applicable');
  });

  it('stays under the works-council profile: a board is no behaviour', () => {
    const snapshot = boards([true, true], [true, false]);
    const strict = { ...snapshot, privacy: { ...snapshot.privacy, profile: 'works-council' as const } };
    expect(read(openBoards, strict).value).toBe(0.5);
  });
});
