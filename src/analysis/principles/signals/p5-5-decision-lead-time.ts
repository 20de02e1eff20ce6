import { counted } from '../../../util/counted.ts';
import { weekdaysAfter } from '../../scoring/iso-weeks.ts';
import { kaplanMeierMedian, type Waiting } from '../../scoring/kaplan-meier.ts';
import { logband } from '../../scoring/shape.ts';
import { deciderOf, recordsWithOpen, tooFewRecords } from '../decision-facts.ts';
import { figure } from '../phrases.ts';
import { evidenceOf, measured, partlyMeasured } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const decisionLeadTime = {
  meta: {
    id: 'P5.5',
    title: 'Decision lead time',
    construct: 'P5',
    unit: 'working days',
    shape: logband(0.1, 0.5, 5, 30),
    grade: 'D',
    weight: 1,
    formula:
      'Kaplan-Meier median of weekdays after proposed up to and including decided; open ones censored at the end of the period',
    reference: 'METHOD 1 P5.5, 6a.10',
    source: 'decision records (template decisions) with proposed and decided',
    requires: ['decisions'],
    privacy: 'none',
    personDay: false,
    windowed: true,
  },
  measure: (input: SignalInput) => {
    const records = recordsWithOpen(input);
    const few = tooFewRecords(records);
    if (few !== null) return few;
    const { end } = input.snapshot.period;
    const waitings = records.map(({ proposed, decided }): Waiting => {
      const ended = decided !== null && decided <= end;
      return { time: weekdaysAfter(proposed, ended ? decided : end), ended };
    });
    const open = waitings.filter((w) => !w.ended).length;
    const value = kaplanMeierMedian(waitings);
    const parts = {
      reliability: input.facts.reliability('decisions'),
      evidence: evidenceOf(records),
      note: `${records.length} records, ${open} of them still open at the end of the period.`,
    };
    if (value === null) {
      return partlyMeasured({
        ...parts,
        value,
        unscored: true,
        words: 'more than half of the decisions are still open',
      });
    }
    return measured({
      ...parts,
      value,
      words: `half of the decisions are made within ${counted(Number(figure(value)), 'working day')}`,
      sample: {
        kind: 'statistic',
        people: records.map(deciderOf),
        evaluate: (weights) => kaplanMeierMedian(waitings.map((w, i) => ({ ...w, weight: weights[i] ?? 0 }))),
      },
    });
  },
} as const satisfies SignalUnit;
