import type { FileMapping } from '../model/mapping.ts';
import { type MappingQuestion, openFieldsOf, type ProfileChoice } from '../pipeline/mapping-draft.ts';
import { counted } from '../util/counted.ts';
import { columns } from './columns.ts';

export const MAPPING_HELP = [
  'Say how this sheet is to be read:',
  '  Enter      take it as shown           t        other templates and exports (t NAME takes one)',
  '  N FIELD    column N is that field     f        the fields there are (* = required)',
  '  N -        column N is not read       FIELD = VALUE   one value for all rows',
  '  x          leave such files out       l        later',
  '  q          stop; answers are kept one by one',
].join('\n');

function placeOf({ file, sheet, headerRow, rows }: MappingQuestion): string {
  const name = sheet === null ? file : `${file}, sheet ${sheet}`;
  return `${name} (${rows === null ? 'large' : counted(rows, 'row')}${headerRow === 1 ? '' : `, header in row ${headerRow}`})`;
}

const WHY: Readonly<Record<MappingQuestion['proposal']['reason'], string>> = {
  'unknown-header': 'Its columns are not known.',
  'several-profiles-fit': 'Its columns fit several kinds of file.',
  'column-twice': 'A column that is needed stands twice.',
  'order-of-days': 'Its days can be read day first or month first, and no value tells which.',
};

/** What the sheet is, why it is asked about, and what comes nearest. */
export function questionHead(question: MappingQuestion, choice: ProfileChoice | undefined): string {
  const { proposal } = question;
  const nearest =
    choice === undefined
      ? 'No known export or template comes near: choose one with t, or leave it out with x.'
      : `Nearest: ${choice.title} (${choice.id}), confidence ${proposal.confidence.toFixed(2)}.`;
  return `${placeOf(question)}\n${WHY[proposal.reason]} ${nearest}`;
}

/** Numbered columns with the field that each is taken for, the confidence, and what it holds; then what is missing. */
export function mappingLines({ proposal }: MappingQuestion, mapping: FileMapping): string {
  const rows = proposal.columns.map(({ column, field, confidence, looks }, at) => {
    const taken = mapping.columns[column] ?? null;
    const certainty = taken === null ? '' : taken === field ? confidence.toFixed(2) : 'yours';
    return [`  ${at + 1}`, column, `-> ${taken ?? '-'}`, certainty, looks];
  });
  const constants = Object.entries(mapping.constants).map(([name, value]) => `  all rows: ${name} = ${value}`);
  const currency = mapping.currency === undefined ? [] : [`  all rows: currency = ${mapping.currency}`];
  const missing = openFieldsOf(mapping);
  return [
    columns(rows),
    ...constants,
    ...currency,
    ...(missing.length === 0 ? [] : [`  still needed: ${missing.join(', ')}`]),
  ].join('\n');
}

export function profileList(choices: readonly ProfileChoice[]): string {
  return columns(choices.map(({ id, title }, at) => [`  ${at + 1}`, id, title]));
}

export function fieldList(choice: ProfileChoice | undefined): string {
  if (choice === undefined) return '  Choose a template first: t lists them.';
  return columns(choice.fields.map(({ name, required, help }) => [`  ${name}${required ? '*' : ''}`, help]));
}
