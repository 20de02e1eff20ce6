/** Rows by the tool they belong to, in the order they came. */
export function byTool<Row extends { readonly tool: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const list = grouped.get(row.tool);
    if (list === undefined) grouped.set(row.tool, [row]);
    else list.push(row);
  }
  return grouped;
}
