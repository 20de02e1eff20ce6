import { low } from '../../scoring/shape.ts';
import { notConnected } from '../reading.ts';
import type { SignalUnit } from '../signal-unit.ts';
import { WITHOUT_SOURCE } from '../without-source.ts';

export const meetingRebound = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'C1.1',
    title: 'Meetings come back',
    construct: 'C1',
    unit: 'ratio',
    shape: low(1, 2),
    grade: 'D',
    formula: 'meeting hours a person-week in weeks 5 to 8 after the charter / agreed target',
    reference: 'METHOD 1 C1.1, Annex A',
    source: 'date and target of the communication charter, beside the calendar',
  },
  measure: () => notConnected('No charter with a date and a target is declared.'),
} as const satisfies SignalUnit;

export const adoptionGap = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'C1.2',
    title: 'Invited but not using',
    construct: 'C1',
    unit: 'ratio',
    shape: low(0.1, 0.6),
    grade: 'D',
    formula: '1 - users active on at least 3 of the first 30 days / users invited',
    reference: 'METHOD 1 C1.2, Annex A',
    source: 'date and invitation list of a new tool, beside its sign-ins',
    privacy: 'usage',
  },
  measure: () => notConnected('No roll-out of a new tool is declared.'),
} as const satisfies SignalUnit;

export const leaderGap = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'C1.3',
    title: 'Leaders meet more than their teams',
    construct: 'C1',
    unit: 'ratio',
    shape: low(0, 0.3),
    grade: 'D',
    formula:
      'share of coordination in meetings of leaders minus that of others, never below 0, both groups above the threshold',
    reference: 'METHOD 1 C1.3, Annex A',
    source: 'chat, wiki and issue connectors with event times, beside the calendar and manager_email',
  },
  measure: () => notConnected('How much of their coordination people write is not known (D1.1).'),
} as const satisfies SignalUnit;

export const shadowReturn = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'C1.4',
    title: 'Retired tools still in use',
    construct: 'C1',
    unit: 'ratio',
    shape: low(0, 0.2),
    grade: 'D',
    formula: 'users of a retired tool after cut-over / its users before',
    reference: 'METHOD 1 C1.4, Annex A',
    source: 'cut-over dates of earlier decisions, beside sign-ins',
    privacy: 'usage',
  },
  measure: () => notConnected('No cut-over of a retired tool is on record.'),
} as const satisfies SignalUnit;

export const resistancePulse = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'C1.5',
    title: 'Resistance, as people see it',
    construct: 'C1',
    unit: '0-100',
    shape: low(0, 100),
    grade: 'D',
    formula:
      'mean of pulse items of 1 to 5, rescaled (x - 1) / 4 x 100; to agree is to resist, as in "one has to be seen"',
    reference: 'METHOD 1 C1.5, Annex A; no anchors given, so the scale itself',
    source: 'pulse (template survey)',
    windowed: false,
  },
  measure: () => notConnected('Nobody was asked.'),
} as const satisfies SignalUnit;
