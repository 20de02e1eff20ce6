import { z } from 'zod';

/** Calendar day, `YYYY-MM-DD`, proleptic Gregorian, no zone. Compares correctly as text. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** Instant in UTC, `YYYY-MM-DDTHH:mm:ssZ`. */
export const Instant = z.iso.datetime({ offset: false });
export type Instant = z.infer<typeof Instant>;

/** Both ends included. */
export const Period = z.strictObject({ start: Day, end: Day });
export type Period = z.infer<typeof Period>;
