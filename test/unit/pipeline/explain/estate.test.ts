import { describe, expect, it } from 'vitest';
import { Audit } from '../../../../src/model/audit/audit.ts';
import {
  type AuditCapability,
  type AuditTool,
  type ToolContract,
  ToolPair,
} from '../../../../src/model/audit/structure.ts';
import { explain } from '../../../../src/pipeline/explain.ts';
import { sampleAudit } from '../../../support/audit-sample.ts';

const sample = sampleAudit();
const eur = (major: number) => ({ minor: Math.round(major * 100), currency: 'EUR' });

function first<T>(list: readonly T[]): T {
  const [item] = list;
  if (item === undefined) throw new Error('the sample is empty');
  return item;
}

function tool(id: string, overrides: Partial<AuditTool> = {}): AuditTool {
  return { ...first(sample.tools), id, name: id.toUpperCase(), product: null, evidence: [], ...overrides };
}

describe('a capability', () => {
  function job(overrides: Partial<AuditCapability>): Audit {
    const shares = [0.6, 0.3, 0.1];
    const tools = shares.map((activityShare, i) => ({
      ...{ tool: ['a', 'b', 'c'][i] ?? '', strength: 3, activityShare, spendShare: null, users: 10 },
    }));
    const capability = {
      ...first(sample.capabilities),
      ...{ id: 'mine', name: 'Mine', tools, withoutActivity: [], teamTool: [], intended: null, ...overrides },
    };
    return Audit.parse({ ...sample, tools: ['a', 'b', 'c'].map((id) => tool(id)), capabilities: [capability] });
  }
  /** METHOD 2.1: 60/30/10 gives HHI 0.46, D1 2.455, D2 2.174, F 59.3. */
  const d1 = Math.exp(-(0.6 * Math.log(0.6) + 0.3 * Math.log(0.3) + 0.1 * Math.log(0.1)));
  const known = {
    effectiveTools: { d0: 3, d1, d2: 1 / 0.46, d1MillerMadow: null },
    ...{ hhi: 0.46, hhiUnbiased: 0.4, fragmentation: 100 * (1 - 1 / d1) },
  };

  it('shows D1 and HHI with the shares put in', () => {
    const { lines } = explain('mine', job(known));
    // -(0.6 ln 0.6 + 0.3 ln 0.3 + 0.1 ln 0.1) = 0.3065 + 0.3612 + 0.2303 = 0.8979
    expect(lines.join('\n')).toContain('D1 = exp(-(0.6 ln 0.6 + 0.3 ln 0.3 + 0.1 ln 0.1)) = exp(0.8979) = 2.455');
    expect(lines.join('\n')).toContain('HHI = 0.6² + 0.3² + 0.1² = 0.46, D2 = 1/HHI = 2.174');
    expect(lines.join('\n')).toContain('100 x (1 - 1/2.455) = 59.26');
  });

  it('shows alpha, beta and the rule of the pattern', () => {
    // METHOD 2.5: gamma 1.960, alpha 1.724, beta 1.137; ln 1.137 / ln 1.96 = 0.1284/0.6729 = 0.1908: duplicate
    const mixed = { gamma: 1.96, alpha: 1.724, beta: 1.137, normalisedDivergence: 0.191 };
    const effectiveTools = { d0: 2, d1: 1.96, d2: null, d1MillerMadow: null };
    const said = explain('mine', job({ ...known, ...mixed, effectiveTools, pattern: 'duplicate' })).lines.join('\n');
    expect(said).toContain('beta = gamma/alpha = 1.96/1.724 = 1.137');
    expect(said).toContain('Pattern: ln beta / ln D1 = ln 1.137 / ln 1.96 = 0.1908, under 1/3: duplicate.');
    const silo = {
      gamma: 2,
      alpha: 1,
      beta: 2,
      effectiveTools: { ...effectiveTools, d1: 2 },
      pattern: 'silo' as const,
    };
    expect(explain('mine', job({ ...known, ...silo })).lines).toContain(
      'Pattern: ln beta / ln D1 = ln 2 / ln 2 = 1, over 2/3: silo.',
    );
    const single = { effectiveTools: { ...effectiveTools, d1: 1.02 }, pattern: 'single' as const };
    expect(explain('mine', job({ ...known, ...single })).lines).toContain(
      'Pattern: single, since D1 = 1.02 is under 1.05.',
    );
  });

  it('prints no sum of which a share is withheld', () => {
    const audit = job(known);
    const [capability] = audit.capabilities;
    const tools = (capability?.tools ?? []).map((row, i) =>
      i === 2 ? { ...row, activityShare: null, users: 'suppressed' as const } : row,
    );
    const said = explain('mine', job({ ...known, tools })).lines.join('\n');
    expect(said).toContain('D1 = exp(-sum p ln p) = 2.455');
    expect(said).toContain(
      'C: bought for it; share of activity unknown or withheld, of cost unknown, active people withheld.',
    );
    expect(said).not.toContain('0.1');
  });
});

