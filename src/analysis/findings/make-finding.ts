import type { AuditTool, Finding } from '../../model/audit/structure.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { StatedFinding } from './rule.ts';

type Stated = Pick<Finding, 'rule' | 'title' | 'severity' | 'because'> &
  Partial<Pick<Finding, 'capability' | 'saving'>>;

const PLACES_PER_TOOL = 3;

/** Id from rule, subjects and capability, so it stays the same from quarter to quarter. */
export function makeFinding(
  stated: Stated,
  tools: readonly AuditTool[],
  evidence: readonly Evidence[] = [],
): StatedFinding {
  const subjects = tools.map((tool) => tool.id);
  const capability = stated.capability ?? null;
  return {
    id: [stated.rule, subjects.join('+'), capability ?? ''].filter((part) => part !== '').join(':'),
    ...stated,
    subjects,
    capability,
    saving: stated.saving ?? null,
    evidence: [...evidence, ...tools.flatMap((tool) => tool.evidence.slice(0, PLACES_PER_TOOL))],
  };
}

/** Tools by name, the order of the lists in findings. */
export function byName(tools: readonly AuditTool[]): readonly AuditTool[] {
  return [...tools].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}
