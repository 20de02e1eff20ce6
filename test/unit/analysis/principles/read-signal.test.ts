import { describe, expect, it } from 'vitest';
import { readSignal, readSignalSafely } from '../../../../src/analysis/principles/read-signal.ts';
import { measured } from '../../../../src/analysis/principles/reading.ts';
import { scoreSignal, toSignal } from '../../../../src/analysis/principles/score-signal.ts';
import type { Reading, SignalMeta, SignalUnit } from '../../../../src/analysis/principles/signal-unit.ts';
import { resistancePulse } from '../../../../src/analysis/principles/signals/c1-cultural-resistance.ts';
import { orphanPages } from '../../../../src/analysis/principles/signals/c2-1-orphan-pages.ts';
import { safetyPulse } from '../../../../src/analysis/principles/signals/c4-without-source.ts';
import { meetingLoad } from '../../../../src/analysis/principles/signals/p1-1-meeting-load.ts';
import { outcomeClarity } from '../../../../src/analysis/principles/signals/p3-without-source.ts';
import { rescaled, signalOf } from '../../../../src/analysis/principles/survey-answers.ts';
import { Policy } from '../../../../src/model/policy.ts';
import { inputOf, read, tenPeople, withMeeting, withSurvey } from '../../../support/signal-input.ts';
import { at, emptySnapshot, span, withDocuments, withPeople } from '../../../support/snapshot.ts';

function unit(reading: Partial<Reading>, meta: Partial<SignalMeta> = {}): SignalUnit {
  return {
    meta: { ...meetingLoad.meta, privacy: 'none', windowed: true, ...meta },
    measure: () => measured({ value: 10, words: '', ...reading }),
  };
}

const calendar = withMeeting(tenPeople(emptySnapshot()), '2026-07-07', ['08:00', '09:00'], span(0, 9));

describe('reading a signal', () => {
  it('names the section that is missing, and does not ask the unit', () => {
    const broken: SignalUnit = {
      meta: meetingLoad.meta,
      measure: () => {
        throw new Error('asked');
      },
    };
    expect(readSignal(broken, inputOf(emptySnapshot())).words).toBe(
      'Not known: the calendar is missing and the people list is missing.',
    );
  });

  it('is partial under four full weeks, and unknown without one', () => {
    const weeks = (end: string) => ({ ...calendar, period: { start: '2026-07-06', end } });
    expect(read(unit({}), weeks('2026-07-26')).state).toBe('measured-partial');
    expect(read(unit({}), weeks('2026-07-26')).note).toBe('Only 3 full weeks.');
    expect(read(unit({}), weeks('2026-08-02')).state).toBe('measured');
    expect(read(unit({}), weeks('2026-07-11')).state).toBe('not-connected');
    expect(read(unit({}, { windowed: false }), weeks('2026-07-11')).state).toBe('measured');
  });

  it('guards the group: k of its class, dominance, and an unstated size fails closed', () => {
    expect(read(unit({ people: 10 }, { privacy: 'collaboration' }), calendar).state).toBe('measured');
    expect(read(unit({ people: 9 }, { privacy: 'collaboration' }), calendar).state).toBe('suppressed');
    expect(read(unit({ people: 9 }, { privacy: 'usage' }), calendar).state).toBe('measured');
    expect(read(unit({ people: 4 }, { privacy: 'usage' }), calendar).state).toBe('suppressed');
    expect(read(unit({}, { privacy: 'usage' }), calendar).state).toBe('suppressed');
    expect(read(unit({ people: 99, dominance: 0.41 }, { privacy: 'usage' }), calendar).state).toBe('suppressed');
  });

  it('never asks for person-day or collaboration facts under the works-council profile, and raises k to 15', () => {
    const k = { usage: 5, collaboration: 10 };
    const council = { ...calendar, privacy: { profile: 'works-council' as const, k, opt_in: [] } };
    expect(read(meetingLoad, council)).toMatchObject({ state: 'suppressed' });
    expect(read(unit({ people: 14 }, { privacy: 'usage' }), council).state).toBe('suppressed');
    expect(read(unit({ people: 15 }, { privacy: 'usage' }), council).state).toBe('measured');
    expect(read(unit({ people: 99 }, { privacy: 'usage', personDay: true }), council).state).toBe('suppressed');
  });

  it('a unit that fails costs only itself and says why', () => {
    const broken = {
      ...unit({}),
      measure: () => {
        throw new Error('division by a cucumber');
      },
    };
    expect(() => readSignal(broken, inputOf(calendar))).toThrow('cucumber');
    const reading = readSignalSafely(broken, inputOf(calendar));
    expect(reading).toMatchObject({ state: 'not-connected', value: null });
    expect(reading.note).toContain('division by a cucumber');
  });
});

