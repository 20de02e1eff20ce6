import type { AuditTool } from '../../model/audit/structure.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { FindingContext } from './rule.ts';

/** The rows of the contracts of a tool that end with the term in question. */
export function contractEvidence({ id, contract }: AuditTool, { snapshot }: FindingContext): readonly Evidence[] {
  return snapshot.contracts
    .filter((row) => row.tool === id && row.end === (contract?.renewedFrom ?? contract?.end))
    .map((row) => row.evidence);
}
