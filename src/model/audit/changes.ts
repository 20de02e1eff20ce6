import { z } from 'zod';
import { Period } from '../calendar.ts';

const Range = z.tuple([z.number(), z.number()]);

/** A headline figure then and now; null = not known at that time. */
export const FigureChange = z.strictObject({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  before: z.number().nullable(),
  now: z.number().nullable(),
  /** 95 % interval of now minus before, from the intervals of both; null where one has none. */
  interval: Range.nullable().default(null),
  /** `unclear`: the interval of the change holds 0. Null without an interval. */
  moved: z.enum(['up', 'down', 'unclear']).nullable().default(null),
  /** Relative change that the article's one case reports for it: an anecdote of grade C, no forecast (METHOD 1). */
  caseStudy: z.number().nullable().default(null),
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
  /** One line for each rule, anchor and weight that differs, with both values. */
  rulesChanged: z.array(z.string()),
});
export type Changes = z.infer<typeof Changes>;
