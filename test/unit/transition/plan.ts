import { consolidate } from '../../../src/consolidation/consolidate.ts';
import type { Profile } from '../../../src/model/audit/profile.ts';
import type { Structure } from '../../../src/model/audit/structure.ts';
import { Transition } from '../../../src/model/audit/transition.ts';
import { planTransition } from '../../../src/transition/plan-transition.ts';
import { type CompanySpec, company, policy } from '../consolidation/company.ts';

export const EMPTY_PROFILE: Profile = {
  principles: [],
  differences: [],
  challenges: [],
  overall: { geometric: null, arithmetic: null, bandUnstable: null, note: '' },
  sensitivity: [],
  selfDeclaredNoise: null,
  satisfaction: null,
  teamProfiles: [],
  fragmentation: [],
  legacyTraits: [],
  delivery: { cycleDays: null, items: 0, interval: null },
  messageNoise: { perPersonWeek: null, interval: null, publicShare: null, afterHoursShare: null },
};

/** Decides and plans a made-up company. */
export function plan(
  spec: CompanySpec,
  given: Record<string, unknown> = {},
  change: (structure: Structure) => Structure = (structure) => structure,
) {
  const { snapshot, structure: plain } = company(spec);
  const structure = change(plain);
  const settings = policy(given);
  const { consolidation, savings } = consolidate(snapshot, structure, settings, { seed: 5, overrides: [] });
  const transition = planTransition(snapshot, structure, EMPTY_PROFILE, consolidation, settings);
  return { transition: Transition.parse(transition), consolidation, savings, settings };
}
