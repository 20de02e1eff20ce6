import ExcelJS from 'exceljs';

/** Every formula cell of a workbook with its value: `Sheet!B7` -> value. */
export async function formulaValues(
  bytes: Uint8Array,
): Promise<Map<string, { readonly formula: string; readonly value: unknown }>> {
  const workbook = await openWorkbook(bytes);
  const found = new Map<string, { formula: string; value: unknown }>();
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.type === ExcelJS.ValueType.Formula)
          found.set(`${sheet.name}!${cell.address}`, { formula: cell.formula, value: cell.result });
      }),
    );
  }
  return found;
}

export async function openWorkbook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return workbook;
}

/** Value of the cell behind a defined name. */
export function namedValue(workbook: ExcelJS.Workbook, name: string): unknown {
  const [range] = workbook.definedNames.getRanges(name).ranges;
  const [sheet, address] = (range ?? '').split('!');
  const cell = workbook.getWorksheet((sheet ?? '').replaceAll("'", ''))?.getCell((address ?? '').replaceAll('$', ''));
  return cell?.type === ExcelJS.ValueType.Formula ? cell.result : cell?.value;
}
