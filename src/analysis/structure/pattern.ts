import type { AuditCapability } from '../../model/audit/structure.ts';

/**
 * METHOD 6a.7. D1 < 1.05 is one tool; else the part of ln D1 that lies between teams decides: over two thirds silo, under
 * one third duplicate. Without activity, or without teams where there is more than one tool, it is unknown.
 */
export function patternOf(d1: number | null, beta: number | null): AuditCapability['pattern'] {
  if (d1 === null) return 'unknown';
  if (d1 < 1.05) return 'single';
  if (beta === null) return 'unknown';
  const between = Math.log(beta) / Math.log(d1);
  if (between > 2 / 3) return 'silo';
  return between < 1 / 3 ? 'duplicate' : 'mixed';
}
