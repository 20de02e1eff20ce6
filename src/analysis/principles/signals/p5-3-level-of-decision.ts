import type { DecisionRecord } from '../../../model/snapshot.ts';
import { low } from '../../scoring/shape.ts';
import { ratioOf } from '../calendar-reading.ts';
import { deciderOf, recordsInWindow, tooFewRecords } from '../decision-facts.ts';
import { figure } from '../phrases.ts';
import { evidenceOf, notConnected, partlyMeasured } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const levelOfDecision = {
  meta: {
    id: 'P5.3',
    title: 'Level of decision',
    construct: 'P5',
    unit: 'levels',
    shape: low(0, 2),
    grade: 'D',
    weight: 1,
    formula: 'mean of the level of a decision minus the lowest level that decided in the same domain',
    reference: 'METHOD 1 P5.3; the lowest level seen stands in for the lowest level with the right',
    source: 'decision records (template decisions) with level and domain',
    requires: ['decisions'],
    privacy: 'none',
    personDay: false,
    windowed: true,
  },
  measure: (input: SignalInput) => {
    const records = recordsInWindow(input);
    const few = tooFewRecords(records);
    if (few !== null) return few;
    const levelled = records.flatMap((record) => (record.level === null ? [] : [{ record, level: record.level }]));
    if (levelled.length === 0) return notConnected('The decision records name no level.');
    const lowest = lowestByDomain(levelled);
    const rows = levelled.map(({ record, level }) => ({
      person: deciderOf(record),
      numerator: level - (lowest.get(record.domain ?? '') ?? level),
      denominator: 1,
    }));
    const value = ratioOf(rows) ?? 0;
    return partlyMeasured({
      value,
      coverage: levelled.length / records.length,
      reliability: input.facts.reliability('decisions'),
      words: `decisions are made ${figure(value)} levels above the lowest level that decides in their domain`,
      note: 'The lowest level seen stands in for the lowest level with the right, so the figure is a floor.',
      evidence: evidenceOf(levelled.map((l) => l.record)),
      sample: { kind: 'ratio', rows },
    });
  },
} as const satisfies SignalUnit;

function lowestByDomain(levelled: readonly { readonly record: DecisionRecord; readonly level: number }[]) {
  const lowest = new Map<string, number>();
  for (const { record, level } of levelled) {
    const domain = record.domain ?? '';
    lowest.set(domain, Math.min(level, lowest.get(domain) ?? level));
  }
  return lowest;
}
