import type { Gap } from '../model/evidence.ts';
import type { PrivacySettings } from '../model/workspace-config.ts';

/** Smallest group under the works-council profile (METHOD 5). */
const WORKS_COUNCIL_K = 15;

/** Thresholds in force: the works-council profile raises both, and never lowers one that is set higher. */
export function effectivePrivacy({ profile, k }: PrivacySettings): PrivacySettings {
  if (profile === 'standard') return { profile, k };
  return {
    profile,
    k: { usage: Math.max(k.usage, WORKS_COUNCIL_K), collaboration: Math.max(k.collaboration, WORKS_COUNCIL_K) },
  };
}

/** What the profile forbids to compute is said, since it looks like missing data otherwise (METHOD 6a.30). */
export function withheldGaps({ profile }: PrivacySettings): readonly Gap[] {
  if (profile === 'standard') return [];
  return [
    {
      id: 'withheld-by-profile',
      section: 'usageDays',
      title: 'Person-days and after-hours figures are not computed',
      why: 'The privacy profile works-council forbids them.',
      wouldSupply: 'privacy.profile: standard in unsprawl.yaml, if the works agreement allows it.',
    },
  ];
}
