import { fromAudit, same } from './explanation.ts';
import { percentOf } from './numbers.ts';

/** A file or connector that the audit rests on. */
export const source = fromAudit(
  'source',
  (audit) => audit.sources.map(({ id }) => id),
  (id, audit) => {
    const found = audit.sources.find((entry) => same(entry.id, id) || (entry.file !== null && same(entry.file, id)));
    if (found === undefined) return null;
    const counted = audit.reconciliation.sources.find((entry) => entry.source === found.id);
    const buckets = Object.entries(counted?.buckets ?? {}).filter(([, count]) => count > 0);
    const rejected = audit.rejected.filter(({ at }) => at.source === found.id);
    return {
      id: found.id,
      kind: 'source',
      title: found.title,
      lines: [
        `${found.file === null ? 'Connector' : `File ${found.file}`} (${found.kind}).`,
        `It supplies ${found.provides.join(', ') || 'nothing'}; reliability ${percentOf(found.reliability)} (100 % a primary log, 85 % a vendor’s aggregate, 60 % self-declared, 50 % a heuristic; METHOD 0.2).`,
        ...(found.cannotTell === '' ? [] : [`It cannot tell: ${found.cannotTell}`]),
        counted === undefined
          ? `Rows: ${found.rows}.`
          : `Rows: ${counted.total} = ${buckets.map(([bucket, count]) => `${count} ${bucket}`).join(' + ') || '0'}.`,
        ...rejected.map(
          ({ at, field, reason }) => `Rejected${at.row === null ? '' : ` row ${at.row}`}, ${field}: ${reason}.`,
        ),
        ...(found.sha256 === null ? [] : [`Fingerprint (SHA-256): ${found.sha256}.`]),
      ],
      evidence: [{ file: found.file ?? found.title, row: null }],
    };
  },
);

/** What is missing. */
export const gap = fromAudit(
  'gap',
  (audit) => audit.gaps.map(({ id }) => id),
  (id, audit) => {
    const found = audit.gaps.find((entry) => same(entry.id, id));
    if (found === undefined) return null;
    const lines = [`Missing: ${found.section}. ${found.why}`, `Would be supplied by: ${found.wouldSupply}`];
    return { id: found.id, kind: 'gap', title: found.title, lines, evidence: [] };
  },
);

/** What the report says it does not know. */
export const notAssessed = fromAudit(
  'not-assessed',
  (audit) => audit.notAssessed.map(({ id }) => id),
  (id, audit) => {
    const found = audit.notAssessed.find((entry) => same(entry.id, id));
    if (found === undefined) return null;
    const lines = [found.why, `Would be supplied by: ${found.wouldSupply}`];
    return { id: found.id, kind: 'not-assessed', title: found.title, lines, evidence: [] };
  },
);
