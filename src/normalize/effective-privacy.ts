import type { Gap } from '../model/evidence.ts';
import type { PrivacySettings } from '../model/workspace-config.ts';

/** Smallest group under the works-council profile (METHOD 5). */
const WORKS_COUNCIL_K = 15;

/**
 * Settings in force: the works-council profile raises both thresholds, never lowers one that is set higher, and leaves
 * off what an organisation may ask for beside (METHOD 5).
 */
export function effectivePrivacy({ profile, k, opt_in }: PrivacySettings): PrivacySettings {
  if (profile === 'standard') return { profile, k, opt_in };
  return {
    profile,
    k: { usage: Math.max(k.usage, WORKS_COUNCIL_K), collaboration: Math.max(k.collaboration, WORKS_COUNCIL_K) },
    opt_in: [],
  };
}

/** What the profile forbids to compute is said, since it looks like missing data otherwise (METHOD 6a.30). */
export function withheldGaps({ profile }: PrivacySettings): readonly Gap[] {
  if (profile === 'standard') return [];
  return [
    {
      id: 'withheld-by-profile',
      section: 'usageDays',
      title: 'Facts on the days and the collaboration of people are left out',
      why: 'The privacy profile works-council forbids them: days of use, after-hours figures, meetings, answers to questions, time spent writing, pages opened by those who join, watchers of work items and repeated questions. Their rows are accounted for and nothing is computed from them.',
      wouldSupply: 'privacy.profile: standard in unsprawl.yaml, if the works agreement allows it.',
    },
  ];
}
