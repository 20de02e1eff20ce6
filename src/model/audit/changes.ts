import { z } from 'zod';
import { Period } from '../calendar.ts';

/** A headline figure then and now; null = not known at that time. */
export const FigureChange = z.strictObject({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  before: z.number().nullable(),
  now: z.number().nullable(),
  /** What moved it: the organisation, the sources that were connected, or our rules. */
  cause: z.enum(['world', 'sources', 'rules']),
});
export type FigureChange = z.infer<typeof FigureChange>;

/** What changed since the audit of an earlier period. */
export const Changes = z.strictObject({
  since: Period,
  figures: z.array(FigureChange),
  toolsAdded: z.array(z.string()),
  toolsGone: z.array(z.string()),
  sourcesAdded: z.array(z.string()),
  sourcesGone: z.array(z.string()),
  rulesChanged: z.array(z.string()),
});
export type Changes = z.infer<typeof Changes>;
