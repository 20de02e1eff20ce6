import type { FileProfile } from '../profile.ts';

// Header: public code that reads the short statement of American Express (Date, Description, Card Member, Account #,
// Amount; also without the two in the middle). Grade C. A statement of a bank account has the same three columns with
// the opposite sign (see bank-statement); without a column that tells, a person is asked.
export const cardStatement = {
  meta: {
    id: 'card-statement',
    title: 'Card statement (short)',
    provides: ['spend'],
    columns: [
      { name: 'Date', required: true, holds: 'day', help: 'Day of the payment.' },
      { name: 'Description', required: true, holds: 'text', help: 'Merchant as the statement writes it.' },
      { name: 'Amount', required: true, holds: 'amount', help: 'Positive = charge, negative = credit or payment.' },
      { name: 'Card Member', required: false, holds: 'text', help: 'Name on the card; not kept.' },
      { name: 'Account #', required: false, holds: 'text', help: 'End of the card number; not kept.' },
      { name: 'Category', required: false, holds: 'text', help: 'Category that the statement gives.' },
    ],
    oneOf: ['Card Member', 'Account #'],
    reliability: 1,
    tells: 'What was charged to the card and when.',
    cannotTell:
      "The currency (the organisation's is taken) and who uses what was bought: the card shows a name, no address.",
  },
  read: (row, context) => [
    {
      kind: 'spend',
      at: row.at(),
      date: row.required.day('Date'),
      merchant: row.required.text('Description'),
      amount: row.required.amount('Amount', context.currency),
      category: row.text('Category'),
      costCentre: null,
      person: null,
    },
  ],
  money: (row, context) => row.required.amount('Amount', context.currency),
} as const satisfies FileProfile;
