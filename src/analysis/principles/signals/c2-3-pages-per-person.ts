import { low } from '../../scoring/shape.ts';
import { livePages } from '../document-facts.ts';
import { figure } from '../phrases.ts';
import { evidenceOf, measured, notConnected } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { monthlyActivity } from '../tool-activity.ts';

export const pagesPerPerson = {
  meta: {
    id: 'C2.3',
    title: 'Pages for each active person',
    construct: 'C2',
    unit: 'pages/person',
    shape: low(20, 150),
    grade: 'D',
    weight: 1,
    formula: 'live pages in tools of which use is known / people active there in the last 30 days of the period',
    reference: 'METHOD 1 C2.3, Annex A',
    source: 'wiki (template documents) and its accounts (template usage)',
    requires: ['documents', 'accounts'],
    privacy: 'usage',
    personDay: false,
    windowed: false,
  },
  measure: (input: SignalInput) => {
    const { active, seen } = monthlyActivity(input.snapshot);
    const pages = livePages(input);
    const known = pages.filter((d) => d.homeTool !== null && seen.has(d.homeTool));
    const homes = new Set(known.flatMap((d) => (d.homeTool === null ? [] : [d.homeTool])));
    const people = new Set([...homes].flatMap((tool) => [...(active.get(tool) ?? [])]));
    if (people.size === 0) return notConnected('Nobody is known to use the tools that hold the pages.');
    const value = known.length / people.size;
    return measured({
      value,
      coverage: known.length / pages.length,
      reliability: input.facts.reliability('documents'),
      people: people.size,
      words: `${figure(value)} pages for each person who uses them`,
      note: null,
      evidence: evidenceOf(known),
    });
  },
} as const satisfies SignalUnit;
