import { high } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notApplicable, notConnected, stale } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { weeksInWindow } from '../team-week-facts.ts';
import { rowsToAdd, wikiParts } from '../wiki-week-facts.ts';

export const searchSuccess = {
  meta: {
    id: 'D4.3',
    title: 'Searches that find',
    construct: 'D4',
    unit: 'ratio',
    shape: high(0.3, 0.7),
    grade: 'B',
    weight: 1,
    formula: 'search sessions with a click and no new query within 60 s / search sessions of the window',
    reference: 'METHOD 1 D4.3, Annex A; 55 % find it hard to track information down [R21]',
    source: 'search analytics of the wiki (template wiki_weeks) with searches and searches_found, and people list',
    requires: ['wikiWeeks', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: ({ snapshot, facts }: SignalInput) => {
    const inWindow = weeksInWindow(snapshot.wikiWeeks, facts.window);
    if (inWindow.length === 0) return stale('No week of the wiki lies in the window.');
    const known = inWindow.flatMap((row) =>
      row.searches === null || row.searchesFound === null
        ? []
        : [{ ...row, searches: row.searches, found: row.searchesFound }],
    );
    if (known.length === 0) return notConnected('No week of the wiki counts searches and those that find.');
    const used = rowsToAdd(known, facts);
    if (used.length === 0) return notConnected('The people list knows none of the teams whose searches are counted.');
    const searches = used.reduce((n, row) => n + row.searches, 0);
    if (searches === 0) return notApplicable('Nobody searched the wiki.');
    const found = used.reduce((n, row) => n + row.found, 0);
    const value = Math.min(1, found / searches);
    return measured({
      ...wikiParts(used, facts),
      value,
      reliability: facts.reliability('wikiWeeks'),
      words: `${percent(value)} of searches find something`,
      note: `${found} of ${searches} searches.`,
      evidence: evidenceOf(used),
    });
  },
} as const satisfies SignalUnit;
