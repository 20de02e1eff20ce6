import type { FileProfile } from '../profile.ts';

export const slackAnalytics = {
  meta: {
    id: 'slack-analytics',
    title: 'Slack: member analytics',
    provides: ['accounts'],
    columns: [
      {
        name: 'User ID',
        required: true,
        holds: 'text',
        help: "Slack's id; used where there is neither address nor handle.",
      },
      { name: 'Days active', required: true, holds: 'count', help: 'Days of use in the exported range.' },
      { name: 'Last active (UTC)', required: true, holds: 'day', help: 'Last day of use.' },
      { name: 'Username', required: false, holds: 'person', help: 'Handle; used where there is no address.' },
      { name: 'Email', required: false, holds: 'person', help: 'Address of the member.' },
      { name: 'Deactivated date (UTC)', required: false, holds: 'day', help: 'Filled = the account is closed.' },
    ],
    reliability: 0.85,
    tells: 'On how many days each member was active, and when last.',
    cannotTell:
      'Which accounts are paid (the member list tells that); without an e-mail column people cannot be joined to other sources.',
  },
  read: (row) => [
    {
      kind: 'account',
      at: row.at(),
      tool: { name: 'Slack', nameKind: 'inventory' },
      person: row.person('Email') ?? row.person('Username') ?? row.identify(row.required.text('User ID')),
      lastActive: row.day('Last active (UTC)'),
      activeDays: row.count('Days active'),
      assigned: null,
      closed: row.day('Deactivated date (UTC)') !== null,
    },
  ],
} as const satisfies FileProfile;
