import type { SignalUnit } from '../signal-unit.ts';
import { meetingRebound } from './c1-1-meeting-rebound.ts';
import { adoptionGap } from './c1-2-adoption-gap.ts';
import { leaderGap } from './c1-3-leader-gap.ts';
import { shadowReturn } from './c1-4-shadow-return.ts';
import { resistancePulse } from './c1-cultural-resistance.ts';
import { orphanPages } from './c2-1-orphan-pages.ts';
import { nearDuplicates } from './c2-2-near-duplicates.ts';
import { pagesPerPerson } from './c2-3-pages-per-person.ts';
import { writeReadImbalance } from './c2-4-write-read-imbalance.ts';
import { timeToFind } from './c2-5-time-to-find.ts';
import { toolsPerCapability } from './c3-1-tools-per-capability.ts';
import { parallelTools } from './c3-2-parallel-tools.ts';
import { betweenTeams } from './c3-3-between-teams.ts';
import { manualHandoffs } from './c3-4-manual-handoffs.ts';
import { shadowShare } from './c3-5-shadow-share.ts';
import { duplicatesPerPerson } from './c3-6-duplicates-per-person.ts';
import { surveillanceTools } from './c4-1-surveillance-tools.ts';
import { privateShare } from './c4-2-private-share.ts';
import { superiorsInCopy } from './c4-3-superiors-in-copy.ts';
import { trivialApprovals } from './c4-4-trivial-approvals.ts';
import { safetyPulse } from './c4-without-source.ts';
import { writtenShare } from './d1-1-written-share.ts';
import { writtenTraceOfTalk } from './d1-2-written-trace-of-talk.ts';
import { statusHours } from './d1-3-status-hours.ts';
import { messageBursts } from './d1-4-message-bursts.ts';
import { threadUse } from './d1-5-thread-use.ts';
import { decisionRoles } from './d2-1-decision-roles.ts';
import { decisionsFromOutside } from './d2-2-decisions-from-outside.ts';
import { approvalHops } from './d2-3-approval-hops.ts';
import { discoverableDecisions } from './d2-4-discoverable-decisions.ts';
import { reversals } from './d2-5-reversals.ts';
import { freshStatus } from './d3-1-fresh-status.ts';
import { workInTracker } from './d3-2-work-in-tracker.ts';
import { openBoards } from './d3-3-open-boards.ts';
import { ageOfWork } from './d3-4-age-of-work.ts';
import { freshKnowledge } from './d4-1-fresh-knowledge.ts';
import { busFactor } from './d4-2-bus-factor.ts';
import { searchSuccess } from './d4-3-search-success.ts';
import { repeatedQuestions } from './d4-4-repeated-questions.ts';
import { onboardingRead } from './d4-5-onboarding-read.ts';
import { meetingLoad } from './p1-1-meeting-load.ts';
import { focusShare } from './p1-2-focus-share.ts';
import { afterHoursShare } from './p1-3-after-hours.ts';
import { responseWindow } from './p1-4-response-window.ts';
import { overlapDependence } from './p1-5-overlap-dependence.ts';
import { progressWithoutOverlap } from './p1-6-progress-without-overlap.ts';
import { writtenTrace } from './p2-1-written-trace.ts';
import { freshness } from './p2-2-freshness.ts';
import { ownership } from './p2-3-ownership.ts';
import { reach } from './p2-4-reach.ts';
import { linkToAnswer } from './p2-5-link-to-answer.ts';
import { processCoverage } from './p2-6-process-coverage.ts';
import { outcomeLinkage } from './p3-1-outcome-linkage.ts';
import { acceptanceCriteria } from './p3-2-acceptance-criteria.ts';
import { predictability } from './p3-3-predictability.ts';
import { presenceWeight } from './p3-4-presence-weight.ts';
import { deliveryOutcome } from './p3-5-delivery-outcome.ts';
import { outcomeClarity } from './p3-without-source.ts';
import { openChannels } from './p4-1-open-channels.ts';
import { workObjects } from './p4-2-work-objects.ts';
import { integrationCoverage } from './p4-3-integration-coverage.ts';
import { singleSource } from './p4-4-single-source.ts';
import { seatUtilisation } from './p4-5-seat-utilisation.ts';
import { effectiveToolsPerDay } from './p4-6-effective-tools.ts';
import { effectiveDeciders } from './p5-1-effective-deciders.ts';
import { roleCompleteness } from './p5-2-role-completeness.ts';
import { levelOfDecision } from './p5-3-level-of-decision.ts';
import { externalApproval } from './p5-4-external-approval.ts';
import { decisionLeadTime } from './p5-5-decision-lead-time.ts';
import { asynchronousDecisions } from './p5-6-asynchronous-decisions.ts';

/** Every signal of METHOD 1, in its order. */
export const signals: readonly SignalUnit[] = [
  // Principles
  meetingLoad,
  focusShare,
  afterHoursShare,
  responseWindow,
  overlapDependence,
  progressWithoutOverlap,
  writtenTrace,
  freshness,
  ownership,
  reach,
  linkToAnswer,
  processCoverage,
  outcomeLinkage,
  acceptanceCriteria,
  predictability,
  presenceWeight,
  deliveryOutcome,
  outcomeClarity,
  openChannels,
  workObjects,
  integrationCoverage,
  singleSource,
  seatUtilisation,
  effectiveToolsPerDay,
  effectiveDeciders,
  roleCompleteness,
  levelOfDecision,
  externalApproval,
  decisionLeadTime,
  asynchronousDecisions,
  // Differences
  writtenShare,
  writtenTraceOfTalk,
  statusHours,
  messageBursts,
  threadUse,
  decisionRoles,
  decisionsFromOutside,
  approvalHops,
  discoverableDecisions,
  reversals,
  freshStatus,
  workInTracker,
  openBoards,
  ageOfWork,
  freshKnowledge,
  busFactor,
  searchSuccess,
  repeatedQuestions,
  onboardingRead,
  // Challenges
  meetingRebound,
  adoptionGap,
  leaderGap,
  shadowReturn,
  resistancePulse,
  orphanPages,
  nearDuplicates,
  pagesPerPerson,
  writeReadImbalance,
  timeToFind,
  toolsPerCapability,
  parallelTools,
  betweenTeams,
  manualHandoffs,
  shadowShare,
  duplicatesPerPerson,
  surveillanceTools,
  privateShare,
  superiorsInCopy,
  trivialApprovals,
  safetyPulse,
];
