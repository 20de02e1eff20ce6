import { type PulseLanguage, pulseItems } from '../../model/pulse.ts';
import { itemOfRow } from './pulse-form.ts';
import { type FormColumns, formColumns } from './pulse-header.ts';
import { pulseWords } from './pulse-words.ts';
import { decodeText } from './tables/encoding.ts';
import type { RowVisitor, Sheet } from './tables/sheet.ts';
import { textNotices } from './tables/text-notices.ts';

/** A form is a few pages; larger texts are tables. */
const LARGEST_BYTES = 4 * 1024 * 1024;
const RULE = /^\s*\|?\s*:?-{3,}/m;
/** `## Team: Sales`, `**Team:** Sales`. */
const TEAM_LINE = /^[\s#>*_-]*team[*_\s]*:(.*)$/i;
const HEADER = ['Team', 'Item', 'Statement', '1', '2', '3', '4', '5'];

type FormRow =
  | { readonly row: number; readonly cells: readonly string[] }
  | { readonly row: number; readonly reason: string };

interface FormTables {
  readonly headerRow: number;
  readonly rows: readonly FormRow[];
}

/** Empty form of one team in Markdown, its sections to be copied for more. */
export function pulseMarkdownForm(language: PulseLanguage): string {
  const { title, purpose, anonymity, how, moreTeams, columns, answers } = pulseWords[language];
  return [
    `# ${title}`,
    '',
    purpose,
    '',
    anonymity,
    '',
    ...[...how, moreTeams.markdown].map((step, index) => `${index + 1}. ${step}`),
    '',
    `## ${columns.team}:`,
    '',
    `| ${[columns.item, columns.statement, ...answers].join(' | ')} |`,
    '|---|---|--:|--:|--:|--:|--:|',
    ...pulseItems.map(({ id, text }) => `| ${id} | ${text[language]} |   |   |   |   |   |`),
    '',
  ].join('\n');
}

/** Cells of a line of a table without the bars at its ends; null = it is none. */
function tableCells(line: string): readonly string[] | null {
  const text = line.trim();
  if (!text.includes('|')) return null;
  const inner = text.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').replaceAll('**', '').trim());
}

/** The line to be filled in may hold underscores or dots to write on. */
function teamName(written: string): string {
  return written.replace(/^[\s*_.…\\]+|[\s*_.…\\]+$/g, '');
}

function canonical(cells: readonly string[], team: string, { item, counts }: FormColumns): readonly string[] {
  const named = item.map((position) => cells[position] ?? '');
  return [team, named[0] ?? '', named[1] ?? '', ...counts.map((position) => cells[position] ?? '')];
}

/** All tables of the form, each under the last team named above it. */
function tablesOf(text: string): FormTables {
  const rows: FormRow[] = [];
  let team = '';
  let headerRow = 0;
  let columns: FormColumns | null = null;
  let width = 0;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const cells = tableCells(line);
    if (cells === null) {
      columns = null;
      team = teamName(TEAM_LINE.exec(line)?.[1] ?? team);
      continue;
    }
    const opened = formColumns(cells);
    if (opened !== null) {
      columns = opened;
      width = cells.length;
      headerRow = headerRow === 0 ? index + 1 : headerRow;
    } else if (columns !== null && !cells.every((cell) => /^:?-*:?$/.test(cell))) {
      const row = index + 1;
      if (cells.length === width) rows.push({ row, cells: canonical(cells, team, columns) });
      else rows.push({ row, reason: `has ${cells.length} cells where the header has ${width}` });
    }
  }
  return { headerRow, rows };
}

function visitRows(rows: readonly FormRow[], visitor: RowVisitor): void {
  for (const each of rows) {
    if ('cells' in each) visitor.row(each);
    else visitor.broken(each.row, each.reason);
  }
}

/** The tables of a form in Markdown as one table with the team in front; null where a file is no such form. */
export function openPulseMarkdown(bytes: Uint8Array): Sheet | null {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip || bytes.length > LARGEST_BYTES) return null;
  const decoded = decodeText(bytes);
  const text = decoded.utf8.toString('utf8');
  if (!RULE.test(text)) return null;
  const { headerRow, rows } = tablesOf(text);
  const item = { item: [1, 2] };
  if (!rows.some((each) => 'cells' in each && itemOfRow(each.cells, item) !== null)) return null;
  return {
    name: null,
    headerRow,
    header: HEADER,
    above: [],
    hidden: false,
    serialShift: 0,
    // Editors leave out the line end of a text; only a table is cut off by that.
    notices: textNotices(decoded).filter(({ code }) => code !== 'no-line-end'),
    visit: (visitor) => visitRows(rows, visitor),
  };
}
