import type { Metric } from './metric.ts';
import { concentration } from './units/concentration.ts';
import { duplicateSeats } from './units/duplicate-seats.ts';
import { effectiveDeciders } from './units/effective-deciders.ts';
import { effectiveTools } from './units/effective-tools.ts';
import { effectiveToolsBySpend } from './units/effective-tools-by-spend.ts';
import { fragmentation } from './units/fragmentation.ts';
import { integrationDensity } from './units/integration-density.ts';
import { manualHandoffShare } from './units/manual-handoff-share.ts';
import { manualMinutes } from './units/manual-minutes.ts';
import { needCoverage } from './units/need-coverage.ts';
import { needCoverageByPath } from './units/need-coverage-by-path.ts';
import { parallelTools } from './units/parallel-tools.ts';
import { seatUtilisation } from './units/seat-utilisation.ts';
import { shadowShare } from './units/shadow-share.ts';
import { signOnBySpend } from './units/sign-on-by-spend.ts';
import { signOnByTool } from './units/sign-on-by-tool.ts';
import { signOnByUser } from './units/sign-on-by-user.ts';
import { singleSourceByVolume } from './units/single-source-by-volume.ts';
import { singleSourceIndex } from './units/single-source-index.ts';
import { teamDivergence } from './units/team-divergence.ts';
import { toolsBetweenTeams } from './units/tools-between-teams.ts';
import { toolsPerPersonDay } from './units/tools-per-person-day.ts';
import { toolsWithinTeams } from './units/tools-within-teams.ts';
import { unseenTools } from './units/unseen-tools.ts';

/** Every metric, in the order in which tables list them. */
export const metrics: readonly Metric[] = [
  effectiveTools,
  effectiveToolsBySpend,
  concentration,
  fragmentation,
  toolsWithinTeams,
  toolsBetweenTeams,
  teamDivergence,
  duplicateSeats,
  parallelTools,
  seatUtilisation,
  needCoverage,
  needCoverageByPath,
  integrationDensity,
  manualHandoffShare,
  manualMinutes,
  singleSourceIndex,
  singleSourceByVolume,
  signOnByTool,
  signOnByUser,
  signOnBySpend,
  shadowShare,
  unseenTools,
  toolsPerPersonDay,
  effectiveDeciders,
];
