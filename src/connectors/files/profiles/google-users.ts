import type { ObservationOf, PersonRef } from '../../../model/observation.ts';
import type { FileProfile, RowReader } from '../profile.ts';

function personOf(row: RowReader, person: PersonRef): ObservationOf<'person'> {
  return {
    kind: 'person',
    at: row.at(),
    person,
    team: row.text('Department'),
    manager: row.person('Manager Email'),
    location: row.text('Building ID'),
    timeZone: null,
    start: null,
    end: null,
  };
}

function accountOf(row: RowReader, person: PersonRef, closed: boolean): ObservationOf<'account'> {
  const never = row.text('Last Sign In [READ ONLY]')?.toLowerCase() === 'never logged in';
  return {
    kind: 'account',
    at: row.at(),
    tool: { name: 'Google Workspace', nameKind: 'inventory' },
    person,
    lastActive: never ? null : row.day('Last Sign In [READ ONLY]'),
    // The export says outright that nobody ever signed in; an empty cell would only be unknown.
    activeDays: never ? 0 : null,
    assigned: true,
    closed,
  };
}

export const googleUsers = {
  meta: {
    id: 'google-users',
    title: 'Google Admin: users',
    provides: ['people', 'accounts'],
    columns: [
      {
        name: 'Email Address [Required]',
        required: true,
        holds: 'person',
        help: 'Address of the person.',
        synonyms: ['Email Address'],
      },
      {
        name: 'Last Sign In [READ ONLY]',
        required: true,
        holds: 'day',
        help: 'Last sign-in, or "Never logged in".',
        synonyms: ['Last Sign In'],
      },
      { name: 'Status [READ ONLY]', required: true, holds: 'text', help: 'Active or Suspended.', synonyms: ['Status'] },
      { name: 'Department', required: false, holds: 'text', help: 'Taken for the team.' },
      { name: 'Manager Email', required: false, holds: 'person', help: 'Address of the line manager.' },
      { name: 'Building ID', required: false, holds: 'text', help: 'Taken for the location.' },
    ],
    signIns: true,
    reliability: 0.85,
    tells: 'Who has a Google account, in which department, and the last sign-in.',
    cannotTell:
      "Use after the sign-in, which of Google's tools is used, and which accounts hold no paid licence (Cloud Identity).",
  },
  read: (row) => {
    const person = row.required.person('Email Address [Required]');
    const isSuspended = row.text('Status [READ ONLY]')?.toLowerCase() === 'suspended';
    // A suspended account is no sign that the person still works here.
    return isSuspended ? [accountOf(row, person, true)] : [personOf(row, person), accountOf(row, person, false)];
  },
} as const satisfies FileProfile;
