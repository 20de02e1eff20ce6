import type { ImportedFile, ImportResult } from '../pipeline/import-files.ts';
import { counted } from '../util/counted.ts';

const SHOWN_PROBLEMS = 5;

function problemLines(file: ImportedFile): readonly string[] {
  const shown = file.problems.slice(0, SHOWN_PROBLEMS).flatMap(({ message, row, field, nextSteps }) => {
    const place = [row === undefined ? '' : `row ${row}`, field === undefined ? '' : `field "${field}"`].filter(
      (part) => part !== '',
    );
    return [
      `    ${place.length === 0 ? '' : `${place.join(', ')}: `}${message}`,
      ...(nextSteps ?? []).map((step) => `      -> ${step}`),
    ];
  });
  const more = file.problems.length - SHOWN_PROBLEMS;
  return more > 0 ? [...shown, `    and ${more} more; --json lists them all`] : shown;
}

function mappingLines(file: ImportedFile): readonly string[] {
  if (file.status !== 'needs-mapping') return [];
  return [
    '    -> Its columns fit no known export. Copy them into one of the templates (`unsprawl init` writes them), or rename the headers; --json shows the proposed mapping.',
  ];
}

function fileLines(file: ImportedFile): readonly string[] {
  const rows =
    file.status === 'imported'
      ? `: ${counted(file.rows.used, 'row')}${file.rows.rejected > 0 ? `, ${file.rows.rejected} rejected` : ''}`
      : '';
  return [
    `  ${file.path}  ${file.status}${file.status === 'imported' ? ` as ${file.title}` : ''}${rows}`,
    ...problemLines(file),
    ...mappingLines(file),
  ];
}

/** One line for each file, what was wrong with it, and the next command. */
export function importText(result: ImportResult): string {
  const imported = result.files.filter((file) => file.status === 'imported').length;
  const head = `${counted(imported, 'file')} of ${result.files.length} imported.`;
  return [
    ...result.files.flatMap(fileLines),
    head,
    'Next: `unsprawl audit`, or `unsprawl doctor` to see what is missing.',
  ].join('\n');
}
