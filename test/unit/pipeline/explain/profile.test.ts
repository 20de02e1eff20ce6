import { describe, expect, it } from 'vitest';
import { Audit } from '../../../../src/model/audit/audit.ts';
import type { Construct, Signal } from '../../../../src/model/audit/profile.ts';
import { explain } from '../../../../src/pipeline/explain.ts';
import { sampleAudit } from '../../../support/audit-sample.ts';

const sample = sampleAudit();
const [template] = sample.principles[0]?.signals ?? [];

function signal(id: string, weight: number, overrides: Partial<Signal>): Signal {
  if (template === undefined) throw new Error('the sample has no signal');
  return { ...template, id, title: id, weight, state: 'measured', value: 1, ...overrides };
}

function withConstruct(id: string, overrides: Partial<Construct>): Audit {
  const change = (list: readonly Construct[]) => list.map((c) => (c.id === id ? { ...c, ...overrides } : c));
  return Audit.parse({ ...sample, principles: change(sample.principles), challenges: change(sample.challenges) });
}

describe('a construct', () => {
  /** METHOD 0.2: 80 (0.5), 40 (0.3), unknown (0.2): score 65, coverage 0.8, bounds 52 to 72. */
  const signals = [
    signal('P2.1', 0.5, { score: 80, coverage: 0.75, reliability: 0.85 }),
    signal('P2.2', 0.3, { score: 40, coverage: 0.75, reliability: 0.85 }),
    signal('P2.3', 0.2, { score: null, value: null, state: 'not-connected', wouldSupply: 'a wiki' }),
  ];
  // METHOD 0.2: (0.8 x 0.75 x 0.9 x 0.85)^(1/4) = 0.823
  const confidence = (0.8 * 0.75 * 0.9 * 0.85) ** 0.25;
  const audit = withConstruct('P2', {
    ...{
      score: 65,
      bounds: [52, 72],
      coverage: 0.8,
      confidence,
      confidenceLabel: 'high',
      band: 'mostly async',
      signals,
    },
    ...{ interval: [48, 75], wouldAddMost: [{ source: 'a wiki', weight: 0.2, signals: ['P2.3'] }] },
  });
  const { lines } = explain('p2', audit);

  it('shows mean, bounds, gate and confidence with their numbers', () => {
    expect(lines).toContain('Score: (0.5 x 80.0 + 0.3 x 40.0)/(0.5 + 0.3) = 65.0.');
    expect(lines).toContain('Coverage: known weight 0.8 / weight 1 = 80 %.');
    expect(lines).toContain(
      'Bounds, every unknown signal at 0 and at 100: (52.0 + 0.2 x 0)/1 = 52.0 to (52.0 + 0.2 x 100)/1 = 72.0.',
    );
    expect(lines).toContain('Gate: at least 2 known signals and half of the weight; 2 known, coverage 80 %: passed.');
    expect(lines).toContain(
      'Confidence: (signals known 0.8 x people with data 0.75 x weeks with data 0.9 x reliability of the sources 0.85)^(1/4) = 0.8231 (high; from 0.8 high, from 0.5 medium).',
    );
  });

  it('says what is missing and what would supply it', () => {
    expect(lines).toContain('P2.3 P2.3: unknown (not-connected), weight 0.2. Would be supplied by: a wiki.');
    expect(lines).toContain('Would add 20 % of the weight: a wiki (P2.3).');
  });

  it('gives no score where the gate is not passed', () => {
    const one = signals.map((s) => (s.id === 'P2.2' ? { ...s, score: null, value: null } : s));
    const shut = withConstruct('P2', {
      ...{ score: null, bounds: [40, 90], coverage: 0.5, confidence: null, confidenceLabel: null, band: null },
      ...{ interval: null, signals: one },
    });
    const said = explain('P2', shut).lines.join('\n');
    expect(said).toContain('1 known, coverage 50 %: insufficient evidence, so no score is published.');
    expect(said).toContain('Mean of what is known, not a score: (0.5 x 80.0)/0.5 = 80.0.');
    expect(said).not.toContain('\nScore:');
  });

  it('leaves out of the sum what is not applicable', () => {
    // (0.5 x 80 + 0.3 x 40)/0.8 = 65 over all of the weight that is asked
    const without = signals.map((s) => (s.id === 'P2.3' ? { ...s, state: 'not-applicable' as const } : s));
    const whole = withConstruct('P2', { score: 65, bounds: [65, 65], coverage: 1, signals: without });
    expect(explain('P2', whole).lines).toContain('Coverage: known weight 0.8 / weight 0.8 = 100 %.');
    expect(explain('P2', whole).lines).toContain('P2.3 P2.3: not applicable; it leaves the sum.');
  });

  it('caps the reliability of C4 without a survey', () => {
    // (1 x 1 x 1 x 0.4)^(1/4) = 0.7953
    const weak = withConstruct('C4', {
      ...{
        score: 50,
        bounds: [50, 50],
        coverage: 1,
        confidence: 0.4 ** 0.25,
        confidenceLabel: 'medium',
        interval: null,
      },
      signals: [
        signal('C4.1', 1, { score: 50, coverage: 1, reliability: 1 }),
        signal('C4.2', 1, { score: 50, coverage: 1, reliability: 1 }),
      ],
    });
    expect(explain('C4', weak).lines.find((line) => line.startsWith('Confidence'))).toContain(
      'reliability of the sources 0.4)^(1/4) = 0.7953 (medium',
    );
  });
});

