import { low } from '../../scoring/shape.ts';
import { readMessages, sampleOfTeams } from '../message-facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, notConnected, partlyMeasured } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const afterHoursShare = {
  meta: {
    id: 'P1.3',
    title: 'After-hours collaboration',
    construct: 'P1',
    unit: 'ratio',
    shape: low(0.05, 0.25),
    grade: 'C',
    weight: 1,
    formula: 'messages outside local working hours / all messages (meetings are not counted in)',
    reference: 'METHOD 1 P1.3; 5-15 after-hours messages a week [R4], distance shifts work outside hours [R9]',
    source: 'chat (template messages) and people list',
    requires: ['messages', 'people'],
    privacy: 'collaboration',
    personDay: true,
    windowed: true,
  },
  measure: (input: SignalInput) => {
    const { counted, people, coverage, windowCoverage } = readMessages(input);
    const known = counted.flatMap((c) => (c.row.afterHours === null ? [] : [{ ...c, late: c.row.afterHours }]));
    const all = known.reduce((n, c) => n + c.all, 0);
    if (all === 0) return notConnected('No week of messages says how many were sent after hours.');
    const value = Math.min(1, known.reduce((n, c) => n + c.late, 0) / all);
    return partlyMeasured({
      value,
      coverage,
      windowCoverage,
      people,
      reliability: input.facts.reliability('messages'),
      words: `${percent(value)} of messages are sent outside working hours`,
      note: 'Messages only; meetings outside working hours are not counted in.',
      evidence: evidenceOf(known.map((c) => c.row)),
      ...sampleOfTeams(
        known,
        (week) => Math.min(week.late, week.all),
        (week) => week.all,
      ),
    });
  },
} as const satisfies SignalUnit;
