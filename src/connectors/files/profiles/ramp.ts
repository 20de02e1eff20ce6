import type { Money } from '../../../model/money.ts';
import type { PersonRef } from '../../../model/observation.ts';
import type { FileProfile, RowReader } from '../profile.ts';

/** Older exports have a name here, which joins to nobody; only an address is a person. */
function userOf(row: RowReader): PersonRef | null {
  return row.text('User')?.includes('@') ? row.person('User') : null;
}

function paid(row: RowReader, currency: string): Money {
  return row.required.amount('Amount', row.currency('Currency') ?? currency);
}

export const ramp = {
  meta: {
    id: 'ramp',
    title: 'Ramp: card transactions',
    provides: ['spend'],
    columns: [
      { name: 'Transaction Date', required: true, holds: 'day', help: 'Day of the payment.', dayOrder: 'month-first' },
      { name: 'Amount', required: true, holds: 'amount', help: 'Amount; negative = refund.' },
      { name: 'Merchant Name', required: true, holds: 'text', help: 'Merchant as Ramp names it.' },
      { name: 'Ramp Category', required: true, holds: 'text', help: 'Category of Ramp.' },
      { name: 'Merchant Description', required: false, holds: 'text', help: 'Merchant as the statement writes it.' },
      { name: 'Currency', required: false, holds: 'currency', help: 'Currency, where the export has it.' },
      { name: 'Ramp Department', required: false, holds: 'text', help: 'Taken for the cost centre.' },
      {
        name: 'User',
        required: false,
        holds: 'person',
        help: 'Card holder; kept where it is an address.',
        synonyms: ['Cardholder Name'],
      },
    ],
    reliability: 1,
    tells: 'What was charged to which card, by department.',
    cannotTell: "The currency where there is no such column (the organisation's is taken).",
  },
  read: (row, context) => [
    {
      kind: 'spend',
      at: row.at(),
      date: row.required.day('Transaction Date'),
      merchant: row.text('Merchant Name') ?? row.required.text('Merchant Description'),
      amount: paid(row, context.currency),
      category: row.text('Ramp Category'),
      costCentre: row.text('Ramp Department'),
      person: userOf(row),
    },
  ],
  money: (row, context) => paid(row, context.currency),
} as const satisfies FileProfile;
