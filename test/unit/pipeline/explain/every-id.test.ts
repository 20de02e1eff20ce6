import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingRules } from '../../../../src/analysis/findings/registry.ts';
import { metrics } from '../../../../src/analysis/metrics/registry.ts';
import { constructs } from '../../../../src/analysis/principles/constructs.ts';
import { signals } from '../../../../src/analysis/principles/signals/registry.ts';
import type { AuditError } from '../../../../src/errors/audit-error.ts';
import { Audit } from '../../../../src/model/audit/audit.ts';
import { METRIC_NUMBERS } from '../../../../src/pipeline/explain/metric-numbers.ts';
import { explainers } from '../../../../src/pipeline/explain/registry.ts';
import { explain } from '../../../../src/pipeline/explain.ts';
import { emptyAudit, hostileAudit, sampleAudit } from '../../../support/audit-sample.ts';

const GOLDEN = join(import.meta.dirname, '..', '..', '..', 'golden', 'files', 'audit.json');
const company = Audit.parse(JSON.parse(readFileSync(GOLDEN, 'utf8')));

/** Every id that stands anywhere in the document: under `id`, and where another part points to one. */
function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, own]) => {
    if (['policy', 'matching', 'openNames', 'daci'].includes(key)) return [];
    return typeof own === 'string' && ['id', 'capability', 'decision'].includes(key) ? [own] : idsIn(own);
  });
}

describe.each([
  ['the sample company', company],
  ['an invented audit', sampleAudit()],
  ['an audit with nothing in it', emptyAudit()],
  ['an audit with hostile names', hostileAudit()],
])('%s', (_name, audit) => {
  it('has no id in it that cannot be explained', () => {
    const pairs = audit.pairs.map(({ a, b }) => `${a}+${b}`);
    const named = [
      ...(audit.tools.length === 0 ? [] : audit.agenda),
      ...audit.tools.map(({ name }) => name),
      ...audit.sources.flatMap(({ file }) => file ?? []),
    ];
    const ids = new Set([...idsIn(audit), ...pairs, ...named]);
    expect(ids.size).toBeGreaterThan(30);
    for (const id of ids) {
      const explanation = explain(id, audit);
      expect(explanation.title, id).not.toBe('');
      expect(explanation.lines.length, id).toBeGreaterThan(0);
      const said = explanation.lines.join('\n');
      expect(said, id).not.toMatch(/undefined|NaN|\[object|Infinity/);
    }
  });

  it('has the rows of every explanation under the name of their file', () => {
    const files = new Set(audit.sources.map(({ file, title }) => file ?? title));
    for (const explainer of explainers)
      for (const id of explainer.ids(audit)) {
        const { kind, evidence } = explain(`${explainer.kind}:${id}`, audit);
        expect(kind).toBe(explainer.kind);
        for (const { file } of evidence) expect(files.has(file), `${id}: ${file}`).toBe(true);
      }
  });
});

describe('what needs no audit', () => {
  it('is every metric, signal and construct', () => {
    for (const id of [
      ...metrics.map(({ meta }) => meta.id),
      ...signals.map(({ meta }) => meta.id),
      ...constructs.map((entry) => entry.id),
    ])
      expect(explain(id, null).lines.join(' ')).toContain('Formula: ');
  });

  it('and every metric has its numbers or a pointer to them', () => {
    expect(Object.keys(METRIC_NUMBERS).sort()).toEqual(metrics.map(({ meta }) => meta.id).sort());
  });
});

describe('an explanation', () => {
  it('of a finding names its rule, its condition and its step', () => {
    const [found] = company.findings;
    const meta = findingRules.find((rule) => rule.meta.id === found?.rule)?.meta;
    const { lines } = explain(found?.id ?? '', company);
    expect(lines[0]).toContain(meta?.condition);
    expect(lines[1]).toContain('step 4 of the transition, tool clean-up');
  });

  it('of an id that several things share points to the others, which a kind tells apart', () => {
    const { id } = company.capabilities[0] ?? { id: '' };
    const audit = { ...company, tools: [{ ...company.tools[0]!, id }, ...company.tools.slice(1)] };
    expect(explain(id, audit).kind).toBe('tool');
    expect(explain(id, audit).lines.at(-1)).toContain(`explain "capability:${id}"`);
    expect(explain(`capability:${id}`, audit).kind).toBe('capability');
    expect(explain('Construct: p1', company).kind).toBe('construct');
  });

  const stepsOf = (id: string, audit: Audit | null): readonly string[] => {
    try {
      explain(id, audit);
      return [];
    } catch (error) {
      return (error as AuditError).nextSteps;
    }
  };

  it('of nothing suggests the nearest ids', () => {
    expect(stepsOf('asanna', company)[0]).toBe('Did you mean asana?');
    expect(stepsOf('P1.11', company)[0]).toContain('P1.1');
    expect(stepsOf('qqqqqqqqqq', company)[0]).toContain('Use an id from the report');
    expect(stepsOf('silos:asana', company)[0]).toContain('silos:asana+');
    expect(stepsOf('shelfware', null).at(-1)).toContain('unsprawl audit');
  });
});
