import { fromAudit, same } from './explanation.ts';
import { known, plain } from './numbers.ts';

const CAUSES = {
  world: 'sources and rules are the same',
  sources: 'the sources differ, so the organisation may not have moved at all',
  rules: 'the rules differ, so the two are not the same figure',
} as const;

/** A headline figure against the earlier audit. */
export const change = fromAudit(
  'change',
  (audit) => audit.changes?.figures.map(({ id }) => id) ?? [],
  (id, audit) => {
    const found = audit.changes?.figures.find((entry) => same(entry.id, id));
    if (found === undefined || audit.changes === null) return null;
    const { before, now, interval, moved, unit, cause } = found;
    const difference = before === null || now === null ? null : now - before;
    return {
      id: found.id,
      kind: 'change',
      title: found.title,
      lines: [
        `Since ${audit.changes.since.start} to ${audit.changes.since.end}: ${known(now)} - ${known(before)} = ${known(difference)} ${unit}.`,
        ...(interval === null
          ? []
          : [
              `95 % interval of the change: ${plain(interval[0])} to ${plain(interval[1])}${moved === 'unclear' ? '; it holds 0, so no change can be told' : ''}.`,
            ]),
        `Compared: ${CAUSES[cause]}. What caused it is not claimed.`,
      ],
      evidence: [],
      inputs: [
        { name: 'before', value: before },
        { name: 'now', value: now },
      ],
    };
  },
);
