import type { Snapshot } from '../../model/snapshot.ts';

/** METHOD 5: the works-council profile raises every threshold to 15. */
const WORKS_COUNCIL_K = 15;

/** People below which a count from tool usage is withheld. */
export function usageThreshold({ privacy }: Pick<Snapshot, 'privacy'>): number {
  return privacy.profile === 'works-council' ? Math.max(WORKS_COUNCIL_K, privacy.k.usage) : privacy.k.usage;
}