describe('a pair of tools', () => {
  /** METHOD 2.4: C 0.7222 at O 0.5 is 0.3611 + 0.3611; METHOD 2.2: 12 shared of 100 people, 20 and 30: lift 2. */
  const pair = ToolPair.parse({
    ...{
      a: 'a',
      b: 'b',
      capability: first(sample.capabilities).id,
      capabilitySimilarity: 13 / 18,
      capabilityCosine: 0.876,
    },
    ...{ containmentAB: 0.8125, containmentBA: 0.8667, userOverlap: 0.6, userOverlapRange: null, jaccard: 12 / 38 },
    ...{ jaccardMax: 2 / 3, expectedShared: 6, lift: 2, pAtLeast: 0.003, population: 100, shared: 12 },
    ...{ duplicateSeats: (13 / 18) * 0.6, parallelTools: (13 / 18) * 0.4 },
  });
  const withPair = (overrides: Partial<ToolPair>, capabilities: AuditTool['capabilities'] = {}) =>
    Audit.parse({
      ...sample,
      tools: [
        tool('a', { users: 20, capabilities }),
        tool('b', { users: 30, capabilities: { ...capabilities, forms: 1 } }),
      ],
      pairs: [{ ...pair, ...overrides }],
    });

  it('is found both ways round, by id and by name, and shows its products', () => {
    for (const id of ['a+b', 'b+a', 'A + B']) {
      const { lines } = explain(id, withPair({}));
      // 13/18 x 0.6 = 0.4333, x 0.4 = 0.2889
      expect(lines.join('\n')).toContain('Duplicate seats: C x O = 0.7222 x 0.6 = 0.4333');
      expect(lines.join('\n')).toContain('Parallel tools: C x (1 - O) = 0.7222 x (1 - 0.6) = 0.2889');
      expect(lines.join('\n')).toContain('O = shared / the smaller = 12/20 = 0.6');
      expect(lines.join('\n')).toContain('By chance 6 of 100 people would use both; lift = 12/6 = 2');
    }
  });

  it('puts the strengths into C where they give it', () => {
    // wiki 3 and 3, forms 0 and 1, in thirds: 1 / (1 + 1/3) = 0.75
    const said = explain('a+b', withPair({ capabilitySimilarity: 0.75 }, { wiki: 3 })).lines.join('\n');
    expect(said).toContain('= 1/1.333 = 0.75');
    expect(explain('a+b', withPair({}, { wiki: 3 })).lines.join('\n')).toContain('larger ones = 0.7222');
  });

  it('says that it is withheld', () => {
    const none = { userOverlap: null, jaccard: null, lift: null, duplicateSeats: null, parallelTools: null } as const;
    const said = explain('a+b', withPair({ ...none, shared: 'suppressed' }));
    expect(said.lines.join('\n')).toContain('O: withheld');
    expect(said.lines.join('\n')).not.toContain('lift =');
    expect(said.inputs).toContainEqual({ name: 'O', value: 'withheld' });
  });
});

