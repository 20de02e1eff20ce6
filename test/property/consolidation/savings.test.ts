import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consolidate } from '../../../src/consolidation/consolidate.ts';
import { Consolidation, Savings } from '../../../src/model/audit/consolidation.ts';
import { type CompanySpec, company, policy } from '../../unit/consolidation/company.ts';
import { randomCompany } from '../random-company.ts';

function run(spec: CompanySpec) {
  const { snapshot, structure } = company(spec);
  return consolidate(snapshot, structure, policy(), { seed: 3, overrides: [] });
}

describe('consolidation of any company', () => {
  it('keeps its books: lines add up, nothing twice, never more than is spent', () => {
    fc.assert(
      fc.property(randomCompany, (spec) => {
        const { consolidation, savings } = run(spec);
        Consolidation.parse(consolidation);
        Savings.parse(savings);
        const { bridge } = savings;
        for (const line of bridge.lines) {
          const off = line.commitFloor.minor + line.missedNotice.minor + line.migration.minor + line.dualRunning.minor;
          expect(line.net.minor).toBe(line.gross.minor - off);
          if (line.gross.minor >= 0) {
            expect(line.commitFloor.minor).toBeGreaterThanOrEqual(0);
            expect(line.missedNotice.minor).toBeGreaterThanOrEqual(0);
            expect(line.dualRunning.minor).toBeGreaterThanOrEqual(0);
          }
          const annual = spec.tools.find(({ id }) => id === line.tool)?.annual ?? 0;
          expect(line.gross.minor).toBeLessThanOrEqual(annual * 100);
        }
        for (const part of ['gross', 'commitFloor', 'missedNotice', 'migration', 'dualRunning'] as const) {
          expect(bridge[part].minor).toBe(bridge.lines.reduce((sum, line) => sum + line[part].minor, 0));
        }
        expect(bridge.netLikely.minor).toBe(bridge.lines.reduce((sum, line) => sum + line.net.minor, 0));
        expect(new Set(bridge.lines.map(({ tool }) => tool)).size).toBe(bridge.lines.length);
        expect(bridge.gross.minor).toBeLessThanOrEqual(savings.addressableSpend?.minor ?? 0);
        expect(bridge.net.p10.minor).toBeLessThanOrEqual(bridge.net.p90.minor);
      }),
      { numRuns: 150, seed: 21 },
    );
  });

  it('gives every tool a verdict, and never retires one of unknown use or cost', () => {
    fc.assert(
      fc.property(randomCompany, (spec) => {
        const { decisions } = run(spec).consolidation;
        expect(decisions.map(({ tool }) => tool)).toEqual(spec.tools.map(({ id }) => id).sort());
        for (const { id, users, annual } of spec.tools) {
          const decision = decisions.find(({ tool }) => tool === id);
          if (users === null) expect(decision?.verdict).toBe('not enough evidence');
          if (users === null || annual === null) expect(decision?.verdict).not.toBe('retire');
        }
      }),
      { numRuns: 150, seed: 22 },
    );
  });

  it('says the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(randomCompany, (spec) => {
        const turned = { ...spec, tools: [...spec.tools].reverse() };
        expect(run(turned)).toEqual(run(spec));
      }),
      { numRuns: 40, seed: 23 },
    );
  });

  it('prints no count of people below the group threshold', () => {
    fc.assert(
      fc.property(randomCompany, (spec) => {
        expect(JSON.stringify(run(spec).consolidation)).not.toMatch(/\b[1-4] people\b/i);
      }),
      { numRuns: 60, seed: 24 },
    );
  });
});
