import type { EventLog, FileProfile } from '../profile.ts';
import { readEvent } from '../read-event.ts';

/** An event names what it is about in a list: the person, the application, the rule that applied, in any order. */
const TARGETS = [0, 1, 2, 3, 4] as const;

const eventLog = {
  timestamp: 'timestamp',
  person: 'actor.alternate_id',
  // The other targets of such an event are people and rules: their names must not pass for names of tools.
  tool: {
    among: TARGETS.map((place) => ({ column: `target${place}.display_name`, kind: `target${place}.type` })),
    kinds: ['AppInstance'],
    reason: 'names no application',
  },
  nameKind: 'sso',
  event: { constant: 'sign-in' },
  only: [
    {
      column: 'event_type',
      values: ['user.authentication.sso'],
      reason: 'is another event than a sign-in to an application',
    },
    { column: 'outcome.result', values: ['SUCCESS'], reason: 'is a sign-in that did not succeed' },
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
      ...TARGETS.slice(1).flatMap((place) => [
        {
          name: `target${place}.type`,
          required: false,
          holds: 'text' as const,
          help: 'As the first; not kept.',
          synonyms: [`target.${place}.type`],
        },
        {
          name: `target${place}.display_name`,
          required: false,
          holds: 'text' as const,
          help: 'As the first: the application stands in any of them.',
          synonyms: [`target.${place}.displayName`],
        },
      ]),
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
