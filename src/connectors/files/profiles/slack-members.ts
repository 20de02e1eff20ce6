import type { FileProfile } from '../profile.ts';

export const slackMembers = {
  meta: {
    id: 'slack-members',
    title: 'Slack: member list',
    provides: ['accounts'],
    columns: [
      { name: 'username', required: true, holds: 'text', help: 'Handle; not kept.' },
      { name: 'email', required: true, holds: 'person', help: 'Address of the member.' },
      { name: 'status', required: true, holds: 'text', help: 'Admin, Member, Deactivated, Bot and the like.' },
      { name: 'billing-active', required: true, holds: 'yes-no', help: 'Counts as a paid seat.' },
    ],
    reliability: 0.85,
    tells: 'Who has a Slack account and which accounts are paid.',
    cannotTell: 'When anybody was last active: the member analytics export tells that.',
  },
  read: (row) => {
    const status = row.required.text('status').toLowerCase();
    if (status === 'bot') row.reject('status', 'is a bot, not a person');
    const closed = status === 'deactivated';
    return [
      {
        kind: 'account',
        at: row.at(),
        tool: { name: 'Slack', nameKind: 'inventory' },
        person: row.required.person('email'),
        lastActive: null,
        activeDays: null,
        assigned: row.yesNo('billing-active'),
        closed,
      },
    ];
  },
} as const satisfies FileProfile;
