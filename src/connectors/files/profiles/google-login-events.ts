import type { EventLog, FileProfile } from '../profile.ts';
import { readEvent } from '../read-event.ts';

const eventLog = {
  timestamp: 'Date',
  person: 'User',
  tool: { constant: 'Google Workspace' },
  nameKind: 'inventory',
  event: { constant: 'sign-in' },
  only: [{ column: 'Event', values: ['Successful login'], reason: 'is another event than a successful sign-in' }],
} as const satisfies EventLog;

// Header: public description of the console's export of "User log events" (columns by name, date as ISO 8601 with its
// offset); the attributes also stand in Google's help, "User log events" (support.google.com/a/answer/4580120). Grade C.
export const googleLoginEvents = {
  meta: {
    id: 'google-login-events',
    title: 'Google Admin: user log events (sign-ins)',
    provides: ['usageDays'],
    columns: [
      { name: 'Date', required: true, holds: 'instant', help: 'Time of the event.' },
      { name: 'User', required: true, holds: 'person', help: 'Address of the person.', synonyms: ['Actor'] },
      { name: 'Event', required: true, holds: 'text', help: 'Only "Successful login" is use.' },
      { name: 'Login type', required: true, holds: 'text', help: 'How the person signed in; not kept.' },
      { name: 'Challenge type', required: false, holds: 'text', help: 'Second factor; not kept.' },
      { name: 'Is suspicious', required: false, holds: 'text', help: "Google's own flag; not kept." },
      { name: 'Is second factor', required: false, holds: 'text', help: 'Second factor used; not kept.' },
    ],
    reliability: 0.6,
    tells: 'Each sign-in to Google Workspace: who and when.',
    cannotTell:
      "Which of Google's tools was used, use without a new sign-in (days of use are a lower bound), and sign-ins of programs for mail, which the log leaves out.",
    eventLog,
  },
  read: (row) => [readEvent(row, eventLog)],
} as const satisfies FileProfile;
