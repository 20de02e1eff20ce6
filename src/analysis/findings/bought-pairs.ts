import type { AuditCapability } from '../../model/audit/structure.ts';
import type { Cell } from '../structure/cube.ts';
import { sameSuite } from '../structure/suites.ts';
import type { FindingContext } from './rule.ts';

/**
 * Tools that are bought for a capability and have people active in it. A suite seen without its members is left out: which
 * part of it was used is not known.
 */
export function boughtAndUsed({ cube }: FindingContext, { id }: AuditCapability): readonly Cell[] {
  return (cube.get(id) ?? []).filter((cell) => cell.strength === 3 && !cell.inferred && (cell.users?.size ?? 0) > 0);
}

/** Their pairs where several tools are not simply normal (METHOD 6a.24). */
export function boughtPairs(context: FindingContext, capability: AuditCapability): readonly (readonly [Cell, Cell])[] {
  // Co-use of people is not looked at under the works-council profile (METHOD 5).
  if (capability.oneHome === 'free' || context.snapshot.privacy.profile === 'works-council') return [];
  const cells = boughtAndUsed(context, capability);
  return cells
    .flatMap((a, i) => cells.slice(i + 1).map((b) => [a, b] as const))
    .filter(([a, b]) => !sameSuite(a.tool, b.tool));
}
