import { expect, it } from 'vitest';
import { analyseStructure } from '../../../src/analysis/structure.ts';
import { consolidate } from '../../../src/consolidation/consolidate.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import {
  emptySnapshot,
  span,
  withAccounts,
  withContract,
  withPeople,
  withTool,
  withUse,
} from '../../support/snapshot.ts';
import { policy } from './company.ts';

/** 100 seats of Miro for 9000 a year, held until the middle of next year. */
function bought(snapshot: Snapshot): Snapshot {
  const terms = { seats: 100, start: '2026-07-01', end: '2027-06-30', annualCost: { minor: 900_000, currency: 'EUR' } };
  return withContract(snapshot, 'miro', terms);
}

function decide(snapshot: Snapshot) {
  const structure = analyseStructure(snapshot, policy({}), { seed: 1 });
  const { consolidation, savings } = consolidate(snapshot, structure, policy({}), { seed: 7, overrides: [] });
  const decision = consolidation.decisions.find(({ tool }) => tool === 'miro');
  const rules = structure.findings.map(({ rule }) => rule);
  return { verdict: decision?.verdict, why: decision?.why ?? [], run: savings.cashRunRate?.minor, rules };
}

const staff = withPeople(withTool(emptySnapshot(), 'miro', 'graphic_design'), 'Design', 100);
const signedIn = bought(withUse(staff, 'miro', span(0, 19), ['2026-09-11']));

it('cuts no seat because its holder did not sign in', () => {
  const { verdict, why, run, rules } = decide(signedIn);
  expect(verdict).toBe('keep');
  expect(why.join(' ')).not.toMatch(/can go/);
  expect(run ?? 0).toBe(0);
  expect(rules).not.toContain('shelfware');
});

it('cuts the seats that the list of accounts leaves over', () => {
  // 20 assigned and active, 22 with the reserve: 78 x 90 = 7020 a year.
  const { verdict, why, run, rules } = decide(withAccounts(signedIn, 'miro', span(0, 19)));
  expect([verdict, run]).toEqual(['cut seats', 702_000]);
  expect(why).toContain('78 seats can go with a reserve of 10 % left.');
  expect(rules).toContain('shelfware');
});

it('says what is not known beside what is cut', () => {
  // 20 of 50 assigned seats are active, of 30 nobody tells: 50 x 1.1 = 55, so 45 of 100 go: 4050.
  const { verdict, why, run } = decide(withAccounts(signedIn, 'miro', span(0, 49)));
  expect([verdict, run]).toEqual(['cut seats', 405_000]);
  expect(why).toContain('Whether 30 of them are used is not known; none of these is cut.');
});

it('does not decide on a tool whose only report ends before the period', () => {
  const report = {
    lastActive: '2026-06-29',
    toldUntil: { report: '2026-06-30' },
    evidence: [{ source: 'report', row: 2 }],
  };
  const source = { id: 'report', kind: 'report', title: 'Report', file: null, sha256: null, cannotTell: '', rows: 15 };
  const sources = [...staff.sources, { ...source, provides: ['accounts'], reliability: 0.85 }];
  const { verdict, run } = decide(bought(withAccounts({ ...staff, sources }, 'miro', span(0, 14), report)));
  expect(verdict).toBe('not enough evidence');
  expect(run ?? 0).toBe(0);
});
