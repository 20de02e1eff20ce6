import type { FileProfile, RowReader } from '../profile.ts';

/**
 * GAM joins several values in a cell with a space, so a name with spaces cannot be told from two names. The number of
 * licences says whether the cell holds one.
 */
function licenceOf(row: RowReader): string {
  const count = row.required.count('LicensesCount');
  if (count === 0) row.reject('LicensesCount', 'holds no licence');
  if (count > 1) return 'Google Workspace';
  return row.required.text('LicensesDisplay');
}

// Header: GAM-team/GAM wiki, GamUpdates.md (`print users licenses`). Grade V (the tool's own document).
export const gamLicences = {
  meta: {
    id: 'gam-licences',
    title: 'Google: licences (GAM print users licenses)',
    provides: ['accounts'],
    columns: [
      { name: 'primaryEmail', required: true, holds: 'person', help: 'Address of the person.' },
      { name: 'LicensesCount', required: true, holds: 'count', help: 'Number of licences.' },
      { name: 'LicensesDisplay', required: true, holds: 'text', help: 'Names of the licences.' },
      { name: 'Licenses', required: false, holds: 'text', help: 'Ids of the licences; not kept.' },
    ],
    reliability: 0.85,
    tells: 'Who holds a Google licence, and which where it is one.',
    cannotTell:
      'Whether it is used. Where a person holds several licences the file does not separate their names: they are taken as one seat in Google Workspace.',
  },
  read: (row) => [
    {
      kind: 'account',
      at: row.at(),
      tool: { name: licenceOf(row), nameKind: 'inventory' },
      person: row.required.person('primaryEmail'),
      lastActive: null,
      activeDays: null,
      assigned: true,
      closed: false,
    },
  ],
} as const satisfies FileProfile;