describe('a tool', () => {
  const seats: AuditTool['seats'] = {
    ...{
      thresholdDays: 90,
      purchased: 60,
      assigned: 52,
      spare: 8,
      active: 40,
      inactive: 9,
      unknown: 0,
      grace: 3,
      leavers: 0,
    },
    ...{ unassignedActive: 0, recommended: 48 },
  };
  const lines = (overrides: Partial<AuditTool>) =>
    explain('a', Audit.parse({ ...sample, tools: [tool('a', { seats, ...overrides })], pairs: [] })).lines;

  it('adds up its seats', () => {
    expect(lines({})).toContain('Seats: purchased 60, assigned 52, spare 60 - 52 = 8.');
    expect(lines({})).toContain(
      'By use in the last 90 days of the period: 40 active + 9 inactive + 3 grace = 52 assigned.',
    );
    // (40 + 3 + 0) x 1.1 = 47.3, rounded up 48
    expect(lines({}).join('\n')).toContain('Recommended: (40 + 3 + 0) x 1.1 = 47.3, so 48 (');
  });

  it('prints no sum with a withheld part, and not the part', () => {
    const hidden = { ...seats, active: 'suppressed', inactive: 'suppressed', recommended: 'suppressed' } as const;
    const said = lines({ seats: hidden, users: 'suppressed' });
    expect(said).toContain(
      'By use in the last 90 days of the period: active withheld, inactive withheld, unknown 0, grace 3, leavers 0.',
    );
    expect(said.join('\n')).toContain('Recommended: withheld (');
    expect(said.join('\n')).not.toMatch(/\b(40|49|48)\b/);
  });

  it('counts the notice back from the end, and names the rule of the cost', () => {
    // METHOD 4.1: 2026-09-30 less 60 days is 2026-08-01
    const contract: ToolContract = {
      ...{ plan: null, start: null, end: '2026-09-30', noticeDays: 60, noticeDeadline: '2026-08-01' },
      ...{ noticeState: 'missed' as const, autoRenew: true, minimumSeats: null, annual: eur(500) },
    };
    const spend = { ...tool('a').spend, annual: eur(500), rule: 'contract' as const };
    const said = lines({ contract, spend }).join('\n');
    expect(said).toContain('notice: 2026-09-30 - 60 days = 2026-08-01 (missed)');
    expect(said).toContain('Annual cost: EUR 500.00, by the contract');
  });

  it('puts the traits of the catalogue into the async fit', () => {
    const fit = sample.tools.find(({ asyncFit, product }) => asyncFit.score !== null && product === 'asana');
    expect(lines({ asyncFit: { score: null, known: 2, of: 8, note: '2 of 8 traits known, 4 are needed.' } })).toContain(
      'Async fit: not scored. 2 of 8 traits known, 4 are needed.',
    );
    // The catalogue: all yes but one no, 7/8 = 0.875.
    const asana = lines({ product: 'asana', asyncFit: { score: 0.875, known: 8, of: 8, note: '' } }).join('\n');
    expect(asana).toMatch(/Async fit: \((1 \+ ){5}0 \+ 1 \+ 1\)\/8 = 0\.875/);
    expect(asana).toContain('version history no');
    expect(lines({ product: 'asana', asyncFit: { score: 0.5, known: 8, of: 8, note: 'n' } }).join('\n')).toContain(
      'by another version of the catalogue',
    );
    expect(fit === undefined || fit.asyncFit.of === 8).toBe(true);
  });
});

