import { z } from 'zod';

/**
 * Where one statement came from: a source of the snapshot and the data row in it.
 * `row` is 1-based and counts the header as row 1 (so it is what a spreadsheet shows); null = the whole file.
 */
export const Evidence = z.strictObject({
  source: z.string(),
  row: z.int().positive().nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

/** What could not be read or is not connected, why, and what would supply it. A gap is never an empty list. */
export const Gap = z.strictObject({
  id: z.string(),
  /** Section of the snapshot that is missing or incomplete, such as `accounts`. */
  section: z.string(),
  title: z.string(),
  why: z.string(),
  /** What would close it: a template file or a connector, in plain words. */
  wouldSupply: z.string(),
});
export type Gap = z.infer<typeof Gap>;
