import { z } from 'zod';

/** A count derived from people: null = unknown, 'suppressed' = below the group threshold (METHOD 5, 6a.14). */
export const PeopleCount = z.union([z.number().min(0), z.literal('suppressed'), z.null()]);
export type PeopleCount = z.infer<typeof PeopleCount>;

/** Share or index in the stated range; null = not computable from the sources. */
export const Figure = z.number().nullable();
