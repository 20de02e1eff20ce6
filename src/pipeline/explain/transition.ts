import type { Audit } from '../../model/audit/audit.ts';
import type { Move } from '../../model/audit/transition.ts';
import { type Explanation, fromAudit, same, toolName } from './explanation.ts';
import { plain } from './numbers.ts';

type Entry = Pick<Explanation, 'id' | 'title' | 'lines'>;

/** Moves, dates, risks and documents of the plan by their ids. */
export const transition = fromAudit(
  'transition',
  (audit) => entries(audit).map(({ id }) => id),
  (id, audit) => {
    const found = entries(audit).find((entry) => same(entry.id, id));
    return found === undefined ? null : { ...found, kind: 'transition', evidence: [] };
  },
);

function entries(audit: Audit): readonly Entry[] {
  const { waves, calendar, risks, documents, steps } = audit.transition;
  return [
    ...steps.map(({ step, title, criterion, value, state, actions }) => ({
      id: `step-${step}`,
      title: `Step ${step}: ${title}`,
      lines: [`Done when: ${criterion}`, `Today (${state}): ${value}`, ...actions.map((action) => `${action}.`)],
    })),
    ...waves.map(({ id, title, from, to, moves, gate }) => ({
      id: `wave-${id}`,
      title: `Wave ${id}: ${title}`,
      lines: [
        `From ${from ?? 'no date'} to ${to ?? 'no date'}; ${moves.length} moves: ${moves.map((move) => move.id).join(', ') || 'none'}.`,
        `Gate: ${gate}`,
      ],
    })),
    ...waves.flatMap(({ id, moves }) => moves.map((move) => moveEntry(move, id, audit))),
    ...calendar.map(({ id, title, date, kind, state, tool }) => ({
      id,
      title,
      lines: [`${date}: ${kind} (${state}).`, ...(tool === null ? [] : [`About ${toolName(audit, tool)}.`])],
    })),
    ...risks.map(({ id, risk, trigger, response, tools, probability, impact }) => ({
      id,
      title: risk,
      lines: [
        `Trigger: ${trigger}`,
        `Response: ${response}`,
        `Probability ${probability}; impact: ${impact}${tools.length === 0 ? '' : `. Tools: ${tools.join(', ')}`}.`,
        'METHOD 4.6.',
      ],
    })),
    ...documents.map(({ id, title, kind, body }) => ({
      id,
      title,
      lines: [`A draft of kind ${kind} with ${body.length} paragraphs; it lies among the documents of the report.`],
    })),
  ];
}

function moveEntry(move: Move, wave: number, audit: Audit): Entry {
  const { contractEnd, noticeDeadline, cutOver, start, goNoGo, parallelEnds } = move;
  const { parallel_run_days, migration_days, decision_buffer_days } = audit.policy;
  const dates = [
    ['start', start],
    ['go or no go', goNoGo],
    ['notice by', noticeDeadline],
    ['cut-over', cutOver],
    ['parallel run ends', parallelEnds],
    ['contract ends', contractEnd],
  ].flatMap(([name, day]) => (day === null ? [] : [`${name} ${day}`]));
  return {
    id: move.id,
    title: `${move.verdict}: ${toolName(audit, move.tool)}${move.target === null ? '' : ` to ${toolName(audit, move.target)}`}`,
    lines: [
      `Wave ${wave}; decision ${move.decision}.`,
      dates.length === 0 ? 'No contract dates it.' : `Dates: ${dates.join('; ')}.`,
      `Counted back from the contract: cut-over ${parallel_run_days} days before its end, start ${migration_days} days before that, go or no go ${decision_buffer_days} days before notice (METHOD 4.1).`,
      `Load: ${plain(move.load)} of the change capacity of ${move.teams.join(', ') || 'no team'} (METHOD 4.3).`,
      ...(move.after.length === 0 ? [] : [`After: ${move.after.join(', ')}.`]),
      ...(move.note === null ? [] : [move.note]),
    ],
  };
}
