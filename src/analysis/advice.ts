import type { Audit } from '../model/audit/audit.ts';
import type { Profile } from '../model/audit/profile.ts';
import type { Snapshot } from '../model/snapshot.ts';

type Advice = Audit['advice'][number];

/**
 * What a missing section is worth to the result, 0..1: how much of the later stages stands on it. Grade D, our own
 * order: without usage nothing can be called unused, without contracts nothing can be dated or saved.
 */
const SECTION_VALUE: Readonly<Record<string, number>> = {
  accounts: 1,
  contracts: 0.9,
  spend: 0.8,
  inventory: 0.75,
  people: 0.7,
  integrations: 0.5,
  meetings: 0.45,
  documents: 0.4,
  decisions: 0.4,
  messages: 0.35,
  workItems: 0.35,
  homes: 0.3,
  needs: 0.25,
  survey: 0.2,
  rates: 0.1,
};

/** Value of the signals that a source would add: its unknown weight over all unknown weight, scaled under the sections. */
function bySignals(profile: Profile): readonly Advice[] {
  const weights = new Map<string, { weight: number; signals: Set<string> }>();
  for (const construct of [...profile.principles, ...profile.differences, ...profile.challenges]) {
    for (const { source, weight, signals } of construct.wouldAddMost) {
      const entry = weights.get(source) ?? { weight: 0, signals: new Set<string>() };
      weights.set(source, { weight: entry.weight + weight, signals: new Set([...entry.signals, ...signals]) });
    }
  }
  const total = [...weights.values()].reduce((sum, entry) => sum + entry.weight, 0);
  return [...weights].map(([source, { weight, signals }]) => ({
    what: source,
    why: `It would supply ${signals.size} ${signals.size === 1 ? 'signal' : 'signals'} of the async profile (${[...signals].sort().slice(0, 6).join(', ')}).`,
    value: total === 0 ? 0 : (0.4 * weight) / total,
  }));
}

function byOpenNames(snapshot: Snapshot): readonly Advice[] {
  const count = snapshot.openNames.length;
  if (count === 0) return [];
  const review = snapshot.openNames.filter((name) => name.status !== 'unknown').length;
  return [
    {
      what: 'Answer the open names with `unsprawl review`',
      why: `${count} ${count === 1 ? 'name' : 'names'} could not be placed; ${review} with candidates or a known vendor.`,
      value: 0.15 + 0.3 * (review / count),
    },
  ];
}

/** What to get next, most valuable first; `value` is 0..1 and only orders the list. */
export function advise(snapshot: Snapshot, profile: Profile): Advice[] {
  const gaps = snapshot.gaps.map((gap) => ({
    what: gap.wouldSupply,
    why: `${gap.title}: ${gap.why}`,
    value: SECTION_VALUE[gap.section] ?? 0.3,
  }));
  return [...gaps, ...bySignals(profile), ...byOpenNames(snapshot)]
    .map((advice) => ({ ...advice, value: Math.round(advice.value * 1000) / 1000 }))
    .sort((a, b) => b.value - a.value || (a.what < b.what ? -1 : 1));
}
