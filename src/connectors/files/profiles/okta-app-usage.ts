import type { FileProfile, RowReader } from '../profile.ts';

/** The ISO column carries the zone; the other is written for people. */
function signInTime(row: RowReader): string {
  return row.instant('Login Date_ISO8601') ?? row.required.instant('Login Date');
}

export const oktaAppUsage = {
  meta: {
    id: 'okta-app-usage',
    title: 'Okta: application usage',
    provides: ['usageDays'],
    columns: [
      {
        name: 'Instance Name',
        required: true,
        holds: 'text',
        help: 'Label of the application.',
        synonyms: ['Application instance'],
      },
      { name: 'Login', required: true, holds: 'person', help: 'Login of the person in Okta.' },
      { name: 'Login Date', required: true, holds: 'instant', help: 'Time of the sign-in.' },
      { name: 'Login Date_ISO8601', required: false, holds: 'instant', help: 'The same with its zone; preferred.' },
    ],
    reliability: 0.6,
    tells: 'Each sign-in through Okta: who, where, when.',
    cannotTell: 'Use without a new sign-in: days of use are a lower bound.',
  },
  read: (row) => [
    {
      kind: 'usage-event',
      at: row.at(),
      tool: { name: row.required.text('Instance Name'), nameKind: 'sso' },
      person: row.required.person('Login'),
      timestamp: signInTime(row),
      event: 'sign-in',
    },
  ],
} as const satisfies FileProfile;
