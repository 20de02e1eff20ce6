import type { ObservationOf } from '../../../model/observation.ts';
import type { Column, FileProfile, RowReader } from '../profile.ts';
import { reportDay } from '../report-day.ts';

/** Prefix of the report's columns -> name of the product today. */
const PRODUCTS = [
  ['Exchange', 'Microsoft Exchange Online'],
  ['OneDrive', 'Microsoft OneDrive'],
  ['SharePoint', 'Microsoft SharePoint'],
  ['Skype For Business', 'Skype for Business'],
  ['Yammer', 'Microsoft Viva Engage'],
  ['Teams', 'Microsoft Teams'],
] as const;

const PRODUCT_COLUMNS: readonly Column[] = PRODUCTS.flatMap(([prefix, product]): readonly Column[] => [
  { name: `Has ${prefix} License`, required: false, holds: 'yes-no', help: `A licence includes ${product}.` },
  { name: `${prefix} Last Activity Date`, required: false, holds: 'day', help: `Last day of use of ${product}.` },
]);

/** One account for each product that the person has a licence for or has used. */
function accounts(row: RowReader): readonly ObservationOf<'account'>[] {
  const person = row.required.person('User Principal Name');
  const closed = row.yesNo('Is Deleted') ?? false;
  const until = reportDay(row, 'Report Refresh Date');
  return PRODUCTS.flatMap(([prefix, name]): readonly ObservationOf<'account'>[] => {
    const assigned = row.yesNo(`Has ${prefix} License`);
    const lastActive = row.day(`${prefix} Last Activity Date`);
    if (assigned !== true && lastActive === null) return [];
    const tool = { name, nameKind: 'inventory' as const };
    return [{ kind: 'account', at: row.at(), tool, person, lastActive, activeDays: null, assigned, closed, ...until }];
  });
}

export const m365ActiveUsers = {
  meta: {
    id: 'm365-active-users',
    title: 'Microsoft 365: active users',
    provides: ['accounts'],
    columns: [
      { name: 'User Principal Name', required: true, holds: 'person', help: 'Sign-in name.' },
      {
        name: 'Report Refresh Date',
        required: true,
        holds: 'day',
        help: 'Day of the report: use after it is unknown.',
      },
      { name: 'Assigned Products', required: true, holds: 'text', help: 'Licences; not kept.' },
      { name: 'Is Deleted', required: false, holds: 'yes-no', help: 'The account is closed.' },
      ...PRODUCT_COLUMNS,
    ],
    // Microsoft's reports on single products share the needed columns.
    oneOf: PRODUCTS.map(([prefix]) => `Has ${prefix} License`),
    reliability: 0.85,
    tells: 'For each Microsoft product: who has a licence and the last day of use.',
    cannotTell:
      'Use older than the report reaches, or after its day; where the tenant conceals names, people cannot be joined to other sources.',
  },
  read: (row) => {
    const found = accounts(row);
    return found.length > 0 ? found : row.reject(null, 'has neither a licence nor any activity in a product');
  },
} as const satisfies FileProfile;
