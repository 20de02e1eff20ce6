import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audit } from '../../src/model/audit/audit.ts';
import { cliJson, readAudit, temporaryFolder } from '../support/cli.ts';

const home = temporaryFolder();
const K = 5;
let audit: Audit;

beforeAll(async () => {
  await cliJson<unknown>(['demo', join(home.path, 'demo')]);
  audit = readAudit(join(home.path, 'demo'), '2026-Q3');
});
afterAll(home.dispose);

/** Two people of the sample company use Miro and not Mural; Miro's work goes to Mural. */
describe('the two people who move from Miro to Mural', () => {
  it('are five in every figure of the move', () => {
    const tool = (id: string) => audit.tools.find((each) => each.id === id);
    const line = audit.savings.bridge.lines.find((each) => each.tool === 'miro');
    const decision = audit.consolidation.decisions.find((each) => each.tool === 'miro');
    const seat = (tool('mural')?.spend.annual?.minor ?? 0) / (tool('mural')?.seats.purchased ?? 1);
    const added = (tool('miro')?.spend.annual?.minor ?? 0) - (line?.gross.minor ?? 0);
    expect(decision).toMatchObject({ target: 'mural', peopleMoved: 'suppressed', costOfReversal: null });
    expect(added / seat).toBe(K);
    expect((line?.migration.minor ?? 0) / (audit.policy.costs.migration_per_person.likely * 100)).toBe(K);
    // Both tools run for 30 days.
    expect(line?.dualRunning.minor).toBe(Math.round((K * seat * 30) / 365));
  });

  it('are five in the moves of plans and of the trade-off', () => {
    const recommended = audit.consolidation.plans.find(({ id }) => id === 'recommended');
    const told = audit.consolidation.decisions.reduce(
      (sum, { peopleMoved }) => sum + (typeof peopleMoved === 'number' ? peopleMoved : 0),
      0,
    );
    expect((recommended?.moves ?? 0) - told).toBe(K);
    const known = audit.consolidation.decisions.flatMap(({ peopleMoved }) =>
      typeof peopleMoved === 'number' && peopleMoved > 0 ? [peopleMoved] : [],
    );
    // Every sum of moves that are published by themselves, taken from every total and every other such sum.
    const sums = known.reduce<readonly number[]>((all, count) => all.concat(all.map((sum) => sum + count)), [0]);
    const totals = [...audit.consolidation.frontier, ...audit.consolidation.plans].map(({ moves }) => moves);
    for (const total of totals)
      for (const other of [...totals, ...sums])
        expect([1, 2, 3, 4], `${total} - ${other}`).not.toContain(Math.abs(total - other));
  });

  it('do not come out of costs over the horizon', () => {
    const group = audit.consolidation.groups.find(({ tools }) => tools.includes('miro'));
    const mural = audit.tools.find(({ id }) => id === 'mural');
    const seat = (mural?.spend.annual?.minor ?? 0) / (mural?.seats.purchased ?? 1);
    // 23 people of Mural and five more, each with a seat for three years, and five moves.
    const users = typeof mural?.users === 'number' ? mural.users : 0;
    const migration = audit.policy.costs.migration_per_person.likely * 100;
    expect(group?.objective?.minor).toBe(3 * (users + K) * seat + K * migration);
    const groups = audit.consolidation.groups.reduce((sum, { objective }) => sum + (objective?.minor ?? 0), 0);
    expect(audit.consolidation.objective?.minor).toBe(groups);
  });

  it('are in no sentence', () => {
    const words = JSON.stringify(audit, (key, value) => (key === 'evidence' ? undefined : value));
    expect(words).toContain('nearly all of the 23 people who use Mural also use Miro');
    expect(words).not.toMatch(/\ball 23 people|\b[1-4] people (who use|would move|no longer|used it)/i);
    expect(words).toContain('every figure counts it as 5');
  });
});
