import type { Transition } from '../model/audit/transition.ts';
import { addDays } from '../util/day-arithmetic.ts';
import type { DatedMove } from './schedule.ts';

type Topic = Transition['training'][number];

/** Writing before tools: the fifth step is about how updates are written, not where. Days after the as-of date. */
const WRITING: readonly (Omit<Topic, 'when'> & { readonly afterDays: number })[] = [
  {
    topic: 'The weekly update: what changed, what is next, what is in the way',
    audience: 'Team leads',
    afterDays: 14,
    measure: 'Every team posts one for four weeks running',
  },
  {
    topic: 'The proposal: context, options, recommendation, who decides by when',
    audience: 'Everyone who drives a decision',
    afterDays: 21,
    measure: 'At least 70 % of new decision records are complete',
  },
  {
    topic: 'The handover: state, open points, next person, link',
    audience: 'Teams that work across time zones or shifts',
    afterDays: 28,
    measure: 'Handovers are answered without a call',
  },
  {
    topic: 'Turning a meeting into a document',
    audience: 'Everyone who invites to a recurring meeting',
    afterDays: 35,
    measure: 'Each recurring meeting has a document or an end date',
  },
];

/** Writing courses, then one session per tool that takes work over, a week before its first cut-over. */
export function trainingOf(moves: readonly DatedMove[], asOf: string): Topic[] {
  const writing = WRITING.map(({ afterDays, ...topic }) => ({ ...topic, when: addDays(asOf, afterDays) }));
  const seen = new Set<string>();
  const tools = moves.flatMap(({ movement, dates }) => {
    const { target, tool, isMigration } = movement;
    if (!isMigration || target === null) return [];
    const key = `${tool.id}>${target.id}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      {
        topic: `Working in ${target.name}: where things are, what was moved, how to ask`,
        audience: `Everyone who used ${tool.name}`,
        when: addDays(dates.cutOver, -7),
        measure: 'First use within 14 days of the cut-over',
      },
    ];
  });
  return [...writing, ...tools];
}
