import { describe, expect, it } from 'vitest';
import { noticeDeadline } from '../../../../src/analysis/structure/contract.ts';
import { analyseStructure } from '../../../../src/analysis/structure.ts';
import { Policy } from '../../../../src/model/policy.ts';
import type { Contract } from '../../../../src/model/snapshot.ts';
import { emptySnapshot, withContract, withTool } from '../../../support/snapshot.ts';

function contract(...terms: readonly Partial<Contract>[]) {
  const start = withTool(emptySnapshot(), 'asana', 'task_tracking');
  const snapshot = terms.reduce((sum, term) => withContract(sum, 'asana', term), start);
  return analyseStructure(snapshot, Policy.parse({}), { seed: 1 }).tools[0]!.contract;
}

describe('notice', () => {
  it('is due at the end less the notice period', () => {
    expect(noticeDeadline('2026-09-30', 60)).toBe('2026-08-01');
    expect(noticeDeadline('2028-03-31', 31)).toBe('2028-02-29');
  });

  it('is known up to its last day and missed the day after (as of 2026-10-12)', () => {
    // 2026-11-11 less 30 days is 2026-10-12; 2026-11-10 less 30 days is the day before.
    expect(contract({ end: '2026-11-11' })).toMatchObject({ noticeDeadline: '2026-10-12', noticeState: 'known' });
    expect(contract({ end: '2026-11-10' })).toMatchObject({ noticeDeadline: '2026-10-11', noticeState: 'missed' });
  });

  it('is planned with 90 days and stays assumed where it is not stated', () => {
    // 2026-12-31 less 90 days
    expect(contract({ noticeDays: null })).toMatchObject({
      noticeDays: 90,
      noticeDeadline: '2026-10-02',
      noticeState: 'assumed',
    });
  });

  it('looks at the next deadline ahead among contracts that run side by side, and past a term that is over', () => {
    const ends = [{ end: '2026-10-31' }, { end: '2027-03-31' }, { end: '2026-12-31' }];
    expect(contract(...ends)?.end).toBe('2026-12-31');
    expect(contract({ end: '2026-09-30' }, { start: '2026-10-01', end: '2027-09-30' })?.end).toBe('2027-09-30');
    expect(contract()).toBeNull();
  });
});
