import type { DecisionRecord } from '../../../model/snapshot.ts';
import { counted } from '../../../util/counted.ts';
import { deciderSpread } from '../../metrics/effective-deciders.ts';
import { high } from '../../scoring/shape.ts';
import { recordsInWindow, tooFewRecords } from '../decision-facts.ts';
import { figure } from '../phrases.ts';
import { evidenceOf, measured, notConnected, partlyMeasured } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const effectiveDeciders = {
  meta: {
    id: 'P5.1',
    title: 'Effective deciders',
    construct: 'P5',
    unit: 'deciders per domain',
    shape: high(0.2, 0.7),
    grade: 'D',
    weight: 1,
    formula:
      '1 / sum of squared shares of decisions by approver / number of decision domains; two approvers count half each',
    reference: 'METHOD 1 P5.1, 6a.10',
    source: 'decision records (template decisions) with approver and domain',
    requires: ['decisions'],
    privacy: 'none',
    personDay: false,
    windowed: true,
  },
  measure: (input: SignalInput) => {
    const records = recordsInWindow(input);
    const decided = records.filter((r) => r.decided !== null);
    const named = decided.filter((r) => (r.approver ?? []).length > 0);
    const few = tooFewRecords(records);
    if (few !== null) return few;
    if (named.length === 0) return notConnected('The decision records name no approver.');
    const short = tooFewRecords(named);
    if (short !== null) return short;
    const deciders = effectiveNumber(named);
    const domains = new Set(named.flatMap((r) => (r.domain === null ? [] : [r.domain]))).size;
    const parts = {
      coverage: named.length / decided.length,
      reliability: input.facts.reliability('decisions'),
      evidence: evidenceOf(named),
    };
    if (domains === 0) {
      return partlyMeasured({
        ...parts,
        value: deciders,
        unit: 'deciders',
        unscored: true,
        words: `decisions are made as if by ${figure(deciders)} equal deciders`,
        note: 'The records name no decision domains, so the number cannot be judged.',
      });
    }
    return measured({
      ...parts,
      value: deciders / domains,
      words: `decisions are made as if by ${figure(deciders)} equal deciders for ${counted(domains, 'domain')}`,
      note: `${named.length} decided records with an approver.`,
    });
  },
} as const satisfies SignalUnit;

/** 1 / sum of squared shares; each record is shared among its approvers. */
function effectiveNumber(records: readonly DecisionRecord[]): number {
  const byDecider = new Map<number, number>();
  for (const { approver } of records) {
    const deciders = [...new Set(approver ?? [])];
    for (const p of deciders) byDecider.set(p, (byDecider.get(p) ?? 0) + 1 / deciders.length);
  }
  return deciderSpread([...byDecider.values()])?.effectiveDeciders ?? 0;
}
