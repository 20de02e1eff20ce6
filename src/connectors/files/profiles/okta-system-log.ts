import type { EventLog, FileProfile } from '../profile.ts';
import { readEvent } from '../read-event.ts';

const eventLog = {
  timestamp: 'timestamp',
  person: 'actor.alternate_id',
  tool: 'target0.display_name',
  nameKind: 'sso',
  event: { constant: 'sign-in' },
  only: [
    {
      column: 'event_type',
      values: ['user.authentication.sso'],
      reason: 'is another event than a sign-in to an application',
    },
    { column: 'outcome.result', values: ['SUCCESS'], reason: 'is a sign-in that did not succeed' },
    // The other targets of such an event are people: their names must not pass for names of tools.
    { column: 'target0.type', values: ['AppInstance'], reason: 'names no application first' },
  ],
} as const satisfies EventLog;

// Header: several public readers of the CSV download of the system log, among them one with all its columns as a table;
// meaning of the fields, and their names in the API, which lines of JSON have: Okta, "System Log API", LogEvent object. Grade C.
export const oktaSystemLog = {
  meta: {
    id: 'okta-system-log',
    title: 'Okta: system log',
    provides: ['usageDays'],
    columns: [
      {
        name: 'timestamp',
        required: true,
        holds: 'instant',
        help: 'Time of the event.',
        zone: 'UTC',
        synonyms: ['published'],
      },
      {
        name: 'event_type',
        required: true,
        holds: 'text',
        help: 'Only user.authentication.sso is use.',
        synonyms: ['eventType'],
      },
      {
        name: 'actor.alternate_id',
        required: true,
        holds: 'person',
        help: 'Login of the person in Okta.',
        synonyms: ['actor.alternateId'],
      },
      { name: 'outcome.result', required: true, holds: 'text', help: 'Only SUCCESS is use.' },
      {
        name: 'target0.type',
        required: true,
        holds: 'text',
        help: 'AppInstance for an application; not kept.',
        synonyms: ['target.0.type'],
      },
      {
        name: 'target0.display_name',
        required: true,
        holds: 'text',
        help: 'Label of the application.',
        synonyms: ['target.0.displayName'],
      },
      { name: 'display_message', required: false, holds: 'text', help: 'The event in words; not kept.' },
      { name: 'uuid', required: false, holds: 'text', help: 'Id of the event; not kept.' },
    ],
    reliability: 0.6,
    tells: 'Each sign-in to an application through Okta: who, where, when.',
    cannotTell:
      'Use without a new sign-in: days of use are a lower bound. All other events of the log say nothing of it.',
    eventLog,
  },
  read: (row) => [readEvent(row, eventLog)],
} as const satisfies FileProfile;
