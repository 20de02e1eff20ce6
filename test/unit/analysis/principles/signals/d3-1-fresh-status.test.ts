import { describe, expect, it } from 'vitest';
import { freshStatus } from '../../../../../src/analysis/principles/signals/d3-1-fresh-status.ts';
import type { WorkItem } from '../../../../../src/model/snapshot.ts';
import { read, withItem } from '../../../../support/signal-input.ts';
import { emptySnapshot } from '../../../../support/snapshot.ts';

function items(...list: readonly Partial<WorkItem>[]) {
  return list.reduce((s, item) => withItem(s, item), emptySnapshot());
}

describe('D3.1 status kept up to date', () => {
  it('three of four open items changed in the 7 days up to 30 September: 23 September counts, 22 does not', () => {
    const snapshot = items(
      { lastChanged: '2026-09-30' },
      { lastChanged: '2026-09-23' },
      { lastChanged: '2026-09-22' },
      { lastChanged: '2026-09-29', created: null },
      { lastChanged: '2026-09-29', closed: '2026-09-30' }, // closed by the end
      { lastChanged: '2026-09-29', created: '2026-10-01' }, // not there yet
    );
    const reading = read(freshStatus, snapshot);
    expect(reading).toMatchObject({ state: 'measured', value: 0.75, coverage: 1 });
    expect(reading.words).toBe('75 % of open items were changed in the last week');
  });

  it('an item closed after the period was open at its end', () => {
    expect(read(freshStatus, items({ lastChanged: '2026-09-25', closed: '2026-10-01' })).value).toBe(1);
  });

  it('leaves out unknown changes, and those after the period, which hide the one before', () => {
    const snapshot = items(
      { lastChanged: '2026-09-30' },
      { lastChanged: '2026-01-01' },
      { lastChanged: null },
      { lastChanged: '2026-10-05' },
    );
    const reading = read(freshStatus, snapshot);
    expect(reading).toMatchObject({ state: 'measured-partial', value: 0.5, coverage: 0.5 });
    expect(reading.note).toContain('Left out: 1 item changed after the period');
  });

  it('names what is missing', () => {
    expect(read(freshStatus, emptySnapshot()).words).toContain('work items are missing');
    expect(read(freshStatus, items({}))).toMatchObject({ state: 'not-connected', value: null });
    expect(read(freshStatus, items({ closed: '2026-09-01' })).state).toBe('not-applicable');
  });
});
