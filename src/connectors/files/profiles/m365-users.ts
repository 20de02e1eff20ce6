import type { ObservationOf, PersonRef } from '../../../model/observation.ts';
import type { FileProfile, RowReader } from '../profile.ts';

const NO_LICENCE = new Set(['unlicensed', '']);

/** The export joins licences with "+", and writes "Unlicensed" for none. */
function licences(row: RowReader): readonly string[] {
  const parts = (row.text('Licenses') ?? '').split('+').map((part) => part.trim());
  return parts.filter((part) => !NO_LICENCE.has(part.toLowerCase()));
}

function personOf(row: RowReader, person: PersonRef): ObservationOf<'person'> {
  return {
    kind: 'person',
    at: row.at(),
    person,
    team: row.text('Department'),
    manager: null,
    location: row.text('Office') ?? row.text('City'),
    timeZone: null,
    start: null,
    end: null,
  };
}

function accountOf(row: RowReader, person: PersonRef, name: string, closed: boolean): ObservationOf<'account'> {
  return {
    kind: 'account',
    at: row.at(),
    tool: { name, nameKind: 'inventory' },
    person,
    lastActive: null,
    activeDays: null,
    assigned: true,
    closed,
  };
}

// Header: public code that reads and writes "Export users" of the admin centre's active users (eight files; one gives the
// whole row of names). Grade C.
export const m365Users = {
  meta: {
    id: 'm365-users',
    title: 'Microsoft 365: users and licences',
    provides: ['people', 'accounts'],
    columns: [
      { name: 'User principal name', required: true, holds: 'person', help: 'Sign-in name.' },
      { name: 'Licenses', required: true, holds: 'text', help: 'Licences joined with "+", or "Unlicensed".' },
      { name: 'Block credential', required: true, holds: 'yes-no', help: 'Sign-in is blocked.' },
      { name: 'Soft deletion time stamp', required: false, holds: 'day', help: 'Filled = the account is deleted.' },
      { name: 'Department', required: false, holds: 'text', help: 'Taken for the team.' },
      { name: 'Office', required: false, holds: 'text', help: 'Taken for the location.' },
      { name: 'City', required: false, holds: 'text', help: 'Taken for the location where there is no office.' },
      { name: 'Display name', required: false, holds: 'text', help: 'Name of the person; not kept.' },
      { name: 'Object Id', required: false, holds: 'text', help: 'Id of the account; not kept.' },
      { name: 'When created', required: false, holds: 'text', help: 'When the account was made; not kept.' },
    ],
    reliability: 0.85,
    tells: 'Who holds which Microsoft licence, in which department, and which licences sit on blocked accounts.',
    cannotTell: 'Whether anybody uses what the licence includes: the active users report tells that.',
  },
  read: (row) => {
    const held = licences(row);
    if (held.length === 0) row.reject('Licenses', 'holds no licence');
    const person = row.required.person('User principal name');
    const closed = row.yesNo('Block credential') === true || row.day('Soft deletion time stamp') !== null;
    const seats = held.map((name) => accountOf(row, person, name, closed));
    // A blocked account is no sign that the person still works here.
    return closed ? seats : [personOf(row, person), ...seats];
  },
} as const satisfies FileProfile;
