import type { EventLog, FileProfile } from '../profile.ts';
import { readEvent } from '../read-event.ts';

const eventLog = {
  timestamp: 'id.time',
  person: 'actor.email',
  tool: { constant: 'Google Workspace' },
  nameKind: 'inventory',
  event: { constant: 'sign-in' },
  only: [{ column: 'name', values: ['login_success'], reason: 'is another event than a successful sign-in' }],
} as const satisfies EventLog;

// Header: public description of what `gam report login` writes (columns by name); names of the fields and events: Google,
// Admin SDK Reports API, "Login Audit Activity Events". Grade C.
export const gamLoginReport = {
  meta: {
    id: 'gam-login-report',
    title: 'Google: sign-ins (GAM report login)',
    provides: ['usageDays'],
    columns: [
      { name: 'id.time', required: true, holds: 'instant', help: 'Time of the event.', zone: 'UTC' },
      { name: 'actor.email', required: true, holds: 'person', help: 'Address of the person.' },
      { name: 'name', required: true, holds: 'text', help: 'Only login_success is use.' },
      { name: 'login_type', required: true, holds: 'text', help: 'How the person signed in; not kept.' },
      { name: 'is_suspicious', required: false, holds: 'text', help: "Google's own flag; not kept." },
      { name: 'ipAddress', required: false, holds: 'text', help: 'Where from; not kept.' },
    ],
    reliability: 0.6,
    tells: 'Each sign-in to Google Workspace: who and when.',
    cannotTell: "Which of Google's tools was used, and use without a new sign-in: days of use are a lower bound.",
    eventLog,
  },
  read: (row) => [readEvent(row, eventLog)],
} as const satisfies FileProfile;
