import { describe, expect, it } from 'vitest';
import { findingRules } from '../../../../src/analysis/findings/registry.ts';
import { analyseProfile } from '../../../../src/analysis/principles/profile.ts';
import { measureEstate, withFindings } from '../../../../src/analysis/structure.ts';
import type { Signal } from '../../../../src/model/audit/profile.ts';
import { Finding } from '../../../../src/model/audit/structure.ts';
import { Policy } from '../../../../src/model/policy.ts';
import type { Process, Snapshot } from '../../../../src/model/snapshot.ts';
import { withDecisions, withMeeting, withMessages } from '../../../support/signal-input.ts';
import { at, emptySnapshot, span, withPeople, withSource } from '../../../support/snapshot.ts';

const policy = Policy.parse({});

/** Findings from the sources alone, signals included. */
function found(snapshot: Snapshot, rule: Finding['rule']): readonly Finding[] {
  const estate = measureEstate(snapshot, policy, { seed: 1 });
  const profile = analyseProfile(snapshot, estate.sections, policy, { seed: 1, facts: estate.facts });
  return withFindings(estate, profile).findings.filter((finding) => finding.rule === rule);
}

/** Findings with signals as given. */
function foundFrom(signals: readonly Signal[], rule: Finding['rule'], snapshot = emptySnapshot()): readonly Finding[] {
  const estate = measureEstate(snapshot, policy, { seed: 1 });
  const empty = analyseProfile(snapshot, estate.sections, policy, { seed: 1, units: [] });
  const challenges = empty.challenges.map((construct) =>
    construct.id === 'C2' ? { ...construct, signals: [...signals] } : construct,
  );
  return withFindings(estate, { ...empty, challenges }).findings.filter((finding) => finding.rule === rule);
}

function signal(id: string, score: number | null, words: string, overrides: Partial<Signal> = {}): Signal {
  return {
    ...{ id, title: `Title of ${id}`, words, score, value: 0.5, unit: 'ratio', weight: 1 },
    ...{ state: 'measured', coverage: 1, reliability: 1, grade: 'D', anchors: 'none 0.2, severe 0.7', formula: '' },
    ...{ wouldSupply: null, note: null, basis: 'observed', selfDeclared: null, evidence: [at] },
    ...{ interval: null, scoreBounds: null },
    ...overrides,
  };
}

const studio = withPeople(emptySnapshot(), 'Studio', 20);
const weeks = ['2026-07-06', '2026-07-13', '2026-07-20', '2026-07-27', '2026-08-03', '2026-08-10'];
const rounds = (people: readonly number[], overrides = {}, days = weeks) =>
  days.reduce(
    (snapshot, day) =>
      withMeeting(snapshot, day, ['08:00', '09:00'], people, { recurring: true, series: 'weekly', ...overrides }),
    studio,
  );

describe('status-meetings', () => {
  it('counts the person-hours of all rounds, and names none', () => {
    // 12 people x 1 hour in 6 of 12 weeks: 72 person-hours over 12 weeks of the calendar = 6 a week.
    const [finding] = found(rounds(span(0, 11)), 'status-meetings');
    expect(finding?.title).toBe(
      '1 recurring round without a document takes about 6 person-hours a week that could be written',
    );
    expect(finding).toMatchObject({ step: 1, severity: 'look', saving: null, subjects: [] });
    // 6 hours over 20 people
    expect(finding?.because[0]).toBe('0.30 hours a week for each person in recurring rounds without a document.');
    expect(finding?.because[1]).toBe('100 % of meeting hours go into rounds of that kind.');
    expect(JSON.stringify(finding)).not.toContain('weekly"');
  });

  it('wants ten people in them, four attendees, four occurrences and no document', () => {
    // The calendar sees all twenty people, the rounds nine of them.
    const day = (snapshot: Snapshot) => withMeeting(snapshot, '2026-07-07', ['08:00', '08:30'], span(0, 19));
    expect(found(day(rounds(span(0, 8))), 'status-meetings')).toEqual([]);
    expect(found(day(rounds(span(0, 9))), 'status-meetings')).toHaveLength(1);
    expect(found(rounds(span(0, 11), { hasDocument: true }), 'status-meetings')).toEqual([]);
    expect(found(rounds(span(0, 11), {}, weeks.slice(0, 3)), 'status-meetings')).toEqual([]);
  });

  it('is not asked under the works-council profile', () => {
    const privacy = { ...emptySnapshot().privacy, profile: 'works-council' } as const;
    expect(found({ ...rounds(span(0, 11)), privacy }, 'status-meetings')).toEqual([]);
  });
});

describe('after-hours-load', () => {
  const messages = (late: number, people = 20) =>
    withMessages(withPeople(emptySnapshot(), 'Studio', people), { publicChannel: 100, afterHours: late });

  it('tells the share of the organisation from a score under 50 on', () => {
    // 100 x (0.25 - 0.16) / (0.25 - 0.05) = 45
    const [finding] = found(messages(16), 'after-hours-load');
    expect(finding?.title).toBe('16 % of messages are sent outside working hours');
    expect(finding?.because[0]).toBe('That scores 45 of 100 (good 0.05, bad 0.25).');
    expect(finding).toMatchObject({ id: 'after-hours-load', step: 1, subjects: [] });
    // 100 x (0.25 - 0.14) / 0.2 = 55
    expect(found(messages(14), 'after-hours-load')).toEqual([]);
  });

  it('is silent about nine people', () => {
    expect(found(messages(40, 9), 'after-hours-load')).toEqual([]);
  });
});

