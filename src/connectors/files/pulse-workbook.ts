import type { Worksheet } from 'exceljs';
import { type PulseLanguage, pulseItems } from '../../model/pulse.ts';
import { pulseWords } from './pulse-words.ts';

/** Fixed, so that the same version writes the same content. */
const MADE = new Date(Date.UTC(2000, 0, 1));
/** Blocks that stand ready; an empty one is passed over. */
const TEAMS = 12;
const INPUT_FILLS = ['FFFFF4D6', 'FFE8F1E4'];
const WIDTHS = [24, 8, 78, 13, 9, 9, 9, 13];

function writeHead(sheet: Worksheet, language: PulseLanguage): number {
  const { title, purpose, anonymity, how, moreTeams } = pulseWords[language];
  const lines = [title, purpose, anonymity, ...how, moreTeams.workbook];
  lines.forEach((line, index) => {
    const row = index + 1;
    sheet.mergeCells(row, 1, row, WIDTHS.length);
    const cell = sheet.getCell(row, 1);
    cell.value = line;
    cell.font = index === 0 ? { bold: true, size: 15 } : {};
    cell.alignment = { wrapText: true, vertical: 'top' };
    sheet.getRow(row).height = index === 0 ? 24 : 31;
  });
  return lines.length + 1;
}

function writeHeader(sheet: Worksheet, row: number, language: PulseLanguage): void {
  const { columns, answers } = pulseWords[language];
  [columns.team, columns.item, columns.statement, ...answers].forEach((name, index) => {
    const cell = sheet.getCell(row, index + 1);
    cell.value = name;
    cell.font = { bold: true };
    cell.alignment = { wrapText: true, vertical: 'middle' };
    cell.border = { bottom: { style: 'thin' } };
  });
}

/** A team's name stands once over all its items: a merged cell is read for each of its rows. */
function writeBlock(sheet: Worksheet, from: number, team: number, language: PulseLanguage): void {
  const { wholeNumber, columns } = pulseWords[language];
  const fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: INPUT_FILLS[team % 2] ?? '' } } as const;
  pulseItems.forEach(({ id, text }, index) => {
    const row = sheet.getRow(from + index);
    row.getCell(2).value = id;
    row.getCell(3).value = text[language];
    row.getCell(3).alignment = { wrapText: true, vertical: 'top' };
    row.height = 30;
    for (let column = 4; column <= WIDTHS.length; column += 1) {
      const cell = row.getCell(column);
      cell.fill = fill;
      cell.border = { bottom: { style: 'hair' }, left: { style: 'hair' } };
      cell.dataValidation = {
        type: 'whole',
        operator: 'greaterThanOrEqual',
        formulae: [0],
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: id,
        error: wholeNumber,
      };
    }
  });
  sheet.mergeCells(from, 1, from + pulseItems.length - 1, 1);
  const name = sheet.getCell(from, 1);
  name.fill = fill;
  name.font = { bold: true };
  name.alignment = { wrapText: true, vertical: 'top' };
  name.note = `${columns.team} ${team + 1}`;
}

/** Empty form as a workbook: one sheet, a block of prefilled items for each team, cells that take whole numbers only. */
export async function pulseWorkbookForm(language: PulseLanguage): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'unsprawl';
  workbook.created = MADE;
  workbook.modified = MADE;
  const sheet = workbook.addWorksheet(pulseWords[language].sheet);
  WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  const header = writeHead(sheet, language);
  writeHeader(sheet, header, language);
  for (let team = 0; team < TEAMS; team += 1) {
    writeBlock(sheet, header + 1 + team * pulseItems.length, team, language);
  }
  sheet.views = [{ state: 'frozen', xSplit: 3, ySplit: header }];
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${header}:${header}`,
  };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
