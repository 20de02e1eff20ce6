import { profiles } from './profiles/registry.ts';
import { pulseScore } from './pulse-header.ts';
import { headerKey } from './recognition/header-key.ts';
import { recognise } from './recognition/recognise.ts';
import { isReviewHeader } from './review-answers.ts';

/** Names that some profile reads: a row without one of them is no header, and most rows have none. */
const KNOWN = new Set(
  profiles.flatMap(({ meta }) =>
    meta.columns.flatMap(({ name, synonyms }) => [name, ...(synonyms ?? [])].map((each) => headerKey(each))),
  ),
);

/** Above any number of columns. */
const REVIEW_SCORE = 1_000_000;

/** Columns that the best profile reads under this header; 0 where no profile knows it. */
export function headerScore(names: readonly string[]): number {
  if (isReviewHeader(names)) return REVIEW_SCORE;
  const pulse = pulseScore(names);
  if (pulse > 0) return pulse;
  if (!names.some((name) => name.length <= 100 && KNOWN.has(headerKey(name)))) return 0;
  const answer = recognise(names, profiles);
  if (answer.kind === 'unknown') return 0;
  const fit = answer.kind === 'tie' ? answer.fits[0] : answer.fit;
  return fit?.binding.positions.size ?? 0;
}
