import type { EventLog, FileProfile } from '../profile.ts';
import { readEvent } from '../read-event.ts';

const eventLog = {
  timestamp: 'Date (UTC)',
  person: 'Username',
  tool: 'Application',
  nameKind: 'sso',
  event: { constant: 'sign-in' },
  only: [{ column: 'Status', values: ['Success', '0'], reason: 'is a sign-in that did not succeed' }],
} as const satisfies EventLog;

// Header: public code that reads the download of the portal (56 columns, interactive and non-interactive alike; the
// file of service principals has no user and is another one); meaning of the columns: Microsoft, "Learn about the
// sign-in log activity details" (azure-docs, concept-sign-in-log-activity-details.md); names in JSON: Microsoft Graph,
// signIn resource type, where error code 0 is success. Grade C.
export const entraSignIns = {
  meta: {
    id: 'entra-sign-ins',
    title: 'Microsoft Entra: sign-in log',
    provides: ['usageDays'],
    columns: [
      {
        name: 'Date (UTC)',
        required: true,
        holds: 'instant',
        help: 'Time of the sign-in.',
        zone: 'UTC',
        synonyms: ['createdDateTime'],
      },
      {
        name: 'Username',
        required: true,
        holds: 'person',
        help: 'Sign-in name of the person.',
        synonyms: ['userPrincipalName'],
      },
      {
        name: 'Application',
        required: true,
        holds: 'text',
        help: 'Name of the application.',
        synonyms: ['appDisplayName'],
      },
      {
        name: 'Status',
        required: true,
        holds: 'text',
        help: 'Success, Failure or Interrupted; 0 in lines of JSON.',
        synonyms: ['status.errorCode'],
      },
      { name: 'Request ID', required: false, holds: 'text', help: 'Id of the request; not kept.' },
      { name: 'Application ID', required: false, holds: 'text', help: 'Id of the application; not kept.' },
      { name: 'Sign-in error code', required: false, holds: 'text', help: 'Why it failed; not kept.' },
      { name: 'Client app', required: false, holds: 'text', help: 'Browser or kind of client; not kept.' },
    ],
    // METHOD annex: one sign-in may last for weeks, so active days from single sign-on are a lower bound.
    reliability: 0.6,
    tells: 'Each sign-in through Microsoft Entra: who, where, when.',
    cannotTell:
      'Use without a new sign-in: days of use are a lower bound. Applications that sign in to each other without a person are in another file.',
    eventLog,
  },
  read: (row) => [readEvent(row, eventLog)],
} as const satisfies FileProfile;
