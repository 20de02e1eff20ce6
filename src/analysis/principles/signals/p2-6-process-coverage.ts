import type { Process } from '../../../model/snapshot.ts';
import { high } from '../../scoring/shape.ts';
import { ageInDays } from '../document-facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected, notes, partlyMeasured, wilsonNote } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

/** A page edited or verified that long ago is fresh (METHOD 1 P2.2); so is a procedure that was reviewed. */
const FRESH_DAYS = 180;

export const processCoverage = {
  meta: {
    id: 'P2.6',
    title: 'Critical processes written down',
    construct: 'P2',
    unit: 'ratio',
    shape: high(0.4, 0.95),
    grade: 'D',
    weight: 1,
    formula:
      'critical processes with a current procedure (stated, else reviewed within 180 days before the end of the period) / critical processes listed',
    reference: 'METHOD 1 P2.6; needs a declared denominator, never inferred',
    source: 'declared list of critical processes (template processes)',
    requires: ['processes'],
    privacy: 'none',
    personDay: false,
    windowed: false,
  },
  measure: ({ snapshot, facts }: SignalInput) => {
    const verdicts = snapshot.processes.map((process) => isCurrent(process, snapshot.period.end));
    const unknown = verdicts.filter((v) => v === null).length;
    if (unknown === verdicts.length) return notConnected('The list does not say which procedures are current.');
    const current = verdicts.filter((v) => v === true).length;
    const value = current / verdicts.length;
    const parts = {
      value,
      coverage: (verdicts.length - unknown) / verdicts.length,
      reliability: facts.reliability('processes'),
      words: `${percent(value)} of critical processes have a current procedure`,
      evidence: evidenceOf(snapshot.processes),
    };
    const note = wilsonNote(current, verdicts.length, 'processes');
    if (unknown === 0) return measured({ ...parts, note });
    return partlyMeasured({
      ...parts,
      words: `at least ${parts.words}`,
      note: notes(note, `Of ${unknown} it is not said whether the procedure is current: a floor.`),
    });
  },
} as const satisfies SignalUnit;

/** Null = there is a procedure, and nobody says whether it is current. */
export function isCurrent({ procedure, current, reviewed }: Process, periodEnd: string): boolean | null {
  if (procedure === null) return false;
  if (current !== null) return current;
  const age = ageInDays(reviewed, periodEnd);
  return age === null ? null : age <= FRESH_DAYS;
}
