import { z } from 'zod';

const Count = z.int().min(0);

/** What the matcher made of labelled names of one kind. Counts of rows; shares are made where they are printed. */
export const MatchQuality = z.strictObject({
  /** A kind of name, `all`, or `first-sight`: the last batch that was measured before anything was mended for it. */
  kind: z.enum(['expense', 'sso', 'oauth', 'inventory', 'domain', 'all', 'first-sight']),
  rows: Count,
  /** Rows that name a product. */
  products: Count,
  /** Reach: of these, the product is in the catalogue. */
  known: Count,
  /** Of the known ones, that product was answered. */
  right: Count,
  /** Rows that name a vendor and no product. */
  vendorOnly: Count,
  vendorRight: Count,
  /** Rows of shops, travel, services and the like. */
  notSoftware: Count,
  /** Of these, taken into the stack as a product or a vendor. */
  takenIn: Count,
  /** In-house things, platform clients, names that nobody can resolve, tools unknown to the catalogue. */
  others: Count,
  othersGivenProduct: Count,
  /** A product that is not the right one, or where there is none, at a confidence of 0.8 or more; of all rows. */
  confidentlyWrong: Count,
});
export type MatchQuality = z.infer<typeof MatchQuality>;
