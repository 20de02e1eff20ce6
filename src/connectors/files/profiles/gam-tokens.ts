import type { FileProfile } from '../profile.ts';

export const gamTokens = {
  meta: {
    id: 'gam-tokens',
    title: 'Google: granted applications (GAM print tokens)',
    provides: ['tools'],
    columns: [
      { name: 'user', required: true, holds: 'person', help: 'Address of the person who granted access; not kept.' },
      { name: 'clientId', required: true, holds: 'text', help: 'Id of the application at Google; not kept.' },
      { name: 'displayText', required: true, holds: 'text', help: 'Name of the application.' },
      { name: 'scopes', required: true, holds: 'text', help: 'What was granted; not kept.' },
    ],
    reliability: 0.85,
    tells: 'Which applications people have let into their Google account.',
    cannotTell: 'Whether a grant is still used: it stays until somebody takes it back. It is no seat.',
  },
  read: (row) => [
    {
      kind: 'tool-seen',
      at: row.at(),
      tool: { name: row.required.text('displayText'), nameKind: 'oauth' },
      origin: 'grant',
      vendor: null,
      url: null,
      owner: null,
      department: null,
      purpose: null,
      capabilities: null,
      status: null,
    },
  ],
} as const satisfies FileProfile;