describe('survey answers', () => {
  const base = tenPeople(emptySnapshot());

  it('are rescaled (x-1)/4 x 100 on 1 to 5, and as they are on 0 to 100', () => {
    const answer = { question: '', team: '', answersN: 9, signal: null, evidence: at };
    expect(rescaled({ ...answer, mean: 3.8, scale: 5 })).toBeCloseTo(70, 9);
    expect(rescaled({ ...answer, mean: 3.8, scale: null })).toBeCloseTo(70, 9);
    expect(rescaled({ ...answer, mean: 70, scale: 100 })).toBe(70);
    expect(rescaled({ ...answer, mean: 6, scale: 5 })).toBeNull();
    expect(rescaled({ ...answer, mean: 40, scale: null })).toBeNull();
  });

  it('find their signal in the column or at the head of the question', () => {
    const answer = { team: '', answersN: 9, mean: 4, scale: 5, evidence: at };
    expect(signalOf({ ...answer, question: 'p3.6 I know what is expected', signal: null })).toBe('P3.6');
    expect(signalOf({ ...answer, question: 'P3.6 x', signal: 'c4.5' })).toBe('C4.5');
    expect(signalOf({ ...answer, question: 'Are you well?', signal: null })).toBeNull();
  });

  it('weigh teams by answers: (20 x 75 + 10 x 0) / 30 = 50', () => {
    const first = withSurvey(withPeople(base, 'Sales', 30), 'P3.6', { answersN: 20, mean: 4 });
    const reading = read(outcomeClarity, withSurvey(first, 'P3.6', { team: 'Sales', answersN: 10, mean: 1 }));
    expect(reading).toMatchObject({ state: 'measured', value: 50, reliability: 0.6, people: 30, coverage: 0.75 });
  });

  it('agree with trouble in a challenge, save where the item asks for safety', () => {
    const asked = withSurvey(withSurvey(base, 'C1.5', { mean: 2 }), 'C4.5', { mean: 2 });
    const severity = (unit: SignalUnit) => scoreSignal(unit.meta, read(unit, asked), Policy.parse({})).score;
    expect(severity(resistancePulse)).toBe(25);
    expect(severity(safetyPulse)).toBe(75);
    const standIn = withSurvey(base, 'C2.1', { mean: 4 });
    expect(scoreSignal(orphanPages.meta, read(orphanPages, standIn), Policy.parse({})).score).toBe(75);
  });

  it('of fewer than ten people are withheld', () => {
    expect(read(outcomeClarity, withSurvey(base, 'P3.6', { answersN: 9 })).state).toBe('suppressed');
  });

  it('stand in for a measurement only where there is none, with their own unit and anchors', () => {
    const asked = withSurvey(base, 'P1.1', { mean: 3.4 }); // 60 of 100, good 80, bad 40 -> 50
    const standIn = scoreSignal(meetingLoad.meta, read(meetingLoad, asked), Policy.parse({}));
    expect(standIn.score).toBeCloseTo(50, 9);
    expect(toSignal(standIn)).toMatchObject({ unit: '0-100', anchors: 'good 80, bad 40', reliability: 0.6 });
    const both = { ...calendar, survey: asked.survey };
    expect(read(meetingLoad, both).value).toBeCloseTo(10 / 120, 9);
  });
});

describe('scoring a reading', () => {
  it('takes anchors and weight from the policy', () => {
    const policy = Policy.parse({ anchors: { 'P1.1': { good: 4, bad: 14 } }, weights: { 'P1.1': 3 } });
    const scored = scoreSignal(meetingLoad.meta, measured({ value: 10, words: '' }), policy);
    expect(scored).toMatchObject({ score: 40, weight: 3 }); // (14-10)/10
    expect(toSignal(scored).anchors).toBe('good 4, bad 14');
  });

  it('turns challenges round: 45 % orphans between none .2 and severe .7 is a severity of 50', () => {
    const scored = scoreSignal(orphanPages.meta, measured({ value: 0.45, words: '' }), Policy.parse({}));
    expect(scored.score).toBeCloseTo(50, 9);
    expect(toSignal(scored).anchors).toBe('none 0.2, severe 0.7');
  });

  it('an unscored or unknown reading has no score and, where connectable, says what would supply it', () => {
    const scored = scoreSignal(orphanPages.meta, read(orphanPages, emptySnapshot()), Policy.parse({}));
    expect(toSignal(scored)).toMatchObject({
      score: null,
      state: 'not-connected',
      wouldSupply: orphanPages.meta.source,
    });
    const young = withDocuments(emptySnapshot(), 'page', 'x', 1, { created: '2026-09-01' });
    expect(toSignal(scoreSignal(orphanPages.meta, read(orphanPages, young), Policy.parse({}))).wouldSupply).toBeNull();
  });
});
