import type { FileProfile } from '../profile.ts';

export const templateEvents = {
  meta: {
    id: 'template-events',
    title: 'Sign-ins and other events',
    template: 'events',
    provides: ['usageDays'],
    columns: [
      {
        name: 'timestamp',
        required: true,
        holds: 'instant',
        help: "Date and time, such as 2026-08-27T09:15:00Z; without a zone it is the organisation's.",
        synonyms: ['event time', 'date time'],
        hints: ['time', 'date', 'datetime', 'zeitpunkt', 'created at'],
      },
      {
        name: 'email',
        required: true,
        holds: 'person',
        help: 'Address or login; it becomes a pseudonym when the file is read.',
        synonyms: ['e-mail', 'user email', 'email address'],
        hints: ['user', 'actor', 'login', 'username'],
      },
      {
        name: 'tool',
        required: true,
        holds: 'text',
        help: 'Name of the tool.',
        synonyms: ['tool name', 'application', 'app', 'product'],
        hints: ['name', 'service', 'target'],
      },
      {
        name: 'event',
        required: false,
        holds: 'text',
        help: 'What happened, such as sign-in.',
        synonyms: ['event type'],
        hints: ['action', 'type'],
      },
    ],
    reliability: 1,
    tells: 'Who used what on which day.',
    cannotTell: 'Use without an event: one sign-in may last for weeks.',
  },
  read: (row) => [
    {
      kind: 'usage-event',
      at: row.at(),
      tool: { name: row.required.text('tool'), nameKind: 'inventory' },
      person: row.required.person('email'),
      timestamp: row.required.instant('timestamp'),
      event: row.text('event'),
    },
  ],
} as const satisfies FileProfile;
