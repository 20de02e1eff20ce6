import { describe, expect, it } from 'vitest';
import { noticeDeadline } from '../../../../src/analysis/structure/contract.ts';
import { analyseStructure } from '../../../../src/analysis/structure.ts';
import { Policy } from '../../../../src/model/policy.ts';
import type { Contract } from '../../../../src/model/snapshot.ts';
import { emptySnapshot, withContract, withTool } from '../../../support/snapshot.ts';

function tool(...terms: readonly Partial<Contract>[]) {
  const start = withTool(emptySnapshot(), 'asana', 'task_tracking');
  const snapshot = terms.reduce((sum, term) => withContract(sum, 'asana', term), start);
  return analyseStructure(snapshot, Policy.parse({}), { seed: 1 }).tools[0]!;
}

function contract(...terms: readonly Partial<Contract>[]) {
  return tool(...terms).contract;
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

describe('several contracts of one tool (as of 2026-10-12)', () => {
  it('leads with the earliest deadline still to come and keeps the others by deadline', () => {
    // 30 days of notice: 2026-12-31 -> 12-01; 2027-03-31 -> 03-01; 2026-10-31 -> 10-01, missed.
    const found = tool(
      { plan: 'Guests', end: '2027-03-31' },
      { plan: 'Core', end: '2026-12-31' },
      { plan: 'Storage', end: '2026-10-31' },
    );
    expect(found.contract).toMatchObject({ plan: 'Core', noticeDeadline: '2026-12-01', noticeState: 'known' });
    expect(
      found.furtherContracts?.map(({ plan, noticeDeadline: day, noticeState: state }) => [plan, day, state]),
    ).toEqual([
      ['Storage', '2026-10-01', 'missed'],
      ['Guests', '2027-03-01', 'known'],
    ]);
  });

  it('has no further contract where there is one, nor for a term that another one continues', () => {
    expect(tool({})).not.toHaveProperty('furtherContracts');
    expect(tool({ end: '2026-09-30' }, { start: '2026-10-01', end: '2027-09-30' })).not.toHaveProperty(
      'furtherContracts',
    );
  });

  it('keeps a contract that is yet to begin', () => {
    // 2026-12-31 -> 12-01 comes before 2027-12-31 -> 12-01 of the year after.
    const found = tool({ end: '2026-12-31' }, { start: '2027-01-01', end: '2027-12-31' });
    expect(found.contract?.end).toBe('2026-12-31');
    expect(found.furtherContracts?.map(({ end }) => end)).toEqual(['2027-12-31']);
  });
});

describe('an ended contract (as of 2026-10-12)', () => {
  it('that renews by itself is rolled forward, term by term, and says from when', () => {
    // A quarter, 2026-01-01 to 2026-03-31: renewed to 06-30, 09-30 and 12-31.
    expect(contract({ start: '2026-01-01', end: '2026-03-31' })).toMatchObject({
      start: '2026-10-01',
      end: '2026-12-31',
      noticeDeadline: '2026-12-01',
      noticeState: 'known',
      renewedFrom: '2026-03-31',
    });
    // Two years to 2022-08-31: 2024-08-31, 2026-08-31, 2028-08-31.
    expect(contract({ start: '2020-09-01', end: '2022-08-31' })).toMatchObject({
      start: '2026-09-01',
      end: '2028-08-31',
      renewedFrom: '2022-08-31',
    });
    // Without a start a year is taken: 2025-11-30 -> 2026-11-30, notice 2026-10-31.
    expect(contract({ start: null, end: '2025-11-30' })).toMatchObject({ start: '2025-12-01', end: '2026-11-30' });
    // It runs on its last day.
    expect(contract({ start: '2025-10-13', end: '2026-10-12' })).not.toHaveProperty('renewedFrom');
  });

  it('is no longer rolled forward once another contract continues it, and is beside one that does not', () => {
    const next = { start: '2026-09-01', end: '2027-08-31' };
    expect(tool({ plan: 'Core', end: '2026-08-31' }, { plan: 'core', ...next }).furtherContracts).toBeUndefined();
    // 2026-08-31 of eight months from 2026-01-01: 2027-04-30, notice 2027-03-31, before 2027-08-01.
    const beside = tool({ plan: 'Guests', end: '2026-08-31' }, { plan: 'Core', ...next });
    expect(beside.contract).toMatchObject({ plan: 'Guests', end: '2027-04-30', renewedFrom: '2026-08-31' });
    expect(beside.furtherContracts?.map(({ plan }) => plan)).toEqual(['Core']);
  });

  it('that does not renew stays as it is', () => {
    expect(contract({ end: '2026-09-30', autoRenew: false })).toMatchObject({ end: '2026-09-30', autoRenew: false });
    expect(contract({ end: '2026-09-30', autoRenew: null })).not.toHaveProperty('renewedFrom');
  });
});
