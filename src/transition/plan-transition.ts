import type { Consolidation } from '../model/audit/consolidation.ts';
import type { Profile } from '../model/audit/profile.ts';
import type { Structure } from '../model/audit/structure.ts';
import type { Transition } from '../model/audit/transition.ts';
import type { Policy } from '../model/policy.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { calendarOf } from './calendar.ts';
import { charterOf } from './charter.ts';
import { DECISION_RIGHTS } from './decision-rights.ts';
import { documentsOf } from './documents.ts';
import { homesOf } from './homes.ts';
import { keptHomes } from './kept-homes.ts';
import { movements } from './movements.ts';
import { risksOf } from './risks.ts';
import { schedule } from './schedule.ts';
import { stepsOf } from './steps.ts';
import { trainingOf } from './training.ts';
import { waveReport } from './wave-report.ts';

/**
 * The dated way from here to the tools that stay (METHOD 4): five gates, waves, calendar, decision rights, charter,
 * homes, training, risks and documents. A plan as data; nothing is carried out.
 */
export function planTransition(
  snapshot: Snapshot,
  structure: Structure,
  profile: Profile,
  consolidation: Consolidation,
  policy: Policy,
): Transition {
  const moves = schedule(movements(snapshot, structure, consolidation, policy), snapshot, policy);
  const homeOf = keptHomes(structure, consolidation);
  const nameOf = (id: string) => structure.tools.find((tool) => tool.id === id)?.name ?? id;
  const charter = charterOf(homeOf, nameOf);
  const homes = homesOf(structure, homeOf, nameOf);
  const k = snapshot.privacy.k.usage;
  return {
    steps: stepsOf(structure, profile, moves.length),
    waves: waveReport(moves, {
      asOf: snapshot.asOf,
      currency: snapshot.organisation.currency,
      bufferDays: policy.decision_buffer_days,
      printableTeams: new Set(snapshot.teams.filter(({ size }) => size >= k).map(({ id }) => id)),
    }),
    calendar: calendarOf(structure, policy, moves, snapshot.asOf),
    decisionRights: DECISION_RIGHTS,
    charter,
    homes,
    training: trainingOf(moves, snapshot.asOf),
    risks: risksOf({ snapshot, structure, consolidation, moves, bufferDays: policy.decision_buffer_days }),
    documents: documentsOf(charter, homes, moves, snapshot),
  };
}
