import { describe, expect, it } from 'vitest';
import type { AuditTool, Finding } from '../../../src/model/audit/structure.ts';
import type { SourceRecord } from '../../../src/model/observation.ts';
import { protectEvidence } from '../../../src/privacy/protect-evidence.ts';

const sources = [
  { id: 'members.csv', provides: ['accounts'] },
  { id: 'contracts.csv', provides: ['contracts'] },
] as unknown as readonly SourceRecord[];
const evidence = [{ source: 'contracts.csv', row: 4 }, ...[7, 8, 9].map((row) => ({ source: 'members.csv', row }))];
const tool = (id: string, active: number | 'suppressed') =>
  ({ id, users: active, seats: { active }, evidence }) as unknown as AuditTool;
const finding = (subject: string) => ({ id: subject, subjects: [subject], evidence }) as unknown as Finding;

describe('protectEvidence', () => {
  it('names the file where its rows would count the people who are withheld, and every other row', () => {
    const found = protectEvidence(
      [tool('small', 'suppressed'), tool('large', 30)],
      [finding('small'), finding('large')],
      sources,
    );
    const folded = [evidence[0], { source: 'members.csv', row: null }];
    expect(found.tools.map((each) => each.evidence)).toEqual([folded, evidence]);
    expect(found.findings.map((each) => each.evidence)).toEqual([folded, evidence]);
  });
});
