import type { ObservationOf } from '../../../model/observation.ts';
import type { Column, FileProfile, RowReader } from '../profile.ts';

/** Product as the columns name it -> former names there. */
const PRODUCTS = [
  ['Jira', ['Jira Software']],
  ['Confluence', []],
  ['Jira Service Management', ['Jira Service Desk']],
  ['Jira Product Discovery', []],
  ['Jira Work Management', []],
  ['Bitbucket', []],
] as const satisfies readonly (readonly [string, readonly string[]])[];

const PRODUCT_COLUMNS: readonly Column[] = PRODUCTS.flatMap(([product, former]): readonly Column[] => [
  {
    name: `Last seen in ${product}`,
    required: false,
    holds: 'day',
    help: `Last day of use of ${product}, or "Never accessed".`,
    synonyms: former.map((name) => `Last seen in ${name}`),
    perSite: true,
  },
  {
    name: product,
    required: false,
    holds: 'text',
    help: `Access to ${product}; "None" = none.`,
    synonyms: former,
    perSite: true,
  },
]);

const NO_ACCESS = new Set(['none', 'no access']);

function hasAccess(row: RowReader, product: string): boolean | null {
  const access = row.text(product);
  return access === null ? null : !NO_ACCESS.has(access.toLowerCase());
}

function accountIn(row: RowReader, product: string): readonly ObservationOf<'account'>[] {
  const assigned = hasAccess(row, product);
  const column = `Last seen in ${product}`;
  const never = /^never/i.test(row.text(column) ?? '');
  const lastActive = never ? null : row.day(column);
  // "Never" is said of people without access too, so it makes an account only where the file tells of access.
  if (assigned !== true && lastActive === null) return [];
  return [
    {
      kind: 'account',
      at: row.at(),
      tool: { name: product, nameKind: 'inventory' },
      person: row.required.person('email'),
      lastActive,
      activeDays: never ? 0 : null,
      assigned,
      closed: row.required.text('User status').toLowerCase() !== 'active',
    },
  ];
}

// Header: public code that reads "Export users" of a site or organisation (eight files); support.atlassian.com, "Export
// users from a site". The columns of products carry the name of the site. Grade C.
export const atlassianUsers = {
  meta: {
    id: 'atlassian-users',
    title: 'Atlassian: users of a site',
    provides: ['accounts'],
    columns: [
      { name: 'User id', required: true, holds: 'text', help: 'Id of the account; not kept.' },
      { name: 'email', required: true, holds: 'person', help: 'Address of the person.' },
      { name: 'User status', required: true, holds: 'text', help: 'Active, or anything else for a closed account.' },
      { name: 'User name', required: false, holds: 'text', help: 'Name of the person; not kept.' },
      { name: 'Added to org', required: false, holds: 'text', help: 'When the account was made; not kept.' },
      { name: 'Org role', required: false, holds: 'text', help: 'Role; not kept.' },
      ...PRODUCT_COLUMNS,
    ],
    reliability: 0.85,
    tells: 'When each person was last seen in which product of Atlassian, and who has access where the file says so.',
    cannotTell:
      'On how many days. Without the columns of access: who holds a seat and never came. Files with several sites have each column twice, and a person has to say which counts.',
  },
  read: (row) => {
    const found = PRODUCTS.flatMap(([product]) => accountIn(row, product));
    return found.length > 0 ? found : row.reject(null, 'has access to no product and was seen in none');
  },
} as const satisfies FileProfile;
