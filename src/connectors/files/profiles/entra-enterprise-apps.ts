import type { FileProfile, RowReader } from '../profile.ts';

/** Parts of a tenant that sign in by themselves and are no application that anybody uses. */
function checkIsApplication(row: RowReader): void {
  if (row.text('applicationType')?.toLowerCase() === 'managed identity') {
    row.reject('applicationType', 'is an identity of a machine, not an application');
  }
}

// Header: public code that reads the download of "Enterprise applications" (five files, the same nine names). Grade C.
export const entraEnterpriseApps = {
  meta: {
    id: 'entra-enterprise-apps',
    title: 'Microsoft Entra: enterprise applications',
    provides: ['tools'],
    columns: [
      { name: 'displayName', required: true, holds: 'text', help: 'Name of the application.' },
      { name: 'appId', required: true, holds: 'text', help: 'Id of the application; not kept.' },
      { name: 'applicationVisibility', required: true, holds: 'text', help: 'Shown to people or not; not kept.' },
      { name: 'accountEnabled', required: false, holds: 'yes-no', help: 'People may sign in.' },
      { name: 'applicationType', required: false, holds: 'text', help: 'Enterprise, Microsoft or machine.' },
      { name: 'createdDateTime', required: false, holds: 'text', help: 'When it was added; not kept.' },
      { name: 'assignmentRequired', required: false, holds: 'text', help: 'Only for assigned people; not kept.' },
    ],
    reliability: 0.85,
    tells: 'Which applications are known to Microsoft Entra, and which are switched off.',
    cannotTell: 'Whether anybody uses them, who may, and what they cost: the sign-in log tells use.',
  },
  read: (row) => {
    checkIsApplication(row);
    return [
      {
        kind: 'tool-seen',
        at: row.at(),
        tool: { name: row.required.text('displayName'), nameKind: 'sso' },
        origin: 'sign-in',
        vendor: null,
        url: null,
        owner: null,
        department: null,
        purpose: null,
        capabilities: null,
        status: row.yesNo('accountEnabled') === false ? 'disabled' : null,
      },
    ];
  },
} as const satisfies FileProfile;
