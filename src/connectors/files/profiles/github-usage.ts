import type { FileProfile } from '../profile.ts';

/** GitHub states its prices and bills its metered products in dollars; the report has no column for it. */
const CURRENCY = 'USD';

// Header: docs.github.com, "Billing reports reference" (fields of the summarized and the detailed usage report). Grade V.
export const githubUsage = {
  meta: {
    id: 'github-usage',
    title: 'GitHub: metered usage',
    provides: ['spend'],
    columns: [
      { name: 'date', required: true, holds: 'day', help: 'Day of the use, in UTC.' },
      { name: 'product', required: true, holds: 'text', help: 'Product of GitHub, such as actions or copilot.' },
      { name: 'sku', required: true, holds: 'text', help: 'Taken for the category.' },
      { name: 'net_amount', required: true, holds: 'amount', help: 'What is charged, discounts taken off.' },
      { name: 'gross_amount', required: true, holds: 'text', help: 'Before discounts; not kept.' },
      { name: 'username', required: false, holds: 'person', help: 'Login at GitHub; only in the detailed report.' },
      { name: 'cost_center_name', required: false, holds: 'text', help: 'Taken for the cost centre.' },
      { name: 'organization', required: false, holds: 'text', help: 'Organisation at GitHub; not kept.' },
      { name: 'quantity', required: false, holds: 'text', help: 'Units used; not kept.' },
    ],
    reliability: 1,
    tells: 'What GitHub charges for metered products, by day, product and cost centre, in US dollars.',
    cannotTell:
      'Rows below half a cent are rounded to nothing: take the summarized report for sums. The same money comes again in the card or bank statement: import one of the two.',
  },
  read: (row) => [
    {
      kind: 'spend',
      at: row.at(),
      date: row.required.day('date'),
      merchant: row.required.text('product').toLowerCase() === 'copilot' ? 'GitHub Copilot' : 'GitHub',
      amount: row.required.amount('net_amount', CURRENCY),
      category: row.required.text('sku'),
      costCentre: row.text('cost_center_name'),
      person: row.person('username'),
    },
  ],
  money: (row) => row.required.amount('net_amount', CURRENCY),
} as const satisfies FileProfile;
