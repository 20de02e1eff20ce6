import { fromAudit, located, same } from './explanation.ts';
import { score } from './numbers.ts';
import { constructsOf } from './signal.ts';

/** One of the parts that C3 falls into, each with another remedy (METHOD 2.9). */
export const fragmentationPart = fromAudit(
  'fragmentation',
  (audit) => audit.fragmentation.map(({ id }) => id),
  (id, audit) => {
    const found = audit.fragmentation.find((entry) => same(entry.id, id));
    if (found === undefined) return null;
    const signals = constructsOf(audit)
      .flatMap((construct) => construct.signals)
      .filter((signal) => found.asked.includes(signal.id));
    return {
      id: found.id,
      kind: 'fragmentation',
      title: found.title,
      lines: [
        'A part of C3 Tool fragmentation, which never stands without its parts: each has another remedy (METHOD 2.9).',
        `Mean severity of its known signals, 0 none to 100 severe: ${found.severity === null ? 'unknown' : score(found.severity)}. Known of ${found.asked.join(', ')}: ${found.signals.join(', ') || 'none'}.`,
        `Remedy: ${found.remedy}.`,
        ...signals.map(({ id: own, title, words, state }) => `${own} ${title}: ${words} (${state}).`),
      ],
      evidence: located(
        audit,
        signals.flatMap(({ evidence }) => evidence),
      ),
    };
  },
);
