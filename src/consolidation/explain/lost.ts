import type { CapabilityVector } from '../../model/capability.ts';
import type { Estate, EstateTool } from '../estate.ts';

/** What goes with a retired tool and where it goes instead: jobs at strength 2 or 3 that the target does worse or not. */
export function whatIsLost(
  tool: EstateTool,
  target: EstateTool | undefined,
  estate: Estate,
  retired: ReadonlySet<string>,
): string[] {
  if (tool.users?.size === 0) return [];
  const lines: string[] = [];
  for (const { id, name } of estate.capabilities) {
    const strength = tool.vector[id] ?? 0;
    const there = target?.vector[id] ?? 0;
    if (strength < 2 || there >= strength) continue;
    lines.push(`${name}: ${whereItGoes(id, there, target, tool, estate, retired)}`);
  }
  return lines;
}

function whereItGoes(
  capability: keyof CapabilityVector,
  there: number,
  target: EstateTool | undefined,
  tool: EstateTool,
  estate: Estate,
  retired: ReadonlySet<string>,
): string {
  if (there === 2 && target !== undefined) return `${target.name} does it, less completely.`;
  const others = estate.tools.filter(
    (other) => other.id !== tool.id && !retired.has(other.id) && (other.vector[capability] ?? 0) >= 2,
  );
  const best = others.reduce<EstateTool | undefined>(
    (most, other) => ((other.vector[capability] ?? 0) > (most?.vector[capability] ?? 0) ? other : most),
    undefined,
  );
  if (best !== undefined) return `goes to ${best.name}.`;
  return there === 1 && target !== undefined ? `only in part in ${target.name}.` : 'no other tool in use does it.';
}
