import { describe, expect, it } from 'vitest';
import { analyseProfile } from '../../../../src/analysis/principles/profile.ts';
import { measured } from '../../../../src/analysis/principles/reading.ts';
import { scoreSignal, toSignal } from '../../../../src/analysis/principles/score-signal.ts';
import type { SignalUnit } from '../../../../src/analysis/principles/signal-unit.ts';
import { signals } from '../../../../src/analysis/principles/signals/registry.ts';
import type { Signal } from '../../../../src/model/audit/profile.ts';
import { Policy } from '../../../../src/model/policy.ts';
import { pulseItem, pulseItems, pulseQuestion } from '../../../../src/model/pulse.ts';
import type { Snapshot, SurveyResult } from '../../../../src/model/snapshot.ts';
import { emptyStructure, read, tenPeople, withMeeting, withSurvey } from '../../../support/signal-input.ts';
import { at, emptySnapshot, span, withDocuments, withPeople } from '../../../support/snapshot.ts';

const policy = Policy.parse({});

function withPulse(snapshot: Snapshot, id: string, answer: Partial<SurveyResult> = {}): Snapshot {
  const question = pulseQuestion(pulseItem(id)!, 'en');
  const result = { question, team: 'Studio', answersN: 20, mean: 4, scale: 5, signal: null, evidence: at, ...answer };
  return { ...snapshot, survey: [...snapshot.survey, result] };
}

/** Everybody answers every item alike. */
function fullPulse(snapshot: Snapshot, answer: Partial<SurveyResult> = {}): Snapshot {
  return pulseItems.reduce((all, { id }) => withPulse(all, id, answer), snapshot);
}

function unitOf(id: string): SignalUnit {
  return signals.find(({ meta }) => meta.id === id)!;
}

function signalIn(snapshot: Snapshot, id: string): Signal {
  const unit = unitOf(id);
  return toSignal(scoreSignal(unit.meta, read(unit, snapshot), policy));
}

function profileOf(snapshot: Snapshot) {
  return analyseProfile(snapshot, emptyStructure(), policy, { seed: 7 });
}

const forty = withPeople(emptySnapshot(), 'Studio', 40);

