import type { DecisionRecord } from '../../../model/snapshot.ts';
import { high } from '../../scoring/shape.ts';
import { ratioOf } from '../calendar-reading.ts';
import { deciderOf, recordsInWindow, tooFewRecords } from '../decision-facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected, wilsonNote } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const roleCompleteness = {
  meta: {
    id: 'P5.2',
    title: 'Complete decision roles',
    construct: 'P5',
    unit: 'ratio',
    shape: high(0.3, 0.9),
    grade: 'C',
    weight: 1,
    formula: 'records with exactly one approver, one driver and at least one informed / records',
    reference: 'METHOD 1 P5.2; exactly one approver [R18]',
    source: 'decision records (template decisions) with driver, approver and informed',
    requires: ['decisions'],
    privacy: 'none',
    personDay: false,
    windowed: true,
  },
  measure: measureRoleCompleteness,
} as const satisfies SignalUnit;

export function measureRoleCompleteness(input: SignalInput) {
  const records = recordsInWindow(input);
  const few = tooFewRecords(records);
  if (few !== null) return few;
  const columns = [
    records.some((r) => r.approver !== null),
    records.some((r) => r.driver !== null),
    records.some((r) => r.informed !== null),
  ];
  if (columns.includes(false)) return notConnected('The records leave out approver, driver or informed altogether.');
  const rows = records.map((r) => ({ person: deciderOf(r), numerator: isComplete(r) ? 1 : 0, denominator: 1 }));
  const value = ratioOf(rows) ?? 0;
  return measured({
    value,
    reliability: input.facts.reliability('decisions'),
    words: `${percent(value)} of decision records name one approver, one driver and who is informed`,
    note: wilsonNote(rows.filter((r) => r.numerator === 1).length, rows.length, 'records'),
    evidence: evidenceOf(records),
    sample: { kind: 'ratio', rows },
  });
}

function isComplete({ approver, driver, informed }: DecisionRecord): boolean {
  return approver?.length === 1 && driver?.length === 1 && (informed?.length ?? 0) >= 1;
}
