import type { Observation, ObservationOf } from '../model/observation.ts';
import type { SectionName } from '../model/snapshot.ts';
import type { PrivacySettings } from '../model/workspace-config.ts';
import { effectivePrivacy } from './effective-privacy.ts';

/** Sections that stay empty under the works-council profile: who did what, or how long, on which day (METHOD 6a.30). */
const WITHHELD: readonly SectionName[] = ['usageDays', 'meetings', 'responses', 'onboarding', 'writing'];

export function withheldSections({ profile }: Pick<PrivacySettings, 'profile'>): readonly SectionName[] {
  return profile === 'standard' ? [] : WITHHELD;
}

interface Rules {
  readonly isStandard: boolean;
  /** METHOD 5: off until the organisation asks for it. */
  readonly watchers: boolean;
  readonly repeatedQuestions: boolean;
}

function rulesOf(settings: PrivacySettings): Rules {
  const { profile, opt_in } = effectivePrivacy(settings);
  return {
    isStandard: profile === 'standard',
    watchers: opt_in.includes('C4.3'),
    repeatedQuestions: opt_in.includes('D4.4'),
  };
}

function messagesOf(row: ObservationOf<'messages'>, rules: Rules): ObservationOf<'messages'> {
  const afterHours = rules.isStandard ? row.afterHours : null;
  const repeatedQuestions = rules.repeatedQuestions ? row.repeatedQuestions : null;
  return { ...row, afterHours, repeatedQuestions };
}

function permittedOf(observation: Observation, rules: Rules): Observation | null {
  switch (observation.kind) {
    case 'meeting':
    case 'response':
    case 'onboarding':
    case 'writing':
      return rules.isStandard ? observation : null;
    case 'messages':
      return messagesOf(observation, rules);
    case 'work-item':
      return rules.watchers ? observation : { ...observation, watchers: null };
    default:
      return observation;
  }
}

/**
 * What may be looked at under the privacy settings: the rest is dropped before anybody is counted or numbered, since
 * privacy acts at processing and not at display (METHOD 6a.30). Events of use stay, as they alone tell who holds a
 * seat; their days are not counted.
 */
export function permitted(observations: readonly Observation[], settings: PrivacySettings): readonly Observation[] {
  const rules = rulesOf(settings);
  return observations.flatMap((observation) => permittedOf(observation, rules) ?? []);
}
