import type { DecisionRecord } from '../../model/snapshot.ts';
import { counted } from '../../util/counted.ts';
import { evidenceOf, partlyMeasured, stale } from './reading.ts';
import type { Reading, SignalInput } from './signal-unit.ts';
import { isInWindow } from './work-item-facts.ts';

/** METHOD 1 P5: under twenty records only their number is reported. */
const ENOUGH_RECORDS = 20;

/** Records proposed or decided in the window. */
export function recordsInWindow({
  snapshot,
  facts,
}: Pick<SignalInput, 'snapshot' | 'facts'>): readonly DecisionRecord[] {
  return snapshot.decisions.filter((d) => isInWindow(d.proposed, facts.window) || isInWindow(d.decided, facts.window));
}

/**
 * Records of the window, and those proposed before it that are still open at its end: left out, only the fast ones of the
 * old would count (METHOD 0.2, 6a.10).
 */
export function recordsWithOpen(input: Pick<SignalInput, 'snapshot' | 'facts'>): readonly DecisionRecord[] {
  const { decisions, period } = input.snapshot;
  const inWindow = new Set(recordsInWindow(input));
  const isOpen = ({ proposed, decided }: DecisionRecord) =>
    proposed <= period.end && (decided === null || decided > period.end);
  return decisions.filter((record) => inWindow.has(record) || isOpen(record));
}

/** The count alone where there are too few records to say more; null where there are enough. */
export function tooFewRecords(records: readonly DecisionRecord[]): Reading | null {
  if (records.length === 0) return stale('No decision record lies in the window.');
  if (records.length >= ENOUGH_RECORDS) return null;
  return partlyMeasured({
    value: null,
    unscored: true,
    words: `${counted(records.length, 'decision record')}: too few to judge`,
    note: `From ${ENOUGH_RECORDS} records on this is judged; until then only their number is reported.`,
    evidence: evidenceOf(records),
  });
}

/** A person to whom a record belongs when people are resampled. */
export function deciderOf(record: DecisionRecord): number | null {
  return record.approver?.[0] ?? record.driver?.[0] ?? null;
}
