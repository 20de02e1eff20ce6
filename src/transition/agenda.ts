import type { ToolDecision } from '../model/audit/consolidation.ts';
import { textOrder } from '../util/text-order.ts';

const MOST = 5;

/** Tools that go or join come before seats and prices; within each, the larger gross saving. */
function weight({ verdict, savingGross }: ToolDecision): number {
  const isChange = verdict === 'retire' || verdict === 'merge workspaces';
  return (isChange ? Number.MAX_SAFE_INTEGER / 2 : 0) + (savingGross?.minor ?? -1);
}

/**
 * Ids of the decisions for the director's page (REPORT, part 1): at most five, chosen by what they change and then by
 * gross saving, in the order in which they must be taken.
 */
export function agendaOf(decisions: readonly ToolDecision[]): string[] {
  return decisions
    .filter(({ verdict }) => verdict !== 'keep' && verdict !== 'not enough evidence')
    .sort((a, b) => weight(b) - weight(a) || textOrder(a.id, b.id))
    .slice(0, MOST)
    .sort((a, b) => textOrder(a.decideBy ?? '9999', b.decideBy ?? '9999') || textOrder(a.id, b.id))
    .map(({ id }) => id);
}
