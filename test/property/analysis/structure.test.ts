import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseStructure } from '../../../src/analysis/structure.ts';
import { type AuditCapability, Structure } from '../../../src/model/audit/structure.ts';
import { Policy } from '../../../src/model/policy.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { emptySnapshot, withAccounts, withPeople, withTool, withUse } from '../../support/snapshot.ts';

const SIZE = 12;
const DAYS = ['2026-07-07', '2026-07-08', '2026-07-09'];

/** For each of three tools: which of two teams of twelve people use it, on how many days. */
const plan = fc.array(
  fc.record({
    people: fc.uniqueArray(fc.integer({ min: 0, max: 2 * SIZE - 1 })),
    days: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 3, maxLength: 3 },
);
type Plan = { readonly people: readonly number[]; readonly days: number }[];

/** `clones` copies of every person, each doing the same. */
function company(uses: Plan, names: readonly string[], clones = 1): Snapshot {
  let snapshot = withPeople(withPeople(emptySnapshot(), 'Alpha', SIZE * clones), 'Beta', SIZE * clones);
  for (const name of names) snapshot = withTool(snapshot, name, { task_tracking: 3, wiki: 2 });
  uses.forEach(({ people, days }, i) => {
    const copies = people.flatMap((person) => Array.from({ length: clones }, (_, c) => person * clones + c));
    snapshot = withAccounts(snapshot, names[i]!, copies, { activeDays: 0 });
    snapshot = withUse(snapshot, names[i]!, copies, DAYS.slice(0, days));
  });
  return snapshot;
}

function analysed(snapshot: Snapshot): Structure {
  return analyseStructure(snapshot, Policy.parse({}), { seed: 1 });
}

function figures(structure: Structure): readonly (number | null)[] {
  const of = (entry: AuditCapability) => [
    entry.effectiveTools.d0,
    entry.effectiveTools.d1,
    entry.effectiveTools.d2,
    entry.hhi,
    entry.alpha,
    entry.beta,
    entry.normalisedDivergence,
  ];
  return structure.capabilities.flatMap(of);
}

function expectSame(a: readonly (number | null)[], b: readonly (number | null)[]): void {
  expect(a).toHaveLength(b.length);
  a.forEach((value, i) => {
    const other = b[i] ?? null;
    if (value === null || other === null) expect(value).toBe(other);
    else expect(value).toBeCloseTo(other, 9);
  });
}

const names = ['asana', 'monday', 'trello'];

describe('the structure (METHOD 2.10)', () => {
  it('does not change with the names of tools, and fits its schema', () => {
    fc.assert(
      fc.property(plan, (uses) => {
        const [one, other] = [analysed(company(uses, names)), analysed(company(uses, ['z', 'y', 'x']))];
        Structure.parse(one);
        expectSame(figures(one), figures(other));
        expect(one.pairs.map((p) => p.userOverlap)).toEqual(other.pairs.map((p) => p.userOverlap));
        expect(one.findings.map((f) => f.rule)).toEqual(other.findings.map((f) => f.rule));
      }),
      { numRuns: 25 },
    );
  });

  it('keeps shares, effective tools and overlap when the population is cloned', () => {
    fc.assert(
      fc.property(plan, (uses) => {
        const [one, three] = [analysed(company(uses, names)), analysed(company(uses, names, 3))];
        expectSame(figures(one), figures(three));
        expectSame(
          one.pairs.map((p) => p.userOverlap),
          three.pairs.map((p) => p.userOverlap),
        );
      }),
      { numRuns: 15 },
    );
  });

  it('changes no figure when a tool is added that nobody uses', () => {
    fc.assert(
      fc.property(plan, (uses) => {
        const before = company(uses, names);
        const listed = withTool(before, 'unused', { task_tracking: 3, wiki: 2 });
        const after = withAccounts(listed, 'unused', [0, 1], { activeDays: 0 });
        const [one, other] = [analysed(before), analysed(after)];
        expectSame(figures(one), figures(other));
        const known = (structure: Structure) => structure.pairs.filter((p) => p.a !== 'unused' && p.b !== 'unused');
        expect(known(other)).toEqual(known(one));
        expect(other.tools).toHaveLength(one.tools.length + 1);
      }),
      { numRuns: 25 },
    );
  });

  it('gives the same result for the same input', () => {
    fc.assert(
      fc.property(plan, (uses) => {
        const snapshot = company(uses, names);
        expect(JSON.stringify(analysed(snapshot))).toBe(JSON.stringify(analysed(snapshot)));
      }),
      { numRuns: 5 },
    );
  });
});
