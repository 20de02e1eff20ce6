import { describe, expect, it } from 'vitest';
import { explainSignal } from '../../../../src/analysis/principles/explain.ts';
import { analyseProfile } from '../../../../src/analysis/principles/profile.ts';
import { meetingLoad } from '../../../../src/analysis/principles/signals/p1-1-meeting-load.ts';
import { signals } from '../../../../src/analysis/principles/signals/registry.ts';
import { Profile } from '../../../../src/model/audit/profile.ts';
import { Policy } from '../../../../src/model/policy.ts';
import type { Snapshot } from '../../../../src/model/snapshot.ts';
import { emptyStructure, tenPeople, withDecisions, withMeeting, withMessages } from '../../../support/signal-input.ts';
import { emptySnapshot, span, withTool } from '../../../support/snapshot.ts';

const everybody = span(0, 9);
const profileOf = (snapshot: Snapshot, policy = {}) =>
  analyseProfile(snapshot, emptyStructure(), Policy.parse(policy), { seed: 7 });

/** Ten people, one meeting of 2 h every week with everybody, alternating a document; one week of messages. */
function studio(): Snapshot {
  let snapshot = tenPeople(emptySnapshot(), { timeZone: 'Europe/Berlin' });
  for (let week = 0; week < 12; week += 1) {
    const day = new Date(Date.UTC(2026, 6, 7 + 7 * week)).toISOString().slice(0, 10);
    const people = week % 3 === 0 ? everybody : everybody.slice(0, 4 + (week % 5));
    snapshot = withMeeting(snapshot, day, ['08:00', '10:00'], people, { hasDocument: week % 2 === 0 });
  }
  const counts = { publicChannel: 400, privateChannel: 100, direct: 100, afterHours: 60 };
  return withMessages(withMessages(snapshot, counts), { ...counts, week: '2026-07-13' });
}

describe('the profile', () => {
  it('of nothing: every construct is there, none is scored, bounds are 0 to 100', () => {
    const profile = profileOf(emptySnapshot());
    expect(Profile.parse(profile)).toEqual(profile);
    const all = [...profile.principles, ...profile.differences, ...profile.challenges];
    expect(all.map((c) => c.id).join()).toBe('P1,P2,P3,P4,P5,D1,D2,D3,D4,C1,C2,C3,C4');
    for (const construct of all) {
      expect(construct).toMatchObject({ score: null, bounds: [0, 100], coverage: 0, confidence: null });
      expect(construct.wouldAddMost.reduce((n, w) => n + w.weight, 0)).toBeCloseTo(1, 9);
      expect(construct.signals.every((s) => s.state === 'not-connected' && s.wouldSupply !== null)).toBe(true);
    }
    expect(profile.overall).toMatchObject({ geometric: null, bandUnstable: null });
    expect(profile.messageNoise).toEqual({
      perPersonWeek: null,
      interval: null,
      publicShare: null,
      afterHoursShare: null,
    });
  });

  it('scores P1 from a calendar and messages: four of six signals, an interval from people', () => {
    const p1 = profileOf(studio()).principles[0]!;
    const known = p1.signals.filter((s) => s.score !== null).map((s) => s.id);
    expect(known).toEqual(['P1.1', 'P1.2', 'P1.3', 'P1.5']);
    expect(p1.coverage).toBeCloseTo(4 / 6, 9);
    // 1.4 h a week, free days, 10 % after hours, nobody outside hours: 100 + 100 + 75 + 100
    expect(p1.score).toBeCloseTo(93.75, 6);
    expect(p1.interval?.[0]).toBeLessThanOrEqual(p1.bounds[0]);
    expect(p1.interval?.[1]).toBeGreaterThanOrEqual(p1.bounds[1]);
    expect(p1.band).toBe('async-native');
  });

  it('says how the intervals were made, and repeats byte for byte', () => {
    const profile = profileOf(studio());
    expect(profile.sensitivity.find((s) => s.id === 'intervals')?.result).toContain('2,000 draws');
    expect(JSON.stringify(profileOf(studio()))).toBe(JSON.stringify(profile));
  });

  it('message noise: 1,200 messages of 10 people in 2 weeks is 60; public 800 of 1,200; after hours 120', () => {
    const { perPersonWeek, publicShare, afterHoursShare } = profileOf(studio()).messageNoise;
    expect(perPersonWeek).toBe(60);
    expect(publicShare).toBeCloseTo(2 / 3, 9);
    expect(afterHoursShare).toBeCloseTo(0.1, 9);
  });

  it('a failing unit costs only itself', () => {
    const broken = {
      ...meetingLoad,
      measure: () => {
        throw new Error('planted');
      },
    };
    const units = signals.map((unit) => (unit.meta.id === 'P1.1' ? broken : unit));
    const policy = Policy.parse({});
    const profile = analyseProfile(studio(), emptyStructure(), policy, { seed: 7, units });
    const [first, ...others] = profile.principles[0]!.signals;
    expect(first).toMatchObject({ id: 'P1.1', state: 'not-connected', score: null });
    expect(first?.note).toContain('planted');
    expect(others).toEqual(profileOf(studio()).principles[0]!.signals.slice(1));
  });

  it('computes nothing about collaboration under the works-council profile', () => {
    const k = { usage: 5, collaboration: 10 };
    const profile = profileOf({ ...studio(), privacy: { profile: 'works-council', k, opt_in: [] } });
    expect(profile.principles[0]!.signals.filter((s) => s.score !== null)).toEqual([]);
    expect(profile.messageNoise.perPersonWeek).toBeNull();
  });

  it('holds the mirror of the industrial playbook up', () => {
    const watched = withTool(studio(), 'eye', {}, { purpose: 'employee monitoring' });
    const traits = profileOf(withDecisions(watched, 5)).legacyTraits;
    expect(traits.map((t) => [t.id, t.state])).toEqual([
      ['synchronised-presence', 'measured'],
      ['information-through-hierarchy', 'not-assessed'],
      ['uniformity-imposed', 'not-assessed'],
      ['stability-over-change', 'not-assessed'],
      ['management-by-observation', 'measured'],
    ]);
    expect(traits[4]?.words).toContain('1 tool for employee monitoring');
  });
});

describe('explaining a signal', () => {
  it('finds the meta by id, in any case', () => {
    expect(explainSignal(' p1.1')?.title).toBe('Meeting load');
    expect(explainSignal('P9.9')).toBeUndefined();
  });
});
