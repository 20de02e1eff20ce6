import type { Audit } from '../../../model/audit/audit.ts';
import type { SheetSpec } from '../sheet.ts';

/** What each sheet is made from. */
export interface SheetInput {
  readonly audit: Audit;
  readonly toolName: (id: string) => string;
  /** Group threshold, for withheld counts. */
  readonly k: number;
}

export type SheetMaker = (input: SheetInput) => SheetSpec;

export function sheetInput(audit: Audit): SheetInput {
  const names = new Map(audit.tools.map((tool) => [tool.id, tool.name]));
  return { audit, toolName: (id) => names.get(id) ?? id, k: audit.people.privacy.k.usage };
}

/** Sum of what is known, 0 where nothing is: the value that SUM gives. */
export function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

/** To the cent, as a sheet that sums decimal amounts shows it. */
export function cents(value: number): number {
  return Math.round(value * 100) / 100;
}
