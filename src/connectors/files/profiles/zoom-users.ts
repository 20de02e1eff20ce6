import type { FileProfile, RowReader } from '../profile.ts';

/** "Basic" is the free account; every other type that Zoom writes is paid. An empty cell says nothing. */
function isPaid(row: RowReader): boolean | null {
  const type = row.text('User Type');
  return type === null ? null : type.toLowerCase() !== 'basic';
}

// Header: public code that reads the export of "User management", by name. Grade C (one reader; order not proven).
export const zoomUsers = {
  meta: {
    id: 'zoom-users',
    title: 'Zoom: users',
    provides: ['accounts'],
    columns: [
      { name: 'Email', required: true, holds: 'person', help: 'Address of the user.' },
      { name: 'User Type', required: true, holds: 'text', help: 'Basic or Licensed.' },
      { name: 'Last Login(UTC)', required: true, holds: 'day', help: 'Last sign-in.', synonyms: ['Last Login (UTC)'] },
      { name: 'User Status', required: false, holds: 'text', help: 'Active or Inactive.' },
      { name: 'Login Type', required: false, holds: 'text', help: 'How the user signs in; not kept.' },
      { name: 'Creation Date', required: false, holds: 'text', help: 'When the account was made; not kept.' },
      { name: 'Last Client Version', required: false, holds: 'text', help: 'Version of the program; not kept.' },
      { name: 'PMI', required: false, holds: 'text', help: 'Number of the personal meeting; not kept.' },
    ],
    signIns: true,
    reliability: 0.85,
    tells: 'Who has a Zoom account, which are paid, and the last sign-in.',
    cannotTell: 'Meetings held or joined after the sign-in: a client stays signed in for months.',
  },
  read: (row) => {
    const closed = ['inactive', 'deactivated'].includes(row.text('User Status')?.toLowerCase() ?? '');
    return [
      {
        kind: 'account',
        at: row.at(),
        tool: { name: 'Zoom', nameKind: 'inventory' },
        person: row.required.person('Email'),
        lastActive: row.day('Last Login(UTC)'),
        activeDays: null,
        assigned: isPaid(row),
        closed,
      },
    ];
  },
} as const satisfies FileProfile;