describe('figures of the whole estate', () => {
  it('single source: the mean of the shares', () => {
    // METHOD 2.8: 0.9, 0.7 and 0.8 average to 0.8; by volume (90 + 35 + 40)/(100 + 50 + 50) = 165/200 = 0.825
    const row = (type: string, inHome: number, total: number) => ({
      type,
      home: 'Wiki',
      inHome,
      total,
      share: inHome / total,
    });
    const singleSource = {
      ...{ ...sample.singleSource, state: 'measured', index: 0.8, byVolume: 0.825, duplicateRate: null },
      byType: [row('decision', 90, 100), row('sop', 35, 50), row('contract', 40, 50)],
    };
    const { lines } = explain('single-source', Audit.parse({ ...sample, singleSource }));
    expect(lines).toContain('decision: home Wiki, 90/100 = 0.9.');
    expect(lines).toContain('Index: (0.9 + 0.7 + 0.8)/3 = 0.8.');
    expect(lines).toContain('By volume: 165/200 = 0.825.');
    // METHOD 2.8: 0.72 after a duplicate rate of 10 %
    const fewer = { ...singleSource, index: 0.72, duplicateRate: 0.1 };
    expect(explain('single-source', Audit.parse({ ...sample, singleSource: fewer })).lines).toContain(
      'Index: (0.9 + 0.7 + 0.8)/3 x (1 - 0.1) = 0.72.',
    );
  });

  it('shadow: the estimate from two sources', () => {
    // METHOD 2.8: 40, 30, both 20: 41 x 31/21 - 1 = 59.52, 50 seen, 9.52 unseen, standard error 5.1
    const estimate = { estimatedTotal: (41 * 31) / 21 - 1, unseen: (41 * 31) / 21 - 51, standardError: 5.1 };
    const people = {
      ...sample.people,
      shadow: { share: 0.1, bySource: { source1: 40, source2: 30, both: 20 }, ...estimate, note: 'n' },
    };
    const said = explain('shadow', Audit.parse({ ...sample, people })).lines.join('\n');
    expect(said).toContain('40 + 30 - 20 = 50');
    expect(said).toContain('(40 + 1) x (30 + 1)/(20 + 1) - 1 = 59.52; unseen 59.52 - 50 = 9.524');
  });

  it('integrations: hand-offs by hand and density', () => {
    // METHOD 2.6: A-B-C-D plus E: 3 of 10 possible edges; 15 of 100 hand-offs by hand, 90 minutes
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const edge = (from: string, to: string, state: 'live' | 'manual', weeklyHandoffs: number) => ({
      from,
      to,
      state,
      weeklyHandoffs,
    });
    const integrations = {
      ...sample.integrations,
      nodes: ids.map((id) => ({
        tool: id,
        betweenness: 'bc'.includes(id) ? 2 : 0,
        degree: 1,
        isolated: id === 'e',
        articulation: 'bc'.includes(id),
      })),
      edges: [
        edge('a', 'b', 'live', 30),
        edge('b', 'c', 'live', 30),
        edge('c', 'd', 'live', 25),
        edge('d', 'e', 'manual', 15),
      ],
      ...{ isolated: ['e'], articulation: ['b', 'c'], components: 2, density: 0.3, modularity: 1 / 6 },
      ...{
        needCoverage: { direct: 0.85, path: 0.85, pairs: 0.75 },
        manualHandoffShare: 0.15,
        manualMinutesPerWeek: 90,
      },
    };
    const { lines } = explain(
      'integrations',
      Audit.parse({ ...sample, integrations, tools: ids.map((id) => tool(id)) }),
    );
    expect(lines).toContain('By hand: 15 of 100 hand-offs a week = 15 %; x 6 minutes = 90 minutes a week.');
    expect(lines).toContain('Density: 3 of 10 possible = 0.3; joining everything is no goal.');
    expect(lines).toContain('Single points of failure, whose loss splits a part: B, C.');
  });

  it('savings: the bridge adds up line by line', () => {
    const { lines } = explain('savings', sample);
    const sums = lines.filter((line) => line.includes(': gross EUR'));
    expect(sums.length).toBeGreaterThan(0);
    for (const line of sums) {
      const [gross = 0, floor = 0, missed = 0, migration = 0, dual = 0, net = 0] = [
        ...line.matchAll(/EUR (-?[\d.]+\d)/g),
      ].map(([, n]) => Number(n));
      expect(gross - floor - missed - migration - dual).toBeCloseTo(net, 2);
    }
  });

  it('a metric over jobs shows its sum, or says that a part is withheld', () => {
    const [a, b] = [40, 10];
    const capability = (id: string, d1: number, users: number | 'suppressed') => ({
      ...first(sample.capabilities),
      ...{ id, name: id, effectiveTools: { d0: 2, d1, d2: d1, d1MillerMadow: d1 } },
      tools: [{ tool: 'x', strength: 3, activityShare: 1, spendShare: 1, users }],
    });
    // (40 x 1.5 + 10 x 2)/50 = 1.6
    const measurement = {
      state: 'measured',
      id: 'effective-tools',
      unit: 'tools',
      value: 1.6,
      coverage: 1,
      bounds: null,
      confidence: 1,
      evidence: [],
    };
    const audit = (users: number | 'suppressed') =>
      Audit.parse({
        ...sample,
        capabilities: [capability('one', 1.5, a), capability('two', 2, users)],
        measurements: [measurement],
      });
    expect(explain('effective-tools', audit(b)).lines).toContain(
      'With the numbers: 80/50 = 1.6 (sum of people x figure / sum of people, 2 jobs).',
    );
    const hidden = explain('effective-tools', audit('suppressed')).lines;
    expect(hidden).toContain('Of some jobs the number of people is withheld, so the sum cannot be shown.');
    expect(hidden).toContain('two: 2, people withheld');
  });
});
