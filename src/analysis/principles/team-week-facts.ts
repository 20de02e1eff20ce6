import type { MessageWeek } from '../../model/snapshot.ts';
import type { WeekWindow } from '../scoring/iso-weeks.ts';
import type { Facts } from './facts.ts';
import { sampleOfTeams } from './message-facts.ts';
import { evidenceOf, measured, notApplicable, notConnected, stale } from './reading.ts';
import type { Reading, SignalInput } from './signal-unit.ts';
import { isInWindow } from './work-item-facts.ts';

interface TeamWeek {
  readonly week: string;
  readonly team: string;
}

export function weeksInWindow<Row extends { readonly week: string }>(rows: readonly Row[], window: WeekWindow): Row[] {
  return rows.filter((row) => isInWindow(row.week, window));
}

/** People of the teams that have rows, their share of everybody in scope, and the share of weeks with rows. */
export function teamWeekParts(
  rows: readonly TeamWeek[],
  { teamSizes, population, window }: Facts,
): Pick<Reading, 'coverage' | 'windowCoverage'> & { readonly people: number } {
  const teams = new Set(rows.map((row) => row.team));
  const people = [...teams].reduce((n, team) => n + (teamSizes.get(team) ?? 0), 0);
  return {
    people,
    coverage: population.length === 0 ? 0 : people / population.length,
    windowCoverage: window.weeks === 0 ? 0 : new Set(rows.map((row) => row.week)).size / window.weeks,
  };
}

export interface MessageShare {
  /** Null = the row does not count both. */
  readonly parts: (row: MessageWeek) => { readonly part: number; readonly whole: number } | null;
  readonly reliability: number;
  /** Why it is unknown where no row counts both. */
  readonly noCount: string;
  /** Why there is nothing to judge where the whole is zero. */
  readonly noWhole: string;
  readonly words: (share: number) => string;
  readonly note: (part: number, whole: number) => string;
}

/** Share over the team-weeks that count part and whole; a week that does not is left out, never taken for zero. */
export function shareOfTeamWeeks({ snapshot, facts }: SignalInput, question: MessageShare): Reading {
  const rows = weeksInWindow(snapshot.messages, facts.window);
  if (rows.length === 0) return stale('No week of messages lies in the window.');
  const known = rows.flatMap((row) => {
    const counts = question.parts(row);
    return counts === null ? [] : [{ row, ...counts }];
  });
  if (known.length === 0) return notConnected(question.noCount);
  const part = known.reduce((n, k) => n + k.part, 0);
  const whole = known.reduce((n, k) => n + k.whole, 0);
  if (whole === 0) return notApplicable(question.noWhole);
  const value = Math.min(1, part / whole);
  const used = known.map((k) => k.row);
  return measured({
    ...teamWeekParts(used, facts),
    value,
    reliability: question.reliability,
    words: question.words(value),
    note: question.note(part, whole),
    evidence: evidenceOf(used),
    ...sampleOfTeams(
      known,
      (k) => k.part,
      (k) => k.whole,
    ),
  });
}

/** Public, private and direct messages; null unless all three are counted. */
export function allMessages({ publicChannel, privateChannel, direct }: MessageWeek): number | null {
  if (publicChannel === null || privateChannel === null || direct === null) return null;
  return publicChannel + privateChannel + direct;
}
