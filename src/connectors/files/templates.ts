import type { Column } from './profile.ts';
import { type Template, templates } from './template-list.ts';

export { templateWorkbook } from './template-workbook.ts';

export interface TemplateFile {
  readonly name: string;
  readonly content: string;
}

/** Empty CSV files: the header and nothing else. */
export function templateFiles(): readonly TemplateFile[] {
  return templates().map(({ file, columns }) => ({
    name: `${file}.csv`,
    content: `${columns.map(({ name }) => name).join(',')}\n`,
  }));
}

function guideRow({ name, required, help }: Column): string {
  const shown = required ? `**${name}**` : name;
  return `| ${shown} | ${help.replaceAll('|', '\\|')} |`;
}

function guideSection({ file, meta, columns }: Template): string {
  return [
    `## ${file}.csv: ${meta.title}`,
    '',
    `Tells: ${meta.tells}  `,
    `Cannot tell: ${meta.cannotTell}`,
    '',
    '| column | what to write |',
    '|---|---|',
    ...columns.map(guideRow),
    '',
  ].join('\n');
}

const GUIDE_HEAD = `# Input templates

Fill in what you have and import it; any export with a header that unsprawl knows is as good, and better where it comes from the tool itself. Columns in **bold** are required. Leave a column out, or a cell empty, where you do not know: that is read as unknown, never as zero.

- Text: CSV with comma, semicolon, tab or pipe, in UTF-8, UTF-16 or Windows-1252, or a sheet of a workbook (.xlsx).
- Days: 2026-08-27, 27.08.2026, 2026/08/27 or the date cells of a spreadsheet. 03/04/2026 is understood where other values of the column tell which part is the day.
- Amounts and numbers: 1234.56, 1,234.56, 1.234,56 or 1 234,56; (12.00) and 12.00- are negative.
- Yes or no: yes/no, true/false, 1/0, y/n, ja/nein.
- Lists in one cell are separated by ";".
- Addresses become pseudonyms when a file is read.

Beside them lie pulse.md and pulse.xlsx: the pulse, some twenty statements that teams answer by a count of hands. Fill in one of them, or put the statements into a form tool and import its export; both make the profile of the way of working usable before any tool is connected.
`;

/** What to write in each column, in Markdown. */
export function templateGuide(): string {
  return `${[GUIDE_HEAD, ...templates().map(guideSection)].join('\n').trimEnd()}\n`;
}
