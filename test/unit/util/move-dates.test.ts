import { describe, expect, it } from 'vitest';
import { dateMove, type MoveSettings } from '../../../src/util/move-dates.ts';

const settings: MoveSettings = {
  asOf: '2026-06-01',
  earliest: '2026-06-15',
  migrationDays: 45,
  parallelDays: 30,
  bufferDays: 14,
  freezes: [],
};
const term = { end: '2026-09-30', noticeDays: 60, autoRenew: true, termMonths: 12 };

describe('dateMove', () => {
  it('reproduces renewal-arithmetic', () => {
    // Notice 30 Sep - 60 d = 1 Aug; cut-over 30 Sep - 30 d = 31 Aug; start 31 Aug - 45 d = 17 Jul; go/no-go 1 Aug - 14 d.
    expect(dateMove(term, settings)).toEqual({
      noticeDeadline: '2026-08-01',
      cutOver: '2026-08-31',
      start: '2026-07-17',
      goNoGo: '2026-07-18',
      parallelEnds: '2026-09-30',
      exit: '2026-09-30',
      currentEnd: '2026-09-30',
      renewals: 0,
      renewedBecause: null,
    });
  });

  it('takes the next term when notice is past, not on the day itself', () => {
    expect(dateMove(term, { ...settings, asOf: '2026-08-01', earliest: '2026-07-01' }).exit).toBe('2026-09-30');
    const late = dateMove(term, { ...settings, asOf: '2026-08-02', earliest: '2026-08-16' });
    expect(late).toMatchObject({ exit: '2027-09-30', renewals: 1, renewedBecause: 'notice missed' });
    expect(late.currentEnd).toBe('2026-09-30');
  });

  it('takes the next term when the move cannot start in time, though notice could be given', () => {
    // Latest start is 17 July; work may begin on 18 July at the earliest.
    const short = dateMove(term, { ...settings, earliest: '2026-07-18' });
    expect(short).toMatchObject({ exit: '2027-09-30', renewedBecause: 'too little time' });
  });

  it('needs no notice where the contract ends by itself', () => {
    const ending = dateMove({ ...term, autoRenew: false }, { ...settings, asOf: '2026-08-20', earliest: '2026-07-17' });
    expect(ending).toMatchObject({ exit: '2026-09-30', renewals: 0 });
  });

  it('moves the cut-over out of a freeze: earlier under a contract, later without one', () => {
    const freezes = [{ from: '2026-08-20', to: '2026-09-05' }];
    const bound = dateMove(term, { ...settings, freezes });
    expect([bound.cutOver, bound.start, bound.exit]).toEqual(['2026-08-19', '2026-07-05', '2026-09-30']);
    // 15 June + 45 d = 30 July, which is free.
    expect(dateMove(null, { ...settings, freezes }).cutOver).toBe('2026-07-30');
    const frozen = dateMove(null, { ...settings, freezes: [{ from: '2026-07-30', to: '2026-08-10' }] });
    expect([frozen.cutOver, frozen.exit]).toEqual(['2026-08-11', '2026-09-10']);
  });

  it('rolls an old contract forward by its own length', () => {
    const monthly = { end: '2026-01-31', noticeDays: 10, autoRenew: null, termMonths: 1 };
    // Ends fall on 31 Jan, 28 Feb, 31 Mar, ...; for 31 Aug the cut-over is 1 Aug and the start 17 June (from 15 June on).
    expect(dateMove(monthly, settings)).toMatchObject({ exit: '2026-08-31', start: '2026-06-17' });
  });
});
