import { monday } from '../monday.ts';
import type { FileProfile, RowReader } from '../profile.ts';

/** Searches that found something are some of the searches. */
function searchesFound(row: RowReader, searches: number | null): number | null {
  const found = row.count('searches_found');
  const tooMany = found !== null && searches !== null && found > searches;
  return tooMany ? row.reject('searches_found', 'is more than the searches') : found;
}

function minutesToFind(row: RowReader): number | null {
  const minutes = row.decimal('minutes_to_find');
  return minutes !== null && minutes < 0 ? row.reject('minutes_to_find', 'is below zero') : minutes;
}

export const templateWikiWeeks = {
  meta: {
    id: 'template-wiki-weeks',
    title: 'Readers and searches of the wiki per week',
    template: 'wiki_weeks',
    provides: ['wikiWeeks'],
    columns: [
      {
        name: 'week',
        required: true,
        holds: 'day',
        help: 'Monday of the week.',
        synonyms: ['week start', 'week of', 'woche ab'],
        hints: ['woche', 'semaine', 'semana', 'kalenderwoche'],
      },
      {
        name: 'team',
        required: false,
        holds: 'text',
        help: 'Team that read and searched; empty = everybody.',
        synonyms: ['team name'],
        hints: ['department', 'abteilung', 'équipe', 'equipo', 'afdeling'],
      },
      {
        name: 'readers',
        required: false,
        holds: 'count',
        help: 'Distinct people who opened at least one page.',
        synonyms: ['distinct readers', 'leser'],
        hints: ['lecteurs', 'lectores', 'lezers'],
      },
      {
        name: 'searches',
        required: false,
        holds: 'count',
        help: 'Search sessions.',
        synonyms: ['search sessions', 'suchen'],
        hints: ['recherches', 'búsquedas', 'zoekopdrachten'],
      },
      {
        name: 'searches_found',
        required: false,
        holds: 'count',
        help: 'Of these, sessions with a click and no new query within 60 seconds.',
        synonyms: ['successful searches', 'erfolgreiche suchen'],
        hints: ['recherches réussies', 'búsquedas con éxito'],
      },
      {
        name: 'minutes_to_find',
        required: false,
        holds: 'decimal',
        help: 'Median minutes from the first query to the last click.',
        synonyms: ['median minutes to find', 'minuten bis zum fund'],
        hints: ['time to find'],
      },
    ],
    oneOf: ['readers', 'searches', 'searches_found', 'minutes_to_find'],
    reliability: 0.85,
    tells: 'How many people the wiki reaches, and whether they find what they look for.',
    cannotTell: 'What was read or searched, and by whom.',
  },
  read: (row) => {
    const searches = row.count('searches');
    return [
      {
        kind: 'wiki-week',
        at: row.at(),
        week: monday(row),
        team: row.text('team'),
        readers: row.count('readers'),
        searches,
        searchesFound: searchesFound(row, searches),
        minutesToFind: minutesToFind(row),
      },
    ];
  },
} as const satisfies FileProfile;