describe('an item of the pulse', () => {
  it('stands in for each of its signals that no source tells, and says so', () => {
    // mean 3.4 -> (3.4 - 1) / 4 = 60 of 100; anchors 40 and 80 -> a score of 50
    const asked = withPulse(forty, 'Q01', { mean: 3.4 });
    const load = signalIn(asked, 'P1.1');
    expect(load).toMatchObject({ state: 'measured', unit: '0-100', basis: 'self-declared', reliability: 0.6 });
    expect(load.value).toBeCloseTo(60, 9);
    expect(load.score).toBeCloseTo(50, 9);
    expect(load.coverage).toBe(0.5); // 20 answers of 40 people
    expect(load.words).toContain('people say 3.4 of 5 to “In a normal week');
    expect(load.words).toContain('meetings leave me long stretches');
    expect(load.note).toContain('Self-declared, 1 item (Q01), 20 answers; they speak for P1.2 too.');
    expect(load.note).toContain('the calendar is missing');
    expect(load.selfDeclared).toMatchObject({ answers: 20, items: 1, gap: null });
    expect(load.selfDeclared?.score).toBeCloseTo(50, 9);
    expect(signalIn(asked, 'P1.2').score).toBeCloseTo(50, 9);
    expect(signalIn(asked, 'P1.3')).toMatchObject({ state: 'not-connected', basis: null, selfDeclared: null });
  });

  it('is turned where to agree is bad: mean 2 of 5 is 25 agreement, so 75 of 100 good', () => {
    const asked = withPulse(forty, 'Q02', { mean: 2 });
    expect(signalIn(asked, 'P1.3').value).toBeCloseTo(75, 9);
    expect(signalIn(asked, 'P1.3').score).toBeCloseTo(87.5, 9); // (75 - 40) / 40
  });

  it('is severity in a challenge, from either side', () => {
    // Agreeing with trouble: mean 4 -> 75. Agreeing with what is good: mean 4 -> 100 - 75.
    const asked = withPulse(withPulse(withPulse(forty, 'Q18'), 'Q09'), 'Q11', { mean: 1 });
    expect(signalIn(asked, 'C2.1').score).toBeCloseTo(75, 9);
    expect(signalIn(asked, 'C4.2').score).toBeCloseTo(25, 9);
    expect(signalIn(asked, 'P4.1').score).toBeCloseTo(87.5, 9);
    expect(signalIn(asked, 'C2.5').score).toBeCloseTo(100, 9);
    expect(signalIn(asked, 'P4.4').score).toBe(0);
  });

  it('answers the signals that can only be asked, in their own direction and anchors', () => {
    const asked = withPulse(withPulse(withPulse(forty, 'Q17', { mean: 2 }), 'Q20', { mean: 2 }), 'Q08', { mean: 3.4 });
    expect(signalIn(asked, 'C1.5')).toMatchObject({ value: 25, score: 25, basis: 'self-declared' });
    expect(signalIn(asked, 'C4.5')).toMatchObject({ value: 25, score: 75 }); // a quarter feels safe
    expect(signalIn(asked, 'P3.6').score).toBeCloseTo(50, 9);
    const strict = Policy.parse({ anchors: { 'P3.6': { bad: 0, good: 60 } } });
    const clarity = unitOf('P3.6');
    const scored = toSignal(scoreSignal(clarity.meta, read(clarity, asked), strict));
    expect(scored.score).toBeCloseTo(100, 9);
    expect(scored.selfDeclared?.score).toBeCloseTo(100, 9);
  });

  it('is one item in two languages, summed over teams by answers: (6 x 100 + 14 x 50) / 20 = 65', () => {
    const german = pulseQuestion(pulseItem('Q15')!, 'de');
    const first = withPulse(forty, 'Q15', { answersN: 6, mean: 5 });
    const asked = withPulse(first, 'Q15', { question: german, team: 'Verkauf', answersN: 14, mean: 3 });
    expect(signalIn(asked, 'D3.1').value).toBeCloseTo(65, 9);
    expect(signalIn(asked, 'D3.1').selfDeclared).toMatchObject({ answers: 20, items: 1 });
  });

  it('stands with other answers to the same signal, which are taken as they are', () => {
    // Item 75 of 100 by 10, the other question 50 of 100 by 10 in the scale of the signal.
    const both = withSurvey(withPulse(forty, 'Q02', { answersN: 10, mean: 2 }), 'P1.3', { mean: 3 });
    expect(signalIn(both, 'P1.3').value).toBeCloseTo(62.5, 9);
    expect(signalIn(both, 'P1.3').selfDeclared).toMatchObject({ answers: 10, items: 2 });
  });

  it('is withheld below the threshold of the sum over teams: 10, and 15 under the works-council profile', () => {
    const nine = withPulse(withPulse(forty, 'Q01', { answersN: 4 }), 'Q01', { team: 'Sales', answersN: 5 });
    expect(signalIn(nine, 'P1.1')).toMatchObject({ state: 'suppressed', value: null, basis: null, selfDeclared: null });
    const ten = withPulse(withPulse(forty, 'Q01', { answersN: 5 }), 'Q01', { team: 'Sales', answersN: 5 });
    expect(signalIn(ten, 'P1.1').state).toBe('measured');
    const privacy = { profile: 'works-council', k: { usage: 5, collaboration: 10 } } as const;
    const council = (answersN: number) =>
      withPulse({ ...forty, privacy: { ...forty.privacy, ...privacy } }, 'Q01', { answersN });
    expect(signalIn(council(14), 'P1.1').state).toBe('suppressed');
    expect(signalIn(council(15), 'P1.1')).toMatchObject({ state: 'measured', basis: 'self-declared' });
  });

  it('says nothing of a tool that watches staff', () => {
    const asked = withSurvey(forty, 'C4.1', { mean: 5 });
    expect(signalIn(asked, 'C4.1')).toMatchObject({ state: 'not-connected', selfDeclared: null });
  });

  it('without a people list is measured against the headcount; without either its coverage is unknown and said so', () => {
    const base = emptySnapshot();
    const organisation = { ...base.organisation, headcount: 80 };
    expect(signalIn(withPulse({ ...base, organisation }, 'Q01'), 'P1.1').coverage).toBe(0.25);
    const nobody = { ...base, organisation: { ...organisation, headcount: null } };
    expect(signalIn(withPulse(nobody, 'Q01'), 'P1.1')).toMatchObject({ coverage: 0, score: 87.5 });
    expect(signalIn(withPulse(nobody, 'Q01'), 'P1.1').note).toContain('how many could have answered is not known');
  });
});

