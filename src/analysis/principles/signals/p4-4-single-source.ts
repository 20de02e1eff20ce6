import type { SingleSource } from '../../../model/audit/structure.ts';
import type { Snapshot } from '../../../model/snapshot.ts';
import { high } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const singleSource = {
  meta: {
    id: 'P4.4',
    title: 'Single-source index',
    construct: 'P4',
    unit: 'ratio',
    shape: high(0.5, 0.9),
    grade: 'D',
    weight: 1,
    formula: 'mean over kinds of object of the share in their declared home x (1 - duplicate rate)',
    reference: 'METHOD 1 P4.4, 2.8, 6a.12',
    source: 'declared homes (template homes), and documents or decisions',
    requires: ['homes'],
    privacy: 'none',
    personDay: false,
    windowed: false,
  },
  measure: ({ snapshot, structure, facts }: SignalInput) => {
    const { state, index, byVolume, note } = structure.singleSource;
    if (index === null || (state !== 'measured' && state !== 'measured-partial')) {
      return notConnected('No home is declared that objects could be counted in.', note);
    }
    const reading = measured({
      value: index,
      reliability: facts.reliability('documents'),
      words: `${percent(index)} of objects lie in the home declared for their kind`,
      note: byVolume === null ? note : `${percent(byVolume)} by volume. ${note}`.trim(),
      evidence: evidenceOf(snapshot.homes),
    });
    return { ...reading, state, ...unseenRange(snapshot, structure.singleSource) };
  },
} as const satisfies SignalUnit;

/** A kind of object of which nothing was seen, or of which one of its two sources is missing, may lie anywhere. */
function unseenRange({ documents, decisions }: Snapshot, { byType }: SingleSource) {
  const declared = byType.filter(({ home }) => home !== null);
  const seen = documents.length === 0 ? [] : declared.filter((row) => isSeen(row, decisions.length > 0));
  if (seen.length === declared.length) return {};
  const shares = seen.reduce((total, { share }) => total + (share ?? 0), 0);
  const unseen = declared.length - seen.length;
  return { range: [shares / declared.length, (shares + unseen) / declared.length] as const };
}

function isSeen({ type, total }: SingleSource['byType'][number], hasRecords: boolean): boolean {
  return total > 0 && (hasRecords || !/^decisions?$/i.test(type.trim()));
}
