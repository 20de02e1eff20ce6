import type { Workbook } from 'exceljs';
import { type Template, templates } from './template-list.ts';

/** Fixed, so that the same version writes the same workbook. */
const MADE = new Date(Date.UTC(2000, 0, 1));

function addSheet(workbook: Workbook, { file, columns }: Template): void {
  const sheet = workbook.addWorksheet(file, { views: [{ state: 'frozen', ySplit: 1 }] });
  columns.forEach(({ name, required, help }, index) => {
    const cell = sheet.getCell(1, index + 1);
    cell.value = name;
    cell.font = { bold: required };
    cell.note = required ? `${help} (required)` : help;
    sheet.getColumn(index + 1).width = Math.max(14, name.length + 4);
  });
}

/** One workbook with an empty sheet for each template; help stands as a note on each column name. */
export async function templateWorkbook(): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'unsprawl';
  workbook.created = MADE;
  workbook.modified = MADE;
  for (const template of templates()) addSheet(workbook, template);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
