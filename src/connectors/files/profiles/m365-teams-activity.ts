import type { FileProfile } from '../profile.ts';
import { reportDay } from '../report-day.ts';

// Header: microsoft-graph-docs, reportroot-getteamsuseractivityuserdetail (CSV). Columns were added over the years, so
// the later ones are not needed. Grade V.
export const m365TeamsActivity = {
  meta: {
    id: 'm365-teams-activity',
    title: 'Microsoft Teams: user activity',
    provides: ['accounts'],
    columns: [
      { name: 'User Principal Name', required: true, holds: 'person', help: 'Sign-in name.' },
      { name: 'Last Activity Date', required: true, holds: 'day', help: 'Last day of use.' },
      { name: 'Team Chat Message Count', required: true, holds: 'text', help: 'Messages in channels; not kept.' },
      { name: 'Private Chat Message Count', required: true, holds: 'text', help: 'Messages in chats; not kept.' },
      { name: 'Is Deleted', required: false, holds: 'yes-no', help: 'The account is closed.' },
      { name: 'Is Licensed', required: false, holds: 'yes-no', help: 'A licence includes Teams.' },
      {
        name: 'Report Refresh Date',
        required: false,
        holds: 'day',
        help: 'Day of the report: use after it is unknown.',
      },
      { name: 'Assigned Products', required: false, holds: 'text', help: 'Licences; not kept.' },
      { name: 'Report Period', required: false, holds: 'text', help: 'Days that the report covers; not kept.' },
    ],
    reliability: 0.85,
    tells: 'Who used Microsoft Teams, when last, and who holds a licence for it.',
    cannotTell:
      'Use older than the report reaches, or after its day; on how many days; where the tenant conceals names, people cannot be joined to other sources.',
  },
  read: (row) => [
    {
      kind: 'account',
      at: row.at(),
      tool: { name: 'Microsoft Teams', nameKind: 'inventory' },
      person: row.required.person('User Principal Name'),
      lastActive: row.day('Last Activity Date'),
      activeDays: null,
      assigned: row.yesNo('Is Licensed'),
      closed: row.yesNo('Is Deleted') ?? false,
      ...reportDay(row, 'Report Refresh Date'),
    },
  ],
} as const satisfies FileProfile;
