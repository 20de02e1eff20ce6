import { counted } from '../../../util/counted.ts';
import { quantile } from '../../scoring/quantile.ts';
import { low } from '../../scoring/shape.ts';
import { figure } from '../phrases.ts';
import { evidenceOf, measured, notConnected, stale } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { isInWindow } from '../work-item-facts.ts';

export const approvalHops = {
  meta: {
    id: 'D2.3',
    title: 'Approval steps',
    construct: 'D2',
    unit: 'steps',
    shape: low(1, 4),
    grade: 'D',
    weight: 1,
    formula: 'median over requests closed in the window of distinct approval steps',
    reference: 'METHOD 1 D2.3, Annex A, 6a.11',
    source: 'service desk or workflow tool (template requests) with closed and approval_steps',
    requires: ['requests'],
    privacy: 'none',
    personDay: false,
    windowed: true,
  },
  measure: ({ snapshot, facts }: SignalInput) => {
    if (snapshot.requests.every((r) => r.closed === null)) return notConnected('No request tells when it was closed.');
    const closed = snapshot.requests.filter((r) => isInWindow(r.closed, facts.window));
    const steps = closed.map((r) => r.approvalSteps);
    const value = quantile(steps, 0.5);
    if (value === null) return stale('No request was closed in the window.');
    const most = steps.reduce((a, b) => Math.max(a, b), 0);
    return measured({
      value,
      reliability: facts.reliability('requests'),
      words: `half of the requests take ${counted(Number(figure(value)), 'approval step')} or fewer`,
      note: `${counted(closed.length, 'closed request')}; the longest took ${counted(most, 'step')}.`,
      evidence: evidenceOf(closed),
    });
  },
} as const satisfies SignalUnit;
