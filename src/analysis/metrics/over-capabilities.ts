import type { AuditCapability, Structure } from '../../model/audit/structure.ts';
import { type Outcome, outcomeOf } from './metric.ts';
import { sum } from './sum.ts';

/**
 * Mean of a capability's figure, each capability weighing by the people active in its tools. Coverage is the share of
 * that weight for which the figure is known.
 */
export function overCapabilities(
  { capabilities }: Pick<Structure, 'capabilities'>,
  figure: (capability: AuditCapability) => number | null,
): Outcome {
  const rows = capabilities.map((capability) => ({ weight: activePeople(capability), value: figure(capability) }));
  const known = rows.filter((row) => row.value !== null && row.weight > 0);
  const [part, all] = [sum(known.map((row) => row.weight)), sum(rows.map((row) => row.weight))];
  const mean = part > 0 ? sum(known.map((row) => row.weight * (row.value ?? 0))) / part : null;
  return outcomeOf(
    mean,
    all > 0 ? part / all : 0,
    'Activity by tool',
    'sign-ins or accounts (templates events, usage)',
  );
}

function activePeople({ tools }: AuditCapability): number {
  return sum(tools.map(({ users }) => (typeof users === 'number' ? users : 0)));
}
