import { low } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected, stale, wilsonNote } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { isInWindow } from '../work-item-facts.ts';

export const externalApproval = {
  meta: {
    id: 'P5.4',
    title: 'Approval from outside the team',
    construct: 'P5',
    unit: 'ratio',
    shape: low(0.05, 0.5),
    grade: 'A',
    weight: 1,
    formula: 'changes that wait for a body outside the team / changes of which it is known',
    reference: 'METHOD 1 P5.4; external approval slows delivery, no evidence of fewer failures [R19]',
    source: 'code review or service desk (template deliveries) with outside_approval',
    requires: ['deliveries'],
    privacy: 'none',
    personDay: false,
    windowed: true,
  },
  measure: measureExternalApproval,
} as const satisfies SignalUnit;

export function measureExternalApproval({ snapshot, facts }: SignalInput) {
  const changes = snapshot.deliveries.filter((d) => d.type === 'change');
  if (changes.length === 0) return notConnected('The list of deliveries holds no change, only documents.');
  const inWindow = changes.filter((d) => isInWindow(d.date, facts.window));
  if (inWindow.length === 0) return stale('No change was delivered in the window.');
  const known = inWindow.filter((d) => d.outsideApproval !== null);
  if (known.length === 0) return notConnected('No change tells whether it waited for approval from outside the team.');
  const waited = known.filter((d) => d.outsideApproval === true).length;
  const value = waited / known.length;
  return measured({
    value,
    coverage: known.length / inWindow.length,
    reliability: facts.reliability('deliveries'),
    words: `${percent(value)} of changes wait for somebody outside the team`,
    note: wilsonNote(waited, known.length, 'changes'),
    evidence: evidenceOf(known),
  });
}
