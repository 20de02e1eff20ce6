import type { Money } from '../../../model/money.ts';
import type { FileProfile, RowReader } from '../profile.ts';

/** What was paid, in the currency it was paid in; the other amount is a conversion whose currency is not written. */
function paid(row: RowReader, currency: string): Money {
  const original = row.currency('Original Currency');
  const amount = original === null ? null : row.amount('Original Amount', original);
  return amount ?? row.required.amount('Amount', currency);
}

export const expensify = {
  meta: {
    id: 'expensify',
    title: 'Expensify: expenses',
    provides: ['spend'],
    columns: [
      { name: 'Timestamp', required: true, holds: 'day', help: 'Day of the expense.' },
      { name: 'Merchant', required: true, holds: 'text', help: 'Merchant.' },
      { name: 'Amount', required: true, holds: 'amount', help: 'Amount in the currency of the report.' },
      { name: 'Reimbursable', required: true, holds: 'text', help: 'Paid back to the person; not kept.' },
      { name: 'Category', required: false, holds: 'text', help: 'Category.' },
      { name: 'Tag', required: false, holds: 'text', help: 'Taken for the cost centre.' },
      { name: 'Original Currency', required: false, holds: 'currency', help: 'Currency that was paid in.' },
      { name: 'Original Amount', required: false, holds: 'amount', help: 'Amount in that currency.' },
      { name: 'MCC', required: false, holds: 'text', help: 'Merchant category code; not kept.' },
      { name: 'Receipt', required: false, holds: 'text', help: 'Link to the receipt; not kept.' },
    ],
    reliability: 1,
    tells: 'What people paid themselves and claimed back, in the currency they paid in.',
    cannotTell: 'Who paid; the currency where "Original Currency" is empty (the organisation\'s is taken).',
  },
  read: (row, context) => [
    {
      kind: 'spend',
      at: row.at(),
      date: row.required.day('Timestamp'),
      merchant: row.required.text('Merchant'),
      amount: paid(row, context.currency),
      category: row.text('Category'),
      costCentre: row.text('Tag'),
      person: null,
    },
  ],
  money: (row, context) => paid(row, context.currency),
} as const satisfies FileProfile;
