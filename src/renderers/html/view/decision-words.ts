import type { ToolDecision, Verdict } from '../../../model/audit/consolidation.ts';
import { byText } from '../../format/words.ts';
import type { Context } from './context.ts';

const phrases: Readonly<Record<Verdict, (tool: string, target: string | null) => string>> = {
  keep: (tool) => `Keep ${tool}`,
  'cut seats': (tool) => `Cut the seats of ${tool}`,
  'downgrade tier': (tool) => `Take a smaller plan of ${tool}`,
  'merge workspaces': (tool) => `Merge the workspaces of ${tool}`,
  renegotiate: (tool) => `Renegotiate ${tool}`,
  integrate: (tool, target) => (target === null ? `Integrate ${tool}` : `Integrate ${tool} with ${target}`),
  retire: (tool, target) => (target === null ? `Retire ${tool}` : `Retire ${tool}, move to ${target}`),
  'not enough evidence': (tool) => `Not enough evidence on ${tool}`,
};

/** A decision as one would say it: `Retire Confluence, move to Notion`. */
export function decisionTitle(context: Context, decision: ToolDecision): string {
  const target = decision.target === null ? null : context.tool(decision.target);
  return phrases[decision.verdict](context.tool(decision.tool), target);
}

/** Decisions that ask somebody to act, by deadline, undated ones last, then by id. */
export function askedDecisions({ audit }: Context): ToolDecision[] {
  return audit.consolidation.decisions
    .filter((d) => d.verdict !== 'keep' && d.verdict !== 'not enough evidence')
    .sort(byText((d) => `${d.decideBy ?? '9999'} ${d.id}`));
}

/** Fragment of a decision's card: by position, since ids come from outside. */
export function decisionAnchor({ audit }: Context, decision: ToolDecision): string {
  return `decision-${audit.consolidation.decisions.indexOf(decision) + 1}`;
}
