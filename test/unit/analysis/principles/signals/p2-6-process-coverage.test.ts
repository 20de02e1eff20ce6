import { describe, expect, it } from 'vitest';
import { processCoverage } from '../../../../../src/analysis/principles/signals/p2-6-process-coverage.ts';
import type { Process } from '../../../../../src/model/snapshot.ts';
import { withRows } from '../../../../support/section-rows.ts';
import { read } from '../../../../support/signal-input.ts';
import { emptySnapshot } from '../../../../support/snapshot.ts';

function listed(...processes: readonly Partial<Process>[]) {
  const rows = processes.map((p, i) => ({
    name: `Process ${i + 1}`,
    team: null,
    procedure: 'wiki/page',
    current: null,
    reviewed: null,
    ...p,
  }));
  return withRows(emptySnapshot(), 'processes', rows);
}

describe('P2.6 critical processes written down', () => {
  it('two of four listed are current: stated once, reviewed once', () => {
    const snapshot = listed(
      { current: true },
      { reviewed: '2026-08-01' },
      { current: false, reviewed: '2026-08-01' }, // what is stated goes before the date
      { procedure: null, current: true }, // nothing is written, whatever is said of it
    );
    const reading = read(processCoverage, snapshot);
    expect(reading).toMatchObject({ state: 'measured', value: 0.5, coverage: 1 });
    expect(reading.words).toBe('50 % of critical processes have a current procedure');
    expect(reading.note).toMatch(/^2 of 4 processes; 95 % interval/);
  });

  it('180 days before the end of the period is still current, 181 is not', () => {
    // 30 September less 180 days is 3 April
    expect(read(processCoverage, listed({ reviewed: '2026-04-03' })).value).toBe(1);
    expect(read(processCoverage, listed({ reviewed: '2026-04-02' })).value).toBe(0);
  });

  it('keeps every listed process below the line: where it is not said the figure is a floor', () => {
    const reading = read(processCoverage, listed({ current: true }, { current: true }, { current: false }, {}));
    expect(reading).toMatchObject({ state: 'measured-partial', value: 0.5, coverage: 0.75 });
    expect(reading.words).toContain('at least 50 %');
    expect(reading.note).toContain('Of 1 it is not said');
  });

  it('is unknown where nobody lists a process or says a thing about any', () => {
    expect(read(processCoverage, emptySnapshot())).toMatchObject({ state: 'not-connected', value: null });
    expect(read(processCoverage, emptySnapshot()).words).toContain('the list of critical processes is missing');
    expect(read(processCoverage, listed({}, {}))).toMatchObject({
      state: 'not-connected',
      words: 'The list does not say which procedures are current.',
    });
  });
});