describe('a signal', () => {
  const withSignal = (overrides: Partial<Signal>) =>
    withConstruct('P1', {
      signals: [signal('P1.1', 1, { anchors: 'good 8, bad 20', unit: 'h/person-week', ...overrides })],
    });

  it('shows value, score, coverage, reliability, grade, reference and rows', () => {
    const audit = withSignal({
      ...{ value: 11.4, score: 71.66666666666667, words: '11.4 meeting hours a week', coverage: 0.9, reliability: 0.6 },
      ...{ note: '120 people, 12 weeks.', evidence: [{ source: sample.sources[0]?.id ?? '', row: 7 }] },
    });
    const { lines, evidence, inputs } = explain('P1.1', audit);
    expect(lines).toContain('Score: 100 x (20 - 11.4)/(20 - 8) = 71.7.');
    expect(lines).toContain('In this audit: 11.4 meeting hours a week = 11.4 h/person-week (measured).');
    expect(lines).toContain('Numbers behind it: 120 people, 12 weeks.');
    expect(lines).toContain('Coverage 90 %; reliability of the source 0.6.');
    expect(lines.find((line) => line.startsWith('Evidence grade C'))).toContain('[R4]');
    expect(evidence).toEqual([{ file: sample.sources[0]?.file, row: 7 }]);
    expect(inputs).toContainEqual({ name: 'value', value: 11.4 });
  });

  it('says that it is withheld and tells no number of it', () => {
    // Even if a number were left in the document beside the state.
    const audit = withSignal({
      state: 'suppressed',
      value: 13.37,
      score: 55.25,
      note: 'It rests on too few people.',
      words: '13.37',
    });
    const said = explain('P1.1', audit);
    expect(said.lines.join('\n')).toContain('withheld. It rests on too few people.');
    expect(JSON.stringify(said)).not.toMatch(/13\.37|55\.25/);
    expect(JSON.stringify(explain('P1', audit))).not.toMatch(/13\.37/);
  });

  it('tells what people say beside what was observed', () => {
    const selfDeclared = { score: 80, answers: 34, items: 1, gap: 8.333 };
    expect(explain('P1.1', withSignal({ selfDeclared })).lines).toContain(
      'People say: 80.0 of 100 (34 answers, 1 item); 8.3 above what was observed.',
    );
    expect(explain('P1.1', withSignal({ basis: 'self-declared' })).lines.join(' ')).toContain(
      'It is what people say of themselves',
    );
  });

  it('is explained by its method alone without an audit', () => {
    const { lines, evidence } = explain('P1.1', null);
    expect(lines).toContain('Unit: h/person-week. Anchors: good 8, bad 20.');
    expect(lines.join(' ')).not.toContain('In this audit');
    expect(evidence).toEqual([]);
  });
});

describe('the five principles together', () => {
  const scores = [64, 100, 64, 100, 64];
  const audit = Audit.parse({
    ...sample,
    principles: sample.principles.map((p, i) => ({ ...p, score: scores[i] ?? null })),
    // (64^3 x 100^2)^(1/5) = exp((3 ln 64 + 2 ln 100)/5) = exp(4.33737) = 76.5; (192 + 200)/5 = 78.4
    overall: { geometric: (64 ** 3 * 100 ** 2) ** 0.2, arithmetic: 78.4, bandUnstable: false, note: 'n' },
  });

  it('are multiplied, with the arithmetic mean beside', () => {
    const { lines } = explain('overall', audit);
    expect(lines).toContain('Geometric: (64.0 x 100.0 x 64.0 x 100.0 x 64.0)^(1/5) = 76.5 (mostly async).');
    expect(lines).toContain('Arithmetic, for comparison: (64.0 + 100.0 + 64.0 + 100.0 + 64.0)/5 = 78.4.');
  });

  it('are not summed up where one is missing', () => {
    const gone = {
      ...audit,
      overall: { geometric: null, arithmetic: null, bandUnstable: null, note: 'Not summed up: P3.' },
    };
    expect(explain('overall', gone).lines).toContain('Not summed up: P3.');
    expect(explain('overall', gone).lines.join(' ')).not.toContain('Geometric:');
  });
});

describe('a team', () => {
  /** METHOD 0.2: team mean 40 (n 6), organisation 60, kappa 10: 6/16 x 40 + 10/16 x 60 = 52.5. */
  const own = { id: 'P1.1', unit: 'h', value: 40, shrunk: 52.5, kappa: 10, people: 6, organisation: 60, score: 10 };
  const audit = Audit.parse({
    ...sample,
    people: {
      ...sample.people,
      teams: [...sample.people.teams, { id: 'Orchard', size: 'suppressed' }, { id: 'Harbour', size: 6 }],
    },
    teamProfiles: [{ team: 'Harbour', people: 6, signals: [{ ...own, difference: [-25, -12], differs: true }] }],
  });

  it('shows its figure drawn towards that of the organisation', () => {
    expect(explain('Harbour', audit).lines).toContain(
      'P1.1: 40 h; 0.375 x 40 + 0.625 x 60 = 52.5; score 10.0; team less organisation -25 to -12 (95 %): differs from the organisation.',
    );
  });

  it('under the threshold is named and not counted', () => {
    const said = explain('Orchard', audit).lines.join('\n');
    expect(said).toContain('People: withheld');
    expect(said).toContain('nothing is shown for it');
  });
});

it('a legacy trait shows the signals that it mirrors', () => {
  const { lines, title } = explain(sample.legacyTraits[0]?.id ?? '', sample);
  expect(title).toBe(sample.legacyTraits[0]?.title);
  expect(lines.some((line) => line.startsWith(`${sample.legacyTraits[0]?.signals[0]} `))).toBe(true);
});
