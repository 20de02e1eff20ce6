import type { WikiWeek } from '../../../model/snapshot.ts';
import { counted } from '../../../util/counted.ts';
import { low } from '../../scoring/shape.ts';
import { type Weighted, weightedMedian } from '../../scoring/weighted-median.ts';
import { figure } from '../phrases.ts';
import { evidenceOf, notConnected, notes, partlyMeasured, stale } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { weeksInWindow } from '../team-week-facts.ts';
import { rowsToAdd, wikiParts } from '../wiki-week-facts.ts';

export const timeToFind = {
  meta: {
    id: 'C2.5',
    title: 'Time to find',
    construct: 'C2',
    unit: 'min',
    shape: low(1, 8),
    grade: 'D',
    weight: 1,
    formula: 'median over weeks, weighted by searches, of the median minutes from first query to last click',
    reference: 'METHOD 1 C2.5, Annex A (asks for the median over search sessions)',
    source: 'search analytics of the wiki (template wiki_weeks) with minutes_to_find and searches, and people list',
    requires: ['wikiWeeks', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: ({ snapshot, facts }: SignalInput) => {
    const inWindow = weeksInWindow(snapshot.wikiWeeks, facts.window);
    if (inWindow.length === 0) return stale('No week of the wiki lies in the window.');
    const timed = inWindow.flatMap(withMinutes);
    if (timed.length === 0) return notConnected('No source tells how long searches take.');
    const weighs = timed.some((row) => (row.searches ?? 0) > 0);
    const used = rowsToAdd(
      timed.filter((row) => !weighs || (row.searches ?? 0) > 0),
      facts,
    );
    const value = weightedMedian(used.map((row): Weighted => [row.minutesToFind, weighs ? (row.searches ?? 0) : 1]));
    if (value === null) return notConnected('The people list knows none of the teams whose searches are timed.');
    return partlyMeasured({
      ...wikiParts(used, facts),
      value,
      reliability: facts.reliability('wikiWeeks'),
      words: `half of the searches take ${counted(Number(figure(value)), 'minute')} or less`,
      note: notes(
        `A median of ${counted(used.length, 'weekly median')}, since single searches are not known.`,
        weighs ? null : 'Weeks weigh the same: searches are not counted.',
        used.length < timed.length ? 'Weeks that cannot be weighed or would count twice are left out.' : null,
      ),
      evidence: evidenceOf(used),
    });
  },
} as const satisfies SignalUnit;

function withMinutes(row: WikiWeek) {
  return row.minutesToFind === null ? [] : [{ ...row, minutesToFind: row.minutesToFind }];
}
