import type { AuditTool, Finding } from '../model/audit/structure.ts';
import type { Evidence } from '../model/evidence.ts';
import type { SourceRecord } from '../model/observation.ts';
import { SEAT_CELLS } from './seat-row.ts';

/** Sections whose files have a row for each person. */
const BY_PERSON = ['accounts', 'usageDays', 'people'];

function hidesPeople({ seats, users }: AuditTool): boolean {
  return [users, seats.neverUsed, ...SEAT_CELLS.map((cell) => seats[cell])].includes('suppressed');
}

/** Whole files instead of rows for sources with a row for each person. */
function withoutRows(evidence: readonly Evidence[], byPerson: ReadonlySet<string>): Evidence[] {
  const places = evidence.map(({ source, row }) => ({ source, row: byPerson.has(source) ? null : row }));
  return [...new Map(places.map((place) => [`${place.source}\n${place.row}`, place])).values()];
}

/**
 * Evidence of tools with withheld counts, and of findings about them, names the file and not each row of it: as many
 * rows as people would tell what the count withholds. Everything else keeps its rows.
 */
export function protectEvidence(
  tools: readonly AuditTool[],
  findings: readonly Finding[],
  sources: readonly SourceRecord[],
): { readonly tools: AuditTool[]; readonly findings: Finding[] } {
  const byPerson = new Set(
    sources.filter(({ provides }) => provides.some((section) => BY_PERSON.includes(section))).map(({ id }) => id),
  );
  const hidden = new Set(tools.filter(hidesPeople).map(({ id }) => id));
  return {
    tools: tools.map((tool) =>
      hidden.has(tool.id) ? { ...tool, evidence: withoutRows(tool.evidence, byPerson) } : tool,
    ),
    findings: findings.map((finding) =>
      finding.subjects.some((subject) => hidden.has(subject))
        ? { ...finding, evidence: withoutRows(finding.evidence, byPerson) }
        : finding,
    ),
  };
}
