import type { ObservationOf } from '../../../model/observation.ts';
import type { Column, FileProfile, RowReader } from '../profile.ts';

/** Column of the export -> name of the product today. A filled cell means access. */
const PRODUCTS = [
  ['Jira', 'Jira'],
  ['Confluence', 'Confluence'],
  ['Jira Service Management', 'Jira Service Management'],
  ['Jira Product Discovery', 'Jira Product Discovery'],
  ['Jira Work Management', 'Jira Work Management'],
  ['Bitbucket', 'Bitbucket'],
  ['Trello', 'Trello'],
  ['Opsgenie', 'Opsgenie'],
  ['Statuspage', 'Statuspage'],
  ['Loom', 'Loom'],
] as const;

const PRODUCT_COLUMNS: readonly Column[] = PRODUCTS.map(([name, product]) => ({
  name,
  required: false,
  holds: 'text',
  help: `Filled = access to ${product}.`,
}));

const NO_ACCESS = new Set(['none', 'no', 'false', '-']);

function accounts(row: RowReader): readonly ObservationOf<'account'>[] {
  const person = row.required.person('Email');
  const closed = row.required.text('Status').toLowerCase() !== 'active';
  return PRODUCTS.flatMap(([column, name]): readonly ObservationOf<'account'>[] => {
    const access = row.text(column);
    if (access === null || NO_ACCESS.has(access.toLowerCase())) return [];
    const tool = { name, nameKind: 'inventory' as const };
    // The last activity is that of the person in any product, so it proves nothing for this one.
    return [
      { kind: 'account', at: row.at(), tool, person, lastActive: null, activeDays: null, assigned: true, closed },
    ];
  });
}

// Header: support.atlassian.com, "Export accounts from domains" (list of fields) and two public readers that give the
// names. Grade V for the fields, C for the names.
export const atlassianManagedAccounts = {
  meta: {
    id: 'atlassian-managed-accounts',
    title: 'Atlassian: managed accounts',
    provides: ['accounts'],
    columns: [
      { name: 'Atlassian ID', required: true, holds: 'text', help: 'Id of the account; not kept.' },
      { name: 'Email', required: true, holds: 'person', help: 'Address of the person.' },
      { name: 'Status', required: true, holds: 'text', help: 'Active or deactivated.' },
      {
        name: 'Last active date [UTC]',
        required: true,
        holds: 'text',
        help: 'Last day of use of any product; not kept.',
        synonyms: ['Last active'],
      },
      ...PRODUCT_COLUMNS,
    ],
    reliability: 0.85,
    tells: 'Who has access to which product of Atlassian, and which accounts are deactivated.',
    cannotTell:
      'When a product was last used: the one date is for all products together. The export of users of a site has a date for each.',
  },
  read: (row) => {
    const found = accounts(row);
    return found.length > 0 ? found : row.reject(null, 'has access to no product');
  },
} as const satisfies FileProfile;
