import { deciderSpread } from '../effective-deciders.ts';
import { type Metric, outcomeOf } from '../metric.ts';

/** With fewer records the spread says more about the sample than about the organisation (METHOD P5.1). */
const RECORDS = 20;

export const effectiveDeciders = {
  meta: {
    id: 'effective-deciders',
    title: 'Effective number of deciders',
    unit: 'deciders',
    direction: 'higher is better',
    grade: 'D',
    formula:
      '1 / sum of squared shares of decisions made in the full weeks of the period by approver; two approvers count half each; from 20 records on',
    reference: 'METHOD P5.1, 6a.10',
    requires: ['decisions'],
  },
  measure({ snapshot, structure }) {
    const { start, end } = structure.people.window;
    const isInWindow = (day: string | null) => day !== null && day >= (start ?? '') && day <= (end ?? '');
    // As in P5.1: decided records that were proposed or decided in the window.
    const decided = snapshot.decisions.filter(
      (record) => record.decided !== null && (isInWindow(record.proposed) || isInWindow(record.decided)),
    );
    const records = decided.filter(({ approver }) => approver !== null && approver.length > 0);
    const counts = new Map<number, number>();
    for (const { approver } of records) {
      for (const person of approver ?? []) counts.set(person, (counts.get(person) ?? 0) + 1 / (approver?.length ?? 1));
    }
    const value = records.length < RECORDS ? null : (deciderSpread([...counts.values()])?.effectiveDeciders ?? null);
    const coverage = decided.length > 0 ? records.length / decided.length : 0;
    return outcomeOf(value, coverage, `${RECORDS} decision records with an approver`, 'decisions (template decisions)');
  },
} as const satisfies Metric<'decisions'>;
