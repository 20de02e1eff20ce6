import type { Diagnosis } from '../pipeline/doctor.ts';
import { counted } from '../util/counted.ts';
import { columns } from './columns.ts';

const SHOWN_ADVICE = 8;

/** What is there, what is missing most, and the next command. */
export function doctorText(diagnosis: Diagnosis): string {
  const sources = diagnosis.sources.map((source) => [`  ${source.id}`, source.kind, counted(source.rows, 'row')]);
  const advice = diagnosis.advice
    .slice(0, SHOWN_ADVICE)
    .flatMap((entry, index) => [`  ${index + 1}. ${entry.what}`, `     ${entry.why}`]);
  return [
    `Workspace ${diagnosis.workspace}, period ${diagnosis.period}: ${counted(diagnosis.sources.length, 'source')}.`,
    ...(sources.length === 0 ? [] : [columns(sources)]),
    ...(advice.length === 0 ? ['Nothing is missing.'] : ['Missing, most valuable first:', ...advice]),
    `Next: \`${diagnosis.next}\`.`,
  ].join('\n');
}
