import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audit } from '../../src/model/audit/audit.ts';
import type { AuditResult } from '../../src/pipeline/audit.ts';
import type { ImportResult } from '../../src/pipeline/import-files.ts';
import { cliJson, makeWorkspace, readAudit, temporaryFolder } from '../support/cli.ts';
import { lacksShared, sharedPath } from '../support/needs.ts';

const home = temporaryFolder();
const files = ['tech-stack-2022-08-12.csv', 'tech-stack-2022-11-10.csv'];
let imported: ImportResult;
let result: AuditResult;
let audit: Audit;

describe.skipIf(lacksShared('inventories', 'gitlab'))("GitLab's tool list at two dates", () => {
  beforeAll(async () => {
    const engagement = { name: 'GitLab', start: '2022-10-01', end: '2022-12-31', asOf: '2023-01-15' };
    const workspace = await makeWorkspace(join(home.path, 'gitlab'), engagement);
    const paths = files.map((name) => sharedPath('inventories', 'gitlab', name));
    imported = await cliJson(['import', ...paths, '-w', workspace]);
    result = await cliJson(['audit', '-w', workspace]);
    audit = readAudit(workspace, '2022-Q4');
  });
  afterAll(home.dispose);

  it('recognises both files as lists of tools', () => {
    expect(imported.files.map(({ status, profile, rows }) => ({ status, profile, rows }))).toEqual([
      { status: 'imported', profile: 'template-inventory', rows: { used: 220, rejected: 0 } },
      { status: 'imported', profile: 'template-inventory', rows: { used: 219, rejected: 0 } },
    ]);
  });

  it('accounts for all 439 rows', () => {
    const { rows, sources } = audit.reconciliation;
    expect(rows.total).toBe(439);
    expect(sources.map(({ source, total }) => [source, total])).toEqual([
      [files[0], 220],
      [files[1], 219],
    ]);
    for (const { total, buckets } of [rows, ...sources])
      expect(Object.values(buckets).reduce((sum, count) => sum + count, 0)).toBe(total);
    expect(rows.buckets.rejected).toBe(0);
    expect(result.summary.rows.total).toBe(439);
  });

  it('takes a renamed product for one tool and keeps its former name', () => {
    const adaptive = audit.tools.filter((tool) => /adaptive/i.test(tool.name));
    expect(adaptive).toHaveLength(1);
    expect(adaptive[0]?.formerNames).toContain('Adaptive Insights');
    const zuora = audit.tools.filter((tool) => /^zuora( billing)?$/i.test(tool.name));
    expect(zuora).toHaveLength(1);
    expect(zuora[0]?.formerNames).toContain('Zuora');
    for (const tool of [...adaptive, ...zuora]) {
      const seenIn = new Set(tool.evidence.map((evidence) => evidence.source));
      expect([...seenIn].sort(), tool.name).toEqual(files);
    }
  });

  it('recognises nine tools in ten and names every other', () => {
    const recognised = audit.tools.filter((tool) => tool.product !== null);
    expect(recognised.length / audit.tools.length).toBeGreaterThan(0.9);
    expect(audit.tools.filter((tool) => tool.name.trim() === '')).toEqual([]);
  });

  it('invents no usage', () => {
    for (const { name, users, teams, seats } of audit.tools) {
      const { purchased, assigned, spare, active, inactive, unknown, recommended } = seats;
      expect({ users, teams, purchased, assigned, spare, active, inactive, unknown, recommended }, name).toEqual({
        users: null,
        teams: null,
        purchased: null,
        assigned: null,
        spare: null,
        active: null,
        inactive: null,
        unknown: null,
        recommended: null,
      });
    }
    const figures = audit.capabilities.flatMap(({ effectiveTools, hhi, alpha, beta, normalisedDivergence }) => [
      effectiveTools.d1,
      hhi,
      alpha,
      beta,
      normalisedDivergence,
    ]);
    expect(figures.filter((figure) => figure !== null)).toEqual([]);
    expect(audit.principles.filter((principle) => principle.score !== null)).toEqual([]);
  });

  it('invents no spend, contract or saving', () => {
    for (const { name, spend, contract } of audit.tools) {
      expect(spend, name).toMatchObject({ period: null, trailing12Months: null, annual: null, rule: 'unknown' });
      expect(contract, name).toBeNull();
    }
    expect(audit.reconciliation.money).toEqual([]);
    expect(audit.savings).toMatchObject({
      cashThisYear: null,
      cashRunRate: null,
      avoided: null,
      addressableSpend: null,
    });
    expect(audit.savings.bridge.lines).toEqual([]);
    expect(audit.findings.filter((finding) => finding.saving !== null)).toEqual([]);
    expect(audit.transition.calendar.filter((entry) => entry.tool !== null)).toEqual([]);
  });

  it('calls nothing unused, redundant or to be retired', () => {
    const verdicts = new Set(audit.consolidation.decisions.map((decision) => decision.verdict));
    expect([...verdicts].filter((verdict) => verdict !== 'keep' && verdict !== 'not enough evidence')).toEqual([]);
    const rules = new Set(audit.findings.map((finding) => finding.rule));
    for (const rule of ['duplicate-tools', 'silos', 'shelfware', 'shadow-tool', 'unlisted-tool'] as const)
      expect(rules).not.toContain(rule);
  });

  it('says what is missing and what would supply it', () => {
    const sections = audit.gaps.map((gap) => gap.section);
    expect(sections).toEqual(expect.arrayContaining(['accounts', 'usageDays', 'contracts', 'spend', 'people']));
    for (const gap of audit.gaps) {
      expect(gap.why.length, gap.id).toBeGreaterThan(10);
      expect(gap.wouldSupply.length, gap.id).toBeGreaterThan(10);
    }
    expect(audit.advice.length).toBeGreaterThan(2);
    expect(result.summary.mostValuableMissing).toBe(audit.advice[0]?.what);
  });
});
