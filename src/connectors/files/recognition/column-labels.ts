import { headerKey } from './header-key.ts';

/** A name for each column that no other has: `Amount`, `Amount (2)`, `column 3` where the header is empty. */
export function columnLabels(header: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return header.map((name, position) => {
    const label = headerKey(name) === '' ? `column ${position + 1}` : name;
    const key = headerKey(label);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? label : `${label} (${count})`;
  });
}

/** The same columns, whatever their order and spelling, have the same print. */
export function headerPrint(labels: readonly string[]): string {
  return JSON.stringify(labels.map(headerKey).sort());
}
