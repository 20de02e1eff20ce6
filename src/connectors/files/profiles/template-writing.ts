import { knownWord } from '../known-word.ts';
import { monday } from '../monday.ts';
import type { FileProfile } from '../profile.ts';

const ROLES = {
  lead: ['leads', 'lead others', 'manager', 'managers', 'führung', 'führungskraft', 'führungskräfte', 'leitung'],
  other: ['others', 'all others', 'staff', 'andere', 'übrige', 'mitarbeitende'],
} as const;

export const templateWriting = {
  meta: {
    id: 'template-writing',
    title: 'Time spent writing per team and week',
    template: 'writing',
    provides: ['writing'],
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
        required: true,
        holds: 'text',
        help: 'Team that wrote.',
        synonyms: ['team name'],
        hints: ['department', 'abteilung', 'équipe', 'equipo', 'afdeling'],
      },
      {
        name: 'minutes',
        required: true,
        holds: 'count',
        help: 'Minutes of all its people on messages, comments and page edits; time that overlaps counts once.',
        synonyms: ['writing minutes', 'schreibminuten'],
        hints: ['minuten', 'minutos', 'minuti'],
      },
      {
        name: 'role',
        required: false,
        holds: 'text',
        help: 'lead for those who lead others, other for all others; empty = not told apart.',
        synonyms: ['rolle'],
        hints: ['rôle', 'rol'],
      },
    ],
    oneOf: ['role'],
    reliability: 0.85,
    tells: 'How much of the time together is spent in writing.',
    cannotTell: 'What was written, and by whom.',
  },
  read: (row) => [
    {
      kind: 'writing',
      at: row.at(),
      week: monday(row),
      team: row.required.text('team'),
      role: knownWord(row, 'role', ROLES),
      minutes: row.required.count('minutes'),
    },
  ],
} as const satisfies FileProfile;
