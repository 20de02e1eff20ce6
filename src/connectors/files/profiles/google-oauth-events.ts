import type { FileProfile } from '../profile.ts';

// Header: public description of the console's export of "OAuth log events" (columns by name); the event "Grant" stands in
// Google's help on monitoring grants by scope. Grade C.
export const googleOauthEvents = {
  meta: {
    id: 'google-oauth-events',
    title: 'Google Admin: OAuth log events (grants)',
    provides: ['tools'],
    columns: [
      { name: 'Application name', required: true, holds: 'text', help: 'Name of the application.' },
      { name: 'Event', required: true, holds: 'text', help: 'Grant, or another event.' },
      { name: 'Application ID', required: true, holds: 'text', help: 'Id of the application at Google; not kept.' },
      { name: 'User', required: true, holds: 'text', help: 'Who did it; not kept.', synonyms: ['Actor'] },
      { name: 'Date', required: false, holds: 'text', help: 'Time of the event; not kept.' },
      { name: 'Scopes', required: false, holds: 'text', help: 'What was granted; not kept.', synonyms: ['Scope'] },
    ],
    reliability: 0.85,
    tells: 'Which applications people have let into their Google account in the period of the log.',
    cannotTell:
      'Older grants, and whether a grant is still used: it stays until somebody takes it back. It is no seat.',
  },
  read: (row) => {
    if (/revoke/i.test(row.text('Event') ?? '')) row.reject('Event', 'takes a grant back');
    return [
      {
        kind: 'tool-seen',
        at: row.at(),
        tool: { name: row.required.text('Application name'), nameKind: 'oauth' },
        origin: 'grant',
        vendor: null,
        url: null,
        owner: null,
        department: null,
        purpose: null,
        capabilities: null,
        status: null,
      },
    ];
  },
} as const satisfies FileProfile;
