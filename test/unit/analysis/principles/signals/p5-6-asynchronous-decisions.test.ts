import { describe, expect, it } from 'vitest';
import { asynchronousDecisions } from '../../../../../src/analysis/principles/signals/p5-6-asynchronous-decisions.ts';
import { read, tenPeople, withDecisions } from '../../../../support/signal-input.ts';
import { emptySnapshot } from '../../../../support/snapshot.ts';

const people = tenPeople(emptySnapshot());

describe('P5.6 decisions without a meeting', () => {
  it('15 of 20 that say so; 5 of 25 decided ones do not, and open ones are not decided', () => {
    let snapshot = withDecisions(people, 15, { inMeeting: false });
    snapshot = withDecisions(snapshot, 5, { inMeeting: true });
    snapshot = withDecisions(snapshot, 5);
    snapshot = withDecisions(snapshot, 3, { decided: null, inMeeting: true });
    const reading = read(asynchronousDecisions, snapshot);
    expect(reading).toMatchObject({ state: 'measured', value: 0.75, coverage: 0.8 });
    expect(reading.note).toMatch(/^15 of 20 decisions; 95 % interval/);
  });

  it('19 that say so are counted and not judged', () => {
    const snapshot = withDecisions(withDecisions(people, 19, { inMeeting: false }), 10);
    expect(read(asynchronousDecisions, snapshot)).toMatchObject({
      state: 'measured-partial',
      value: null,
      unscored: true,
      words: '19 decision records: too few to judge',
    });
  });

  it('decided after the period is still open', () => {
    const late = withDecisions(people, 20, { decided: '2026-10-01', inMeeting: false });
    expect(read(asynchronousDecisions, late).state).toBe('not-applicable');
    const lastDay = withDecisions(people, 20, { decided: '2026-09-30', inMeeting: false });
    expect(read(asynchronousDecisions, lastDay).value).toBe(1);
  });

  it('names what is missing', () => {
    expect(read(asynchronousDecisions, people).words).toContain('decision records are missing');
    expect(read(asynchronousDecisions, withDecisions(people, 20))).toMatchObject({
      state: 'not-connected',
      words: 'The decision records do not link meetings.',
    });
    const old = withDecisions(people, 20, { proposed: '2026-01-05', decided: '2026-01-06', inMeeting: true });
    expect(read(asynchronousDecisions, old).state).toBe('stale');
  });
});
