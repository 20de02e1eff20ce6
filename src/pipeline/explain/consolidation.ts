import { fromAudit, same, toolName } from './explanation.ts';
import { amount } from './numbers.ts';

/** Tools that were chosen together. */
export const group = fromAudit(
  'group',
  (audit) => audit.consolidation.groups.map(({ id }) => id),
  (id, audit) => {
    const found = audit.consolidation.groups.find((entry) => same(entry.id, id));
    if (found === undefined) return null;
    const names = (ids: readonly string[]) => ids.map((tool) => toolName(audit, tool)).join(', ') || 'none';
    const { baseline, objective } = found;
    return {
      id: found.id,
      kind: 'group',
      title: `Chosen together: ${names(found.tools)}`,
      lines: [
        `Joined by: ${found.capabilities.join(', ')}.`,
        `Status: ${found.status}; ${found.enumerated} combinations priced. Kept: ${names(found.keep)}.`,
        ...(baseline === null || objective === null
          ? ['Its cost is not known.']
          : [
              `Over ${audit.consolidation.horizonYears} years: today ${amount(baseline)} - under the plan ${amount(objective)} = ${amount({ ...baseline, minor: baseline.minor - objective.minor })} less.`,
            ]),
        found.note,
        'METHOD 3.3, 3.4.',
      ],
      evidence: [],
    };
  },
);

/** Named points between cost and disruption. */
export const plan = fromAudit(
  'plan',
  (audit) => audit.consolidation.plans.map(({ id }) => id),
  (id, audit) => {
    const found = audit.consolidation.plans.find((entry) => same(entry.id, id));
    if (found === undefined) return null;
    return {
      id: found.id,
      kind: 'plan',
      title: found.title,
      lines: [
        `Retires: ${found.retires.map((tool) => toolName(audit, tool)).join(', ') || 'nothing'}.`,
        `Moves of people to another tool: ${found.moves}.`,
        `Cost over ${audit.consolidation.horizonYears} years: ${found.total === null ? 'unknown' : amount(found.total)}; cash saved a year: ${found.cashRunRate === null ? 'unknown' : amount(found.cashRunRate)}.`,
        'An exact point of the trade-off between cost and user moves (METHOD 3.5).',
      ],
      evidence: [],
    };
  },
);
