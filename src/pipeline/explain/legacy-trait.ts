import { fromAudit, located, same } from './explanation.ts';
import { score, withUnit } from './numbers.ts';
import { constructsOf } from './signal.ts';

/** A trait of the industrial playbook, as the mirror of signals. */
export const legacyTrait = fromAudit(
  'legacy-trait',
  (audit) => audit.legacyTraits.map(({ id }) => id),
  (id, audit) => {
    const found = audit.legacyTraits.find((entry) => same(entry.id, id));
    if (found === undefined) return null;
    const all = constructsOf(audit).flatMap((construct) => construct.signals);
    const signals = found.signals.flatMap((own) => all.find((entry) => entry.id === own) ?? []);
    return {
      id: found.id,
      kind: 'legacy-trait',
      title: found.title,
      lines: [
        'A trait of the industrial playbook, read off signals of the profile; it has no score of its own (METHOD 6a.26).',
        `In this audit (${found.state}): ${found.words}`,
        ...signals.map(({ id: own, title, words, state, value, unit, score: scored }) =>
          state === 'suppressed'
            ? `${own} ${title}: withheld.`
            : value === null
              ? `${own} ${title}: unknown (${state}).`
              : `${own} ${title}: ${words} = ${withUnit(value, unit)}${scored === null ? '' : `; score ${score(scored)}`}.`,
        ),
      ],
      evidence: located(
        audit,
        signals.flatMap(({ evidence }) => evidence),
      ),
      inputs: signals.map(({ id: name, state, value }) => ({
        name,
        value: state === 'suppressed' ? 'withheld' : value,
      })),
    };
  },
);
