import type { Snapshot } from '../../../model/snapshot.ts';
import { low } from '../../scoring/shape.ts';
import { countedCapabilities } from '../../structure/suites.ts';
import { ratioOf } from '../calendar-reading.ts';
import type { Facts } from '../facts.ts';
import { figure } from '../phrases.ts';
import { measured, stale } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { isInWindow } from '../work-item-facts.ts';

/** A tool a person works in on at least two days a week (Annex A). */
const DAYS_A_WEEK = 2;

export const duplicatesPerPerson = {
  meta: {
    id: 'C3.6',
    title: 'Second tools for the same job',
    construct: 'C3',
    unit: 'tools/person',
    shape: low(0, 2),
    grade: 'D',
    weight: 1,
    formula: 'mean over people of the tools beyond the first that they use for one job on 2 days a week or more',
    reference: 'METHOD 1 C3.6, Annex A; anchors are our own',
    source: 'sign-ins (template events or a directory connector)',
    requires: ['tools', 'usageDays'],
    privacy: 'usage',
    personDay: true,
    windowed: true,
  },
  measure: ({ snapshot, facts }: SignalInput) => {
    const regular = regularTools(snapshot, facts);
    if (regular.size === 0) return stale('No person-day of tool use lies in the window.');
    const known = new Set(snapshot.capabilities.map((c) => c.id));
    const capabilities = new Map(snapshot.tools.map((t) => [t.id, Object.keys(countedCapabilities(t, known).vector)]));
    const rows = [...regular]
      .sort(([a], [b]) => a - b)
      .map(([person, tools]) => ({ person, numerator: secondTools(tools, capabilities), denominator: 1 }));
    const value = ratioOf(rows) ?? 0;
    const inScope = facts.population.filter((p) => regular.has(p)).length;
    return measured({
      value,
      coverage: facts.population.length === 0 ? 0 : inScope / facts.population.length,
      reliability: facts.reliability('usageDays'),
      people: rows.length,
      words: `${figure(value)} second tools for a job they already have one for, for each person`,
      sample: { kind: 'ratio', rows },
    });
  },
} as const satisfies SignalUnit;

/** Person seen in the window -> tools used on two days a week or more. */
function regularTools({ usageDays }: Snapshot, { window }: Facts): ReadonlyMap<number, readonly string[]> {
  const days = new Map<number, Map<string, number>>();
  usageDays.tool.forEach((tool, i) => {
    const person = usageDays.person[i];
    if (person === undefined || !isInWindow(usageDays.day[i] ?? null, window)) return;
    const mine = days.get(person) ?? new Map<string, number>();
    days.set(person, mine.set(tool, (mine.get(tool) ?? 0) + 1));
  });
  return new Map(
    [...days].map(([person, tools]) => [
      person,
      [...tools].filter(([, n]) => n >= DAYS_A_WEEK * window.weeks).map(([tool]) => tool),
    ]),
  );
}

function secondTools(tools: readonly string[], capabilities: ReadonlyMap<string, readonly string[]>): number {
  const counts = new Map<string, number>();
  for (const tool of tools) {
    for (const c of capabilities.get(tool) ?? []) counts.set(c, (counts.get(c) ?? 0) + 1);
  }
  return [...counts.values()].reduce((n, count) => n + Math.max(0, count - 1), 0);
}
