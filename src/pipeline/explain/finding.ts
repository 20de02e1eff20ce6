import { findingRules } from '../../analysis/findings/registry.ts';
import type { Audit } from '../../model/audit/audit.ts';
import type { Finding } from '../../model/audit/structure.ts';
import { type Explanation, fromAudit, located, same, toolName } from './explanation.ts';
import { amount } from './numbers.ts';

export const finding = fromAudit(
  'finding',
  (audit) => audit.findings.map(({ id }) => id),
  (id, audit) => {
    const found = audit.findings.find((entry) => same(entry.id, id));
    return found === undefined ? null : explainFinding(found, audit);
  },
);

const SEVERITY: Readonly<Record<Finding['severity'], string>> = {
  act: 'to act on',
  look: 'to look at',
  note: 'to note',
};

/** METHOD 4.4. */
const STEPS = ['charter', 'decision frameworks', 'single source', 'tool clean-up', 'training'];

function explainFinding(found: Finding, audit: Audit): Explanation {
  const meta = findingRules.find((rule) => rule.meta.id === found.rule)?.meta;
  const related = [
    ...found.subjects.map((id) => toolName(audit, id)),
    ...(found.capability === null ? [] : [`capability ${found.capability}`]),
  ];
  return {
    id: found.id,
    kind: 'finding',
    title: found.title,
    lines: [
      ...(meta === undefined
        ? []
        : [`Rule ${found.rule}: ${meta.title}. Stated when: ${meta.condition} (${meta.reference})`]),
      `Weight: ${SEVERITY[found.severity]}. It belongs to step ${found.step} of the transition, ${STEPS[found.step - 1] ?? ''}.`,
      ...found.because,
      found.saving === null
        ? 'Money: none in it, or the price is not known.'
        : `Money: ${amount(found.saving)} a year, gross, before the bridge (explain savings).`,
      ...(related.length === 0 ? [] : [`About: ${related.join(', ')}.`]),
    ],
    evidence: located(audit, found.evidence),
  };
}
