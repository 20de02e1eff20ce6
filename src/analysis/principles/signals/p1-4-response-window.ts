import { counted } from '../../../util/counted.ts';
import { clusteredMedian, type PersonWaiting } from '../../scoring/clustered-median.ts';
import { logband } from '../../scoring/shape.ts';
import { largestShare } from '../calendar-reading.ts';
import { figure } from '../phrases.ts';
import { evidenceOf, measured, notConnected, notes, partlyMeasured, stale } from '../reading.ts';
import { type ResponseFacts, readResponses } from '../response-facts.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const responseWindow = {
  meta: {
    id: 'P1.4',
    title: 'Response window',
    construct: 'P1',
    unit: 'h',
    shape: logband(1 / 60, 1, 24, 168),
    grade: 'C',
    weight: 1,
    formula:
      'Kaplan-Meier median of hours from asked to the first human answer in the recipient’s working hours; open ones censored at the end of the period',
    reference: 'METHOD 1 P1.4; 24 h expectation [R10], both ends are bad',
    source: 'questions and answers of chat, code review or issues (template responses), and people list',
    requires: ['responses', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: (input: SignalInput) => {
    const responses = readResponses(input);
    const { inWindow, timed, waitings, windowCoverage } = responses;
    if (inWindow.length === 0) return stale('No question was asked in the window.');
    if (timed.length === 0) return notConnected('No question of the window can be timed for somebody in scope.');
    const asked = askedByPerson(waitings);
    const sample = clusteredMedian(waitings);
    const value = sample.evaluate(sample.people.map(() => 1));
    const parts = {
      coverage: asked.size / input.facts.population.length,
      windowCoverage,
      reliability: input.facts.reliability('responses'),
      people: asked.size,
      dominance: largestShare(asked.values()),
      evidence: evidenceOf(timed),
      note: noteOn(responses),
    };
    if (value === null) {
      return partlyMeasured({
        ...parts,
        value,
        unscored: true,
        words: 'too many questions are still open to tell when half of them are answered',
      });
    }
    return measured({
      ...parts,
      value,
      words: `half of the questions are answered within ${counted(Number(figure(value)), 'working hour')}`,
      sample,
    });
  },
} as const satisfies SignalUnit;

function askedByPerson(waitings: readonly PersonWaiting[]): ReadonlyMap<number, number> {
  const asked = new Map<number, number>();
  for (const { person } of waitings) asked.set(person, (asked.get(person) ?? 0) + 1);
  return asked;
}

function noteOn({ waitings, toOthers, answeredBeforeAsked }: ResponseFacts): string | null {
  const open = waitings.filter((w) => !w.ended).length;
  return notes(
    `${counted(waitings.length, 'question')}, ${open} of them still open at the end of the period.`,
    toOthers > 0 ? `${toOthers} to people out of scope are left out.` : null,
    answeredBeforeAsked > 0 ? `${answeredBeforeAsked} answered before they were asked are left out.` : null,
  );
}
