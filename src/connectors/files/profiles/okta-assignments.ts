import type { FileProfile, RowReader } from '../profile.ts';

/** Names of sign-in methods that Okta shows where an application is not from its catalogue. */
const METHOD_NAME = /^(?:saml|oidc|openid|swa|bookmark|template|ws-?fed|basic auth)\b/i;

/**
 * The label that the organisation gave ("Salesforce Sandbox") keeps environments apart, so it is taken where it still
 * names the application; a label of another kind ("Wiki") would hide what the application is.
 */
function applicationName(row: RowReader): string {
  const name = row.text('Application name');
  const label = row.text('Application instance');
  if (name === null || METHOD_NAME.test(name)) return label ?? row.required.text('Application name');
  return label?.toLowerCase().includes(name.toLowerCase()) ? label : name;
}

export const oktaAssignments = {
  meta: {
    id: 'okta-assignments',
    title: 'Okta: current assignments',
    provides: ['accounts'],
    columns: [
      { name: 'Application name', required: true, holds: 'text', help: "Application in Okta's catalogue." },
      { name: 'Login', required: true, holds: 'person', help: 'Login of the person in Okta.' },
      { name: 'Assigned on', required: true, holds: 'day', help: 'Day of the assignment; not kept.' },
      { name: 'Application instance', required: false, holds: 'text', help: 'Label that the organisation gave.' },
      { name: 'Unassigned on', required: false, holds: 'day', help: 'Filled = no longer assigned.' },
      { name: 'Last login', required: false, holds: 'day', help: 'Last sign-in through Okta.' },
    ],
    // METHOD annex: one sign-in may last for weeks, so active days from single sign-on are a lower bound.
    reliability: 0.6,
    tells: 'Who is assigned which application, and the last sign-in through Okta.',
    cannotTell:
      'Use after the sign-in: a session may last for weeks, and an old sign-in alone never proves an idle seat.',
  },
  read: (row) => [
    {
      kind: 'account',
      at: row.at(),
      tool: { name: applicationName(row), nameKind: 'sso' },
      person: row.required.person('Login'),
      lastActive: row.day('Last login'),
      activeDays: null,
      assigned: row.day('Unassigned on') === null,
      closed: false,
    },
  ],
} as const satisfies FileProfile;
