import type { Grade } from '../../model/measurement.ts';

const GRADES: Readonly<Record<Grade, string>> = {
  A: 'peer-reviewed or multi-year research',
  B: 'large telemetry or a documented definition of a vendor',
  C: 'practice or a guideline of a vendor',
  D: 'our own default, to be replaced by the organisation’s distribution',
};

/** `Evidence grade C (practice or a guideline of a vendor); METHOD 1 P1.1.` */
export function gradeLine(grade: Grade, reference: string): string {
  return `Evidence grade ${grade} (${GRADES[grade]}); ${reference}.`;
}
