import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measureAll } from '../../../../src/analysis/metrics/measure-all.ts';
import type { Metric } from '../../../../src/analysis/metrics/metric.ts';
import { metrics } from '../../../../src/analysis/metrics/registry.ts';
import { analyseStructure } from '../../../../src/analysis/structure.ts';
import { Measurement } from '../../../../src/model/measurement.ts';
import { Policy } from '../../../../src/model/policy.ts';
import type { SectionName, Snapshot } from '../../../../src/model/snapshot.ts';
import {
  emptySnapshot,
  eur,
  span,
  withAccounts,
  withContract,
  withPeople,
  withTool,
} from '../../../support/snapshot.ts';

const policy = Policy.parse({});

function measure(snapshot: Snapshot, units?: readonly Metric[]) {
  return measureAll(snapshot, policy, analyseStructure(snapshot, policy, { seed: 1 }), units);
}

function unit(requires: readonly SectionName[], run: Metric['measure']): Metric {
  const head = {
    title: 't',
    unit: 'u',
    direction: 'neither is better',
    grade: 'D',
    formula: 'f',
    reference: 'r',
  } as const;
  return { meta: { id: 'probe', ...head, requires }, measure: run };
}

let company = withPeople(emptySnapshot(), 'Alpha', 20);
company = withTool(withTool(company, 'asana', 'task_tracking'), 'trello', 'task_tracking');
company = withAccounts(company, 'asana', span(0, 9), { lastActive: '2026-09-01' });
company = withAccounts(company, 'trello', span(5, 14), { lastActive: '2026-09-01' });
company = withContract(company, 'asana', { seats: 20, annualCost: eur(2000) });
company = withContract(company, 'trello', { seats: 10, annualCost: eur(500) });

describe('the registry of metrics', () => {
  it('holds every file of its folder, each id once', () => {
    const files = readdirSync(new URL('../../../../src/analysis/metrics/units', import.meta.url));
    expect(metrics.map(({ meta }) => `${meta.id}.ts`).sort()).toEqual(files.sort());
  });
});

describe('measuring', () => {
  it('gives every metric one measurement of the contract', () => {
    const found = measure(company);
    expect(found.map(({ id }) => id)).toEqual(metrics.map(({ meta }) => meta.id));
    expect(found.map((entry) => Measurement.parse(entry))).toEqual(found);
    const by = new Map(found.map((entry) => [entry.id, entry]));
    // 20 active of 30 bought
    expect(by.get('seat-utilisation')).toMatchObject({ state: 'measured', value: 20 / 30, coverage: 1 });
    // C = 1, O = 5 / 10, one pair
    expect(by.get('duplicate-seats')).toMatchObject({ state: 'measured', value: 0.5 });
    expect(by.get('effective-tools')).toMatchObject({ state: 'measured', value: 2 });
    expect(by.get('effective-deciders')?.state).toBe('insufficient-data');
  });

  it('has nothing but absence to say of an empty snapshot, and no zero', () => {
    expect(new Set(measure(emptySnapshot()).map(({ state }) => state))).toEqual(new Set(['insufficient-data']));
  });

  it('shows a metric its declared sections and nothing else', () => {
    let seen: readonly string[] = [];
    measure(company, [
      unit(['tools', 'contracts'], ({ snapshot }) => {
        seen = Object.keys(snapshot);
        return { state: 'not-applicable', why: 'a probe' };
      }),
    ]);
    expect([...seen].sort()).toEqual(['contracts', 'tools']);
  });

  it('turns an exception into failed and measures the others', () => {
    const broken = unit(['tools'], () => {
      throw new Error('broken on purpose');
    });
    const whole = unit(['tools'], () => ({ state: 'measured', value: 1, coverage: 1, bounds: [0, 2] }));
    expect(measure(company, [broken, whole])).toMatchObject([
      { state: 'failed', error: 'broken on purpose' },
      { state: 'measured', value: 1, bounds: [0, 2], confidence: 1 },
    ]);
  });

  it('lowers confidence with reliability and coverage', () => {
    const doubtful = { ...company, sources: company.sources.map((source) => ({ ...source, reliability: 0.6 })) };
    const half = unit(['tools'], () => ({ state: 'measured', value: 1, coverage: 0.5 }));
    const [found] = measure(doubtful, [half]);
    // (1 x .5 x 1 x .6) ^ (1/4)
    expect(found?.state === 'measured' && found.confidence).toBeCloseTo(0.3 ** 0.25, 10);
  });
});
