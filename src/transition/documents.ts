import type { DaciRecord } from '../model/audit/consolidation.ts';
import type { Transition } from '../model/audit/transition.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { addDays } from '../util/day-arithmetic.ts';
import type { DatedMove } from './schedule.ts';

type Document = Transition['documents'][number];

/** Charter, one DACI record per decision and one runbook per migration, as lines of text (METHOD 4.5). */
export function documentsOf(
  charter: Transition['charter'],
  homes: Transition['homes'],
  moves: readonly DatedMove[],
  snapshot: Snapshot,
): Document[] {
  return [
    charterDocument(charter, homes, snapshot),
    ...moves.map(({ movement }) => ({
      id: `daci-${movement.tool.id}`,
      title: `Decision record: ${movement.tool.name}`,
      kind: 'daci',
      body: daciLines(movement.decision.daci),
    })),
    ...moves.filter(({ movement }) => movement.isMigration).map((move) => runbook(move, snapshot)),
  ];
}

function charterDocument(
  charter: Transition['charter'],
  homes: Transition['homes'],
  { organisation, people, asOf }: Snapshot,
): Document {
  const zones = [...new Set(people.map(({ timeZone }) => timeZone).filter((zone) => zone !== null))].length;
  return {
    id: 'charter',
    title: 'Communication charter',
    kind: 'charter',
    body: [
      `Draft for ${organisation.name}. Teams rewrite it together and sign it; it is not imposed.`,
      'Channels',
      ...charter.map(
        ({ channel, tool, use, reply, escalation }) =>
          `${channel} (${tool ?? 'no tool in use; to be named'}): ${use}. Reply: ${reply}. If not: ${escalation}.`,
      ),
      'Quiet hours',
      zones > 1
        ? `People work in ${zones} time zones. Nobody is expected to read or answer outside their own working hours.`
        : 'Nobody is expected to read or answer outside their own working hours.',
      'Meetings',
      'A meeting decides, debates or bonds; anything else is written. A document is there 24 hours before; without it the meeting does not take place.',
      'Default public',
      'Work is discussed where colleagues can read it. Private is for people, pay and what the law protects.',
      'Handover',
      'Who stops writes: state, open points, next person, link.',
      'Homes',
      ...homes.map(
        ({ objectType, home, proposed }) => `${objectType}: ${home ?? `${proposed ?? 'to be named'} (proposed)`}`,
      ),
      'Review',
      `On ${addDays(asOf, 90)}, then every half year.`,
    ],
  };
}

/** The record as lines; roles that nobody named stay open. */
export function daciLines(daci: DaciRecord): string[] {
  const list = (roles: readonly string[]) => (roles.length === 0 ? 'none' : roles.join('; '));
  return [
    `Decision: ${daci.decision}`,
    `Due: ${daci.due ?? 'no date binds it'}`,
    `Reversibility: ${daci.reversibility}`,
    `Driver: ${daci.driver ?? 'to be named'}`,
    `Approver: ${daci.approver ?? 'to be named'}`,
    `Contributors: ${list(daci.contributors)}`,
    `Informed: ${list(daci.informed)}`,
    ...daci.options.map(({ option, evidence }) => `Option: ${option} ${evidence}`),
    'Decided: ',
    `Review: ${daci.reviewDate ?? 'to be set'}`,
  ];
}

function runbook({ movement, dates }: DatedMove, snapshot: Snapshot): Document {
  const { tool, target, decision } = movement;
  const to = target?.name ?? 'its new home';
  const nameOf = (id: string) => snapshot.tools.find((each) => each.id === id)?.name ?? id;
  const joined = snapshot.integrations
    .filter(({ state, from, to: end }) => state === 'live' && (from === tool.id || end === tool.id))
    .map(({ from, to: end }) => nameOf(from === tool.id ? end : from));
  const edges = [...new Set(joined)];
  return {
    id: `runbook-${tool.id}`,
    title: `Runbook: ${tool.name} to ${to}`,
    kind: 'runbook',
    body: [
      `Driver: ${decision.daci.driver ?? 'to be named'}. Decision record: daci-${tool.id}.`,
      `Scope: everything that teams do in ${tool.name}. Not in scope: ${decision.lost.length === 0 ? 'nothing is known to be lost' : decision.lost.join(' ')}`,
      'Data map: spaces, records, files, comments, permissions, each with its count and its place in the new tool.',
      'Retention and legal hold: asked before the first export; nothing is deleted without an answer.',
      'Export proof: counts and checksums of the full export, kept with this runbook.',
      `Integrations to rebuild and test: ${edges.length === 0 ? 'none known' : edges.join(', ')}.`,
      `Identity and access: groups in ${to} follow the teams; single sign-on first, then accounts.`,
      `Start ${dates.start}: pilot with the people who use it most; then announce the read-only date.`,
      ...(dates.goNoGo === null ? [] : [`Go or no-go ${dates.goNoGo}: the pilot meets the acceptance below.`]),
      ...(dates.noticeDeadline === null
        ? []
        : [`Notice by ${dates.noticeDeadline}, in the form that the contract asks for.`]),
      `Cut-over ${dates.cutOver}: write in ${to}, read in ${tool.name}.`,
      `Parallel run until ${dates.parallelEnds}; after it ${tool.name} is closed for reading as well.`,
      'Acceptance: at least 95 % of objects moved, no critical integration failing, at least 80 % of former users active within 14 days, help tickets falling for two weeks.',
      `Rollback: if acceptance fails, go back to ${tool.name} before ${dates.parallelEnds}.`,
      `Decommission by ${dates.exit}: revoke tokens, delete accounts, final export, certificate of deletion.`,
      'Savings booking: the first invoice without the tool is filed with finance.',
    ],
  };
}
