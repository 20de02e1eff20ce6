import type { WikiWeek } from '../../../model/snapshot.ts';
import { counted } from '../../../util/counted.ts';
import { high } from '../../scoring/shape.ts';
import type { Facts } from '../facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected, notes, stale } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { weeksInWindow } from '../team-week-facts.ts';

export const reach = {
  meta: {
    id: 'P2.4',
    title: 'Reach of the wiki',
    construct: 'P2',
    unit: 'ratio',
    shape: high(0.3, 0.8),
    grade: 'D',
    weight: 1,
    formula: 'people who view at least one page in a week / people in scope, mean over the weeks',
    reference: 'METHOD 1 P2.4',
    source: 'wiki analytics (template wiki_weeks) with readers, and people list',
    requires: ['wikiWeeks', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: ({ snapshot, facts }: SignalInput) => {
    const rows = weeksInWindow(snapshot.wikiWeeks, facts.window);
    if (rows.length === 0) return stale('No week of the wiki lies in the window.');
    const withReaders = rows.flatMap((row) => (row.readers === null ? [] : [{ ...row, readers: row.readers }]));
    if (withReaders.length === 0) return notConnected('The wiki does not count its readers.');
    const weeks = [...new Set(withReaders.map((row) => row.week))].sort().flatMap((week) =>
      readWeek(
        withReaders.filter((row) => row.week === week),
        facts,
      ),
    );
    if (weeks.length === 0) return notConnected('The people list knows none of the teams whose readers are counted.');
    const value = weeks.reduce((n, w) => n + w.readers / w.people, 0) / weeks.length;
    const people = peopleSeen(weeks, facts);
    return measured({
      value,
      coverage: people / facts.population.length,
      windowCoverage: weeks.length / facts.window.weeks,
      reliability: facts.reliability('wikiWeeks'),
      people,
      words: `${percent(value)} of people open a page of the wiki in a week`,
      note: noteOn(weeks, people),
      evidence: evidenceOf(weeks.flatMap((w) => w.rows)),
    });
  },
} as const satisfies SignalUnit;

interface CountedRow extends WikiWeek {
  readonly readers: number;
}

/** Readers of one week and the people among whom they were counted. */
interface ReadWeek {
  readonly readers: number;
  readonly people: number;
  /** Teams counted one by one; null = everybody was counted together. */
  readonly teams: readonly string[] | null;
  readonly rows: readonly CountedRow[];
}

/** A count of everybody takes the place of counts by team, among whom a reader of two wikis would be told twice. */
function readWeek(rows: readonly CountedRow[], { population, teamSizes }: Facts): readonly ReadWeek[] {
  const everybody = rows.filter((row) => row.team === null);
  if (everybody.length > 0) {
    return [
      { readers: readersAmong(everybody, population.length), people: population.length, teams: null, rows: everybody },
    ];
  }
  const listed = rows.filter((row) => (teamSizes.get(row.team ?? '') ?? 0) > 0);
  const teams = [...new Set(listed.flatMap((row) => row.team ?? []))].sort();
  if (teams.length === 0) return [];
  const sizes = teams.map((team) => teamSizes.get(team) ?? 0);
  const readers = teams.map((team, i) =>
    readersAmong(
      listed.filter((row) => row.team === team),
      sizes[i] ?? 0,
    ),
  );
  const total = (values: readonly number[]) => values.reduce((n, v) => n + v, 0);
  return [{ readers: total(readers), people: total(sizes), teams, rows: listed }];
}

/** The largest count, since the same person may read two wikis; at most all, since guests are no people in scope. */
function readersAmong(rows: readonly CountedRow[], people: number): number {
  return Math.min(people, Math.max(...rows.map((row) => row.readers)));
}

function peopleSeen(weeks: readonly ReadWeek[], { population, teamSizes }: Facts): number {
  if (weeks.some((w) => w.teams === null)) return population.length;
  const teams = new Set(weeks.flatMap((w) => w.teams ?? []));
  return [...teams].reduce((n, team) => n + (teamSizes.get(team) ?? 0), 0);
}

function noteOn(weeks: readonly ReadWeek[], people: number): string | null {
  const several = weeks.some(({ rows }) => new Set(rows.map((row) => row.team)).size < rows.length);
  return notes(
    `${counted(weeks.length, 'week')}, ${people} people.`,
    several ? 'Where a week is counted more than once, as for two wikis, the largest count stands: a floor.' : null,
  );
}
