import type { FileProfile, RowReader } from '../profile.ts';
import { reportDay } from '../report-day.ts';

/** The export writes "None" where it has seen no activity; that is a statement, an empty cell is not. */
function saysNone(row: RowReader): boolean {
  const text = row.text('Last Activity At')?.toLowerCase();
  return text === 'none' || text === 'never';
}

export const githubCopilotSeats = {
  meta: {
    id: 'github-copilot-seats',
    title: 'GitHub Copilot: seat activity',
    provides: ['accounts'],
    columns: [
      { name: 'Login', required: true, holds: 'person', help: 'Login at GitHub.' },
      { name: 'Last Authenticated At', required: true, holds: 'text', help: 'Last authentication; not kept.' },
      { name: 'Last Activity At', required: true, holds: 'day', help: 'Last use, or "None".' },
      { name: 'Last Surface Used', required: true, holds: 'text', help: 'Editor; not kept.' },
      { name: 'Report Time', required: false, holds: 'day', help: 'Day of the report: use after it is unknown.' },
    ],
    reliability: 0.85,
    tells: 'Who holds a Copilot seat and when it was last used.',
    cannotTell: 'Use with telemetry switched off; logins cannot be joined to addresses without a further source.',
  },
  read: (row) => {
    const none = saysNone(row);
    return [
      {
        kind: 'account',
        at: row.at(),
        tool: { name: 'GitHub Copilot', nameKind: 'inventory' },
        person: row.required.person('Login'),
        lastActive: none ? null : row.day('Last Activity At'),
        activeDays: none ? 0 : null,
        assigned: true,
        closed: false,
        ...reportDay(row, 'Report Time'),
      },
    ];
  },
} as const satisfies FileProfile;
