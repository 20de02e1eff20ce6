import type { Money } from '../../../model/money.ts';
import type { PersonRef } from '../../../model/observation.ts';
import type { FileProfile, RowReader } from '../profile.ts';

/** The export writes a name here, which joins to nobody; only an address is a person. */
function userOf(row: RowReader): PersonRef | null {
  return row.text('User')?.includes('@') ? row.person('User') : null;
}

function charged(row: RowReader, currency: string): Money {
  if (row.text('Type')?.toLowerCase() === 'payment to brex') row.reject('Type', 'pays the card off, and buys nothing');
  return row.required.amount('Amount', currency);
}

// Header: public code that reads the card export by name (2021; a positive amount is a charge). Grade C.
export const brex = {
  meta: {
    id: 'brex',
    title: 'Brex: card transactions',
    provides: ['spend'],
    columns: [
      {
        name: 'Swipe Date (UTC)',
        required: true,
        holds: 'day',
        help: 'Day of the payment.',
        synonyms: ['Swipe Date'],
      },
      { name: 'Amount', required: true, holds: 'amount', help: 'Positive = charge, negative = refund.' },
      { name: 'Merchant Name', required: true, holds: 'text', help: 'Merchant as Brex names it.' },
      { name: 'Brex Category', required: true, holds: 'text', help: 'Category of Brex.' },
      { name: 'Statement Descriptor', required: false, holds: 'text', help: 'Merchant where the name is empty.' },
      { name: 'Type', required: false, holds: 'text', help: 'Transaction, or payment to Brex.' },
      { name: 'Department', required: false, holds: 'text', help: 'Taken for the cost centre.' },
      { name: 'User', required: false, holds: 'person', help: 'Card holder; kept where it is an address.' },
      { name: 'Last 4', required: false, holds: 'text', help: 'End of the card number; not kept.' },
    ],
    reliability: 1,
    tells: 'What was charged to which card, by department.',
    cannotTell: "The currency (the organisation's is taken).",
  },
  read: (row, context) => [
    {
      kind: 'spend',
      at: row.at(),
      amount: charged(row, context.currency),
      date: row.required.day('Swipe Date (UTC)'),
      merchant: row.text('Merchant Name') ?? row.required.text('Statement Descriptor'),
      category: row.text('Brex Category'),
      costCentre: row.text('Department'),
      person: userOf(row),
    },
  ],
  money: (row, context) => charged(row, context.currency),
} as const satisfies FileProfile;
