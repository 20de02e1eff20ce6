import type { EventLog, FileProfile } from '../profile.ts';
import { readEvent } from '../read-event.ts';

const eventLog = {
  // This column carries the zone; the other is written for people.
  timestamp: 'Login Date_ISO8601',
  otherTimestamp: 'Login Date',
  person: 'Login',
  tool: 'Instance Name',
  nameKind: 'sso',
  event: { constant: 'sign-in' },
} as const satisfies EventLog;

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
    eventLog,
  },
  read: (row) => [readEvent(row, eventLog)],
} as const satisfies FileProfile;
