import type { FileProfile } from '../profile.ts';

export const templateUsage = {
  meta: {
    id: 'template-usage',
    title: 'Use of tools per person',
    template: 'usage',
    provides: ['accounts'],
    columns: [
      {
        name: 'tool',
        required: true,
        holds: 'text',
        help: 'Name of the tool.',
        synonyms: ['tool name', 'application', 'app', 'product'],
        hints: ['name', 'software', 'service'],
      },
      {
        name: 'email',
        required: true,
        holds: 'person',
        help: 'Address or login; it becomes a pseudonym when the file is read.',
        synonyms: ['e-mail', 'email address', 'user email'],
        hints: ['user', 'login', 'username', 'account'],
      },
      {
        name: 'last_active',
        required: false,
        holds: 'day',
        help: 'Last day of use; empty = unknown.',
        synonyms: ['last activity', 'last login', 'last sign in', 'last seen'],
        hints: ['last used', 'letzte anmeldung'],
      },
      {
        name: 'active_days',
        required: false,
        holds: 'count',
        help: 'Days of use in the audited period; 0 with an empty last_active = never used.',
        synonyms: ['days active'],
        hints: ['sessions', 'logins'],
      },
      {
        name: 'assigned',
        required: false,
        holds: 'yes-no',
        help: 'Holds a paid seat: yes or no.',
        synonyms: ['licensed', 'has licence', 'has license'],
        hints: ['licence', 'license', 'seat'],
      },
    ],
    oneOf: ['last_active', 'active_days', 'assigned'],
    reliability: 0.85,
    tells: 'Who has a seat in what, and when it was last used.',
    cannotTell: 'What people did there, and on which days before the last one.',
  },
  read: (row) => [
    {
      kind: 'account',
      at: row.at(),
      tool: { name: row.required.text('tool'), nameKind: 'inventory' },
      person: row.required.person('email'),
      lastActive: row.day('last_active'),
      activeDays: row.count('active_days'),
      assigned: row.yesNo('assigned'),
      closed: false,
    },
  ],
} as const satisfies FileProfile;
