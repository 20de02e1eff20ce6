import { recordsInWindow } from '../principles/decision-facts.ts';
import { evidenceOf } from '../principles/reading.ts';
import { makeFinding } from './make-finding.ts';
import type { FindingRule } from './rule.ts';
import { numberOf } from './words.ts';

/** Under twenty records no share is told (METHOD 1 P5). */
const ENOUGH_RECORDS = 20;
/** Step 2 is done when seven of ten records have their roles (METHOD 4.4). */
const TOO_MANY = 0.3;

export const decisionsWithoutApprover = {
  meta: {
    id: 'decisions-without-approver',
    title: 'Decisions without exactly one approver',
    condition:
      'Decision records of the window say who approves, and at least one names nobody or several. The share is told from 20 records on.',
    reference: 'METHOD 1 P5.2, 4.4, 4.5',
    step: 2,
  },
  find({ snapshot, facts }) {
    const records = recordsInWindow({ snapshot, facts });
    // Without one approver in any of them the column is missing, which says nothing about the decisions.
    if (!records.some(({ approver }) => approver !== null && approver.length > 0)) return [];
    const open = records.filter(({ approver }) => approver?.length !== 1);
    if (open.length === 0) return [];
    const several = open.filter(({ approver }) => (approver?.length ?? 0) > 1).length;
    const share = open.length / records.length;
    const enough = records.length >= ENOUGH_RECORDS;
    const count = numberOf(open.length, 'decision record', 'decision records');
    const part = `${open.length} of ${records.length} decision records (${Math.round(share * 100)} %)`;
    const title = `${enough ? part : count} ${open.length === 1 ? 'does' : 'do'} not name exactly one approver`;
    const because = [
      `${open.length - several} name nobody, ${several} name more than one.`,
      ...(enough ? [] : [`Fewer than ${ENOUGH_RECORDS} records lie in the window, so no share is told.`]),
    ];
    const severity = enough && share > TOO_MANY ? 'look' : 'note';
    return [makeFinding({ rule: 'decisions-without-approver', title, severity, because }, [], evidenceOf(open))];
  },
} satisfies FindingRule;
