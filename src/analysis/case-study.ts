/**
 * What the article's one case reports: an anecdote of grade C, shown beside an organisation's own movement and never a
 * forecast (METHOD 1). Relative changes; speed is work per time, so time falls by less than speed rises.
 */
export const CASE_STUDY = { meetingHours: -0.6, messages: -0.4, speed: 0.25 } as const;

export interface Baseline {
  readonly meetingHours: number;
  readonly messages: number;
  readonly cycleDays: number;
}

/** Where the baseline would stand after the changes of the case: delivery 25 % faster is time / 1.25, 20 % shorter. */
export function caseStudyTargets(baseline: Baseline, changes: Record<keyof typeof CASE_STUDY, number> = CASE_STUDY) {
  return {
    meetingHours: baseline.meetingHours * (1 + changes.meetingHours),
    messages: baseline.messages * (1 + changes.messages),
    cycleDays: baseline.cycleDays / (1 + changes.speed),
  };
}
