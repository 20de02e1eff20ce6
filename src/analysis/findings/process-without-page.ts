import type { Process } from '../../model/snapshot.ts';
import { evidenceOf } from '../principles/reading.ts';
import { isCurrent } from '../principles/signals/p2-6-process-coverage.ts';
import { makeFinding } from './make-finding.ts';
import type { FindingRule } from './rule.ts';
import { listWords, numberOf } from './words.ts';

const SHOWN = 8;

export const processWithoutPage = {
  meta: {
    id: 'process-without-page',
    title: 'Critical processes without a current procedure',
    condition:
      'A process that the organisation declares critical has no written procedure, or one that is declared or dated out of use. A procedure of which nobody says whether it is current is not counted.',
    reference: 'METHOD 1 P2.6',
    step: 3,
  },
  find({ snapshot }) {
    const { processes, period } = snapshot;
    const verdicts = processes.map((process) => ({ process, current: isCurrent(process, period.end) }));
    const open = verdicts.filter(({ current }) => current === false).map(({ process }) => process);
    if (open.length === 0) return [];
    const unknown = verdicts.filter(({ current }) => current === null).length;
    const [missing, old] = [
      open.filter(({ procedure }) => procedure === null),
      open.filter(({ procedure }) => procedure !== null),
    ];
    const has = open.length === 1 ? 'has' : 'have';
    const title = `${open.length} of ${numberOf(processes.length, 'critical process', 'critical processes')} ${has} no current procedure: ${names(open)}`;
    const because = [
      ...(missing.length === 0 ? [] : [`Not written down: ${names(missing)}.`]),
      ...(old.length === 0 ? [] : [`Written down and not current: ${names(old)}.`]),
      ...(unknown === 0 ? [] : [`Of ${unknown} more nobody says whether the procedure is current.`]),
    ];
    return [makeFinding({ rule: 'process-without-page', title, severity: 'look', because }, [], evidenceOf(open))];
  },
} satisfies FindingRule;

/** Names of processes in the order of the list; they are no people. */
function names(processes: readonly Process[]): string {
  const shown = processes.slice(0, SHOWN).map(({ name }) => name);
  const more = processes.length - shown.length;
  return listWords(more === 0 ? shown : [...shown, `${more} more`]);
}
