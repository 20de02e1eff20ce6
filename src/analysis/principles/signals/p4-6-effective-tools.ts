import { low } from '../../scoring/shape.ts';
import { figure } from '../phrases.ts';
import { notConnected, partlyMeasured } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const effectiveToolsPerDay = {
  meta: {
    id: 'P4.6',
    title: 'Tools a person works in on one day',
    construct: 'P4',
    unit: 'tools',
    shape: low(4, 12),
    grade: 'D',
    weight: 1,
    formula: 'mean over person-days of exp(entropy) of the tools signed in to',
    reference: 'METHOD 1 P4.6, 2.7; about 1,200 toggles a day for context [R17]',
    source: 'sign-ins (template events or a directory connector)',
    requires: ['usageDays'],
    privacy: 'usage',
    personDay: true,
    windowed: true,
  },
  measure: ({ snapshot, structure, facts }: SignalInput) => {
    const { effectiveToolsPerPersonDay: value, personDays, note } = structure.people.contextSwitch;
    if (value === null) return notConnected('No person-day of tool use lies in the window.', note);
    const people = new Set(snapshot.usageDays.person);
    const inScope = facts.population.filter((p) => people.has(p)).length;
    return partlyMeasured({
      value,
      coverage: facts.population.length === 0 ? 0 : inScope / facts.population.length,
      reliability: Math.min(SIGN_IN_RELIABILITY, facts.reliability('usageDays')),
      people: people.size,
      words: `${figure(value)} tools a day for each person`,
      note: `${personDays} person-days. Sign-ins undercount long sessions and say nothing about switching.`,
    });
  },
} as const satisfies SignalUnit;

/** Annex A: an active day from sign-ins is a lower bound. */
const SIGN_IN_RELIABILITY = 0.6;