describe('saying beside doing', () => {
  // Two meetings of one hour each for 10 people over 12 weeks: far under 8 hours, a score of 100.
  const calendar = withMeeting(tenPeople(emptySnapshot()), '2026-07-07', ['08:00', '09:00'], span(0, 9));

  it('leaves the observed score as it is and shows the gap: 50 said, 100 seen', () => {
    const alone = signalIn(calendar, 'P1.1');
    const both = signalIn(withPulse(calendar, 'Q01', { answersN: 10, mean: 3.4 }), 'P1.1');
    expect(both).toEqual({ ...alone, selfDeclared: both.selfDeclared });
    expect(both).toMatchObject({ score: 100, basis: 'observed' });
    expect(both.selfDeclared).toMatchObject({ answers: 10, items: 1 });
    expect(both.selfDeclared?.score).toBeCloseTo(50, 9);
    expect(both.selfDeclared?.gap).toBeCloseTo(-50, 9);
  });

  it('has no gap where the sources give a count but no score, or show that the question does not arise', () => {
    const unit = { ...unitOf('P1.1'), meta: { ...unitOf('P1.1').meta, privacy: 'none' } } as const;
    const bare = { ...unit, measure: () => measured({ value: 3, words: '', unscored: true }) };
    const asked = withPulse(calendar, 'Q01');
    const counted = toSignal(scoreSignal(bare.meta, read(bare, asked), policy));
    expect(counted).toMatchObject({ value: 3, score: null, basis: 'observed' });
    expect(counted.selfDeclared).toMatchObject({ score: 87.5, gap: null });
    const young = withPulse(withDocuments(forty, 'page', 'x', 1, { created: '2026-09-01' }), 'Q18');
    expect(signalIn(young, 'C2.1')).toMatchObject({ state: 'not-applicable', score: null, basis: null });
    expect(signalIn(young, 'C2.1').selfDeclared).toMatchObject({ score: 75, gap: null });
  });

  it('an observed signal stays when too few answered', () => {
    expect(signalIn(withPulse(calendar, 'Q01', { answersN: 3 }), 'P1.1')).toEqual(signalIn(calendar, 'P1.1'));
  });
});

describe('a profile of nothing but the pulse', () => {
  const profile = profileOf(fullPulse(forty));
  const constructs = [...profile.principles, ...profile.differences, ...profile.challenges];

  it('scores every principle, difference and challenge, all of it self-declared', () => {
    expect(constructs).toHaveLength(13);
    for (const construct of constructs) {
      expect({ id: construct.id, scored: construct.score !== null, share: construct.selfDeclaredShare }).toEqual({
        id: construct.id,
        scored: true,
        share: 1,
      });
      expect(construct.signals.filter((s) => s.score !== null).length).toBeGreaterThanOrEqual(2);
      expect(construct.coverage).toBeGreaterThanOrEqual(0.5);
      expect(construct.bounds[0]).toBeLessThanOrEqual(construct.score ?? -1);
      expect(construct.bounds[1]).toBeGreaterThanOrEqual(construct.score ?? 101);
    }
    expect(profile.overall.geometric).not.toBeNull();
  });

  it('never claims high confidence: reliability 0.6, half of the people, most of the weight', () => {
    // P1: all six signals known; (1 x 0.5 x 1 x 0.6)^(1/4) = 0.740
    expect(constructs[0]?.confidence).toBeCloseTo(0.3 ** 0.25, 9);
    expect(constructs.every((c) => c.confidenceLabel !== 'high')).toBe(true);
  });

  it('shows noise and satisfaction apart: mean 4 of 5 is 75 of 100', () => {
    expect(profile.selfDeclaredNoise).toEqual({ agreement: 75, answers: 20 });
    expect(profile.satisfaction).toEqual({ agreement: 75, answers: 20 });
    const few = profileOf(fullPulse(forty, { answersN: 9 }));
    expect([few.selfDeclaredNoise, few.satisfaction]).toEqual([null, null]);
    expect(few.principles.every((c) => c.score === null && c.selfDeclaredShare === null)).toBe(true);
  });

  it('mixes with what is seen by weight: one observed of six known in P1', () => {
    const calendar = withMeeting(tenPeople(emptySnapshot()), '2026-07-07', ['08:00', '09:00'], span(0, 9));
    const mixed = profileOf(fullPulse(calendar, { answersN: 10 })).principles[0]!;
    const seen = mixed.signals.filter((s) => s.basis === 'observed').length;
    const said = mixed.signals.filter((s) => s.basis === 'self-declared').length;
    expect(seen).toBeGreaterThan(0);
    expect(mixed.selfDeclaredShare).toBeCloseTo(said / (seen + said), 9);
  });
});
