import { DateTime } from 'luxon';
import type { FileProfile, RowReader } from '../profile.ts';

function monday(row: RowReader): string {
  const day = row.required.day('week');
  return DateTime.fromISO(day, { zone: 'utc' }).weekday === 1 ? day : row.reject('week', 'is not a Monday');
}

export const templateMessages = {
  meta: {
    id: 'template-messages',
    title: 'Messages per team and week',
    template: 'messages',
    provides: ['messages'],
    columns: [
      {
        name: 'week',
        required: true,
        holds: 'day',
        help: 'Monday of the week.',
        synonyms: ['week start', 'week of'],
        hints: ['date', 'woche', 'semaine', 'semana', 'kalenderwoche'],
      },
      {
        name: 'team',
        required: true,
        holds: 'text',
        help: 'Team that wrote them.',
        synonyms: ['team name'],
        hints: ['department', 'group', 'abteilung', 'équipe', 'equipo', 'afdeling'],
      },
      {
        name: 'public_channel',
        required: false,
        holds: 'count',
        help: 'Messages in public channels.',
        synonyms: ['public channel messages'],
        hints: ['public', 'öffentliche kanäle', 'canaux publics', 'canales públicos', 'openbare kanalen'],
      },
      {
        name: 'private_channel',
        required: false,
        holds: 'count',
        help: 'Messages in private channels.',
        synonyms: ['private channel messages'],
        hints: ['private', 'private kanäle', 'canaux privés', 'canales privados', 'privékanalen'],
      },
      {
        name: 'direct',
        required: false,
        holds: 'count',
        help: 'Direct messages.',
        synonyms: ['direct messages'],
        hints: ['dm', 'dms', 'direktnachrichten', 'messages directs', 'mensajes directos', 'directe berichten'],
      },
      {
        name: 'threaded_replies',
        required: false,
        holds: 'count',
        help: 'Replies in threads.',
        synonyms: ['thread replies'],
        hints: ['threads', 'replies'],
      },
      {
        name: 'after_hours',
        required: false,
        holds: 'count',
        help: 'Messages outside working time.',
        hints: ['outside hours', 'after hours messages'],
      },
    ],
    oneOf: ['public_channel', 'private_channel', 'direct', 'threaded_replies', 'after_hours'],
    reliability: 0.85,
    tells: 'How much is written, and how openly.',
    cannotTell: 'What is written, and by whom.',
  },
  read: (row) => [
    {
      kind: 'messages',
      at: row.at(),
      week: monday(row),
      team: row.required.text('team'),
      publicChannel: row.count('public_channel'),
      privateChannel: row.count('private_channel'),
      direct: row.count('direct'),
      threadedReplies: row.count('threaded_replies'),
      afterHours: row.count('after_hours'),
    },
  ],
} as const satisfies FileProfile;