describe('decisions-without-approver', () => {
  it('counts under twenty records, and tells the share from twenty on', () => {
    // 17 + 1 + 2 = 20, 3 of them without exactly one: 15 %.
    const few = withDecisions(withDecisions(studio, 17), 1, { approver: [] });
    const [count] = found(few, 'decisions-without-approver');
    expect(count?.title).toBe('1 decision record does not name exactly one approver');
    expect(count?.severity).toBe('note');
    const [share] = found(withDecisions(few, 2, { approver: [0, 1] }), 'decisions-without-approver');
    expect(share?.title).toBe('3 of 20 decision records (15 %) do not name exactly one approver');
    expect(share?.because).toEqual(['1 name nobody, 2 name more than one.']);
    expect(share).toMatchObject({ step: 2, severity: 'note' });
    // 17 + 3 + 6 = 26, 9 of them: 35 %
    const many = withDecisions(withDecisions(few, 2, { approver: [0, 1] }), 6, { approver: null });
    expect(found(many, 'decisions-without-approver')).toMatchObject([
      { title: '9 of 26 decision records (35 %) do not name exactly one approver', severity: 'look' },
    ]);
  });

  it('says nothing where the column is missing, all is well or the records are old', () => {
    expect(found(withDecisions(studio, 30, { approver: null }), 'decisions-without-approver')).toEqual([]);
    expect(found(withDecisions(studio, 30), 'decisions-without-approver')).toEqual([]);
    const old = { proposed: '2026-01-05', decided: '2026-01-06' };
    const records = withDecisions(withDecisions(studio, 5), 5, { ...old, approver: [] });
    expect(found(records, 'decisions-without-approver')).toEqual([]);
  });
});

describe('process-without-page', () => {
  const process = (name: string, overrides: Partial<Process> = {}): Process => ({
    ...{ name, team: null, procedure: 'wiki/page', current: true, reviewed: null, evidence: at },
    ...overrides,
  });
  const declared = (...processes: Process[]) => withSource({ ...studio, processes }, 'processes');

  it('names the processes without a page and those with an old one', () => {
    // 2026-09-30 less 180 days is 2026-04-03.
    const snapshot = declared(
      process('Payroll'),
      process('Invoicing', { procedure: null, current: null }),
      process('Incident response', { current: false }),
      process('Hiring', { current: null, reviewed: '2026-04-02' }),
      process('Onboarding', { current: null, reviewed: '2026-04-03' }),
      process('Backups', { current: null }),
    );
    const [finding] = found(snapshot, 'process-without-page');
    expect(finding?.title).toBe(
      '3 of 6 critical processes have no current procedure: Invoicing, Incident response and Hiring',
    );
    expect(finding?.because).toEqual([
      'Not written down: Invoicing.',
      'Written down and not current: Incident response and Hiring.',
      'Of 1 more nobody says whether the procedure is current.',
    ]);
    expect(finding).toMatchObject({ step: 3, subjects: [] });
  });

  it('is silent without a list, and where every procedure is current', () => {
    expect(found(studio, 'process-without-page')).toEqual([]);
    expect(found(declared(process('Payroll')), 'process-without-page')).toEqual([]);
  });
});

describe('documentation-overload', () => {
  it('says the worst two in natural units, from a severity of 60 on', () => {
    const signals = [
      signal('C2.1', 72, '56 % of pages are never opened'),
      signal('C2.2', 59.9, '12 % of pages are near duplicates'),
      signal('C2.3', 90, '137 pages for each person who uses them'),
      signal('C2.4', 60, '50 % of new pages had fewer than 3 readers'),
    ];
    const [finding] = foundFrom(signals, 'documentation-overload');
    expect(finding?.title).toBe('137 pages for each person who uses them; 56 % of pages are never opened');
    expect(finding?.because).toHaveLength(3);
    expect(finding).toMatchObject({ step: 3, severity: 'look' });
  });

  it('is no finding where nobody observed it', () => {
    const asked = { basis: 'self-declared' } as const;
    expect(foundFrom([signal('C2.1', 90, 'people say so', asked)], 'documentation-overload')).toEqual([]);
    const gone = { state: 'suppressed', value: null } as const;
    expect(foundFrom([signal('C2.3', null, 'Withheld', gone)], 'documentation-overload')).toEqual([]);
    expect(foundFrom([signal('C2.1', 59, 'few')], 'documentation-overload')).toEqual([]);
  });
});

describe('every rule', () => {
  it('belongs to a step, has an id of its own, and no rule of the contract is missing', () => {
    expect(findingRules.map(({ meta }) => meta.id).sort()).toEqual([...Finding.shape.rule.options].sort());
    for (const { meta } of findingRules) expect(Finding.shape.step.safeParse(meta.step).success).toBe(true);
  });

  it('puts its step on what it states', () => {
    const findings = [...found(rounds(span(0, 11)), 'status-meetings')];
    expect(findings.map(({ step }) => step)).toEqual([1]);
  });
});
