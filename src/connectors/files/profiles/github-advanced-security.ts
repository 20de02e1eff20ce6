import type { FileProfile } from '../profile.ts';

// Header: github/docs, content/billing/reference/license-reports.md. Grade V.
export const githubAdvancedSecurity = {
  meta: {
    id: 'github-advanced-security',
    title: 'GitHub Advanced Security: active committers',
    provides: ['accounts'],
    columns: [
      { name: 'User login', required: true, holds: 'person', help: 'Login at GitHub.' },
      { name: 'Organization / repository', required: true, holds: 'text', help: 'Where it counts; not kept.' },
      { name: 'Last pushed date', required: true, holds: 'day', help: 'Day of the last push there.' },
      { name: 'Last pushed email', required: false, holds: 'text', help: 'Address in the commit; not kept.' },
    ],
    reliability: 0.85,
    tells: 'Who takes a licence of GitHub Advanced Security, and the push that made it count.',
    cannotTell:
      'Whether anybody looks at the findings: a push makes the seat. The address is what the commit says and joins nobody for certain, so people are known by their login only.',
  },
  read: (row) => [
    {
      kind: 'account',
      at: row.at(),
      tool: { name: 'GitHub Advanced Security', nameKind: 'inventory' },
      person: row.required.person('User login'),
      lastActive: row.day('Last pushed date'),
      activeDays: null,
      assigned: true,
      closed: false,
    },
  ],
} as const satisfies FileProfile;
