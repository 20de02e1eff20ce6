import { logband } from '../../scoring/shape.ts';
import { notConnected } from '../reading.ts';
import type { SignalUnit } from '../signal-unit.ts';
import { WITHOUT_SOURCE } from '../without-source.ts';

export const responseWindow = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'P1.4',
    title: 'Response window',
    construct: 'P1',
    unit: 'h',
    shape: logband(1 / 60, 1, 24, 168),
    grade: 'C',
    formula: 'Kaplan-Meier median of the first human reply in the recipient’s working hours, open threads censored',
    reference: 'METHOD 1 P1.4; 24 h expectation [R10], both ends are bad',
    source: 'chat, code-review or issue connector with thread times',
  },
  measure: () => notConnected('No source tells when a question was asked and answered.'),
} as const satisfies SignalUnit;
