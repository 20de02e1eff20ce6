import { z } from 'zod';
import { Day } from './calendar.ts';
import { Currency } from './money.ts';

/** Which part of 03/04/2026 is the day: `dmy` 3 April, `mdy` 4 March. */
export const WrittenOrder = z.enum(['dmy', 'mdy']);
export type WrittenOrder = z.infer<typeof WrittenOrder>;

/**
 * What a person said that files with one header are. Columns are named as the file names them; where a name stands
 * twice the second is `Name (2)`, and a column without a name is `column 3`.
 */
export const FileMapping = z.strictObject({
  /** Every column of the file. Order, letter case, spaces, hyphens and underscores do not matter. */
  header: z.array(z.string().min(1)).min(1),
  /** Profile id; null = files like this are left out for good. */
  profile: z.string().min(1).nullable(),
  /** Column of the file -> column of the profile; null or absent = not read. */
  columns: z.record(z.string(), z.string().nullable()).default({}),
  /** Column of the profile -> what every row holds, where the file lacks the column. */
  constants: z.record(z.string(), z.union([z.string().min(1), z.number()])).default({}),
  /** Column of the file -> order of day and month, used where the values do not tell. */
  day_orders: z.record(z.string(), WrittenOrder).default({}),
  /** Of amounts in a file that names none; absent = the organisation's. */
  currency: Currency.optional(),
  /** The file writes payments as negative amounts, as bank statements do; they are turned round. */
  paid_is_negative: z.boolean('write true or false').default(false),
  /** Role that decided, never a person's name. */
  by: z.string().min(1).optional(),
  on: Day.optional(),
});
export type FileMapping = z.infer<typeof FileMapping>;

/** `mappings.yaml` of a workspace, and the proposals that are written for correction. */
export const Mappings = z.strictObject({
  schema: z.literal('unsprawl/mappings@1'),
  mappings: z.array(FileMapping).default([]),
});
export type Mappings = z.infer<typeof Mappings>;
