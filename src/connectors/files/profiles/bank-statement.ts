import type { Money } from '../../../model/money.ts';
import { oppositeAmount } from '../opposite-amount.ts';
import type { FileProfile, RowReader } from '../profile.ts';

function paid(row: RowReader, currency: string): Money {
  return oppositeAmount(row.required.amount('Amount', row.currency('Currency') ?? currency));
}

// Header: generic; banks differ in words only. A statement of a card has the same three columns with the opposite sign
// (see card-statement), so a balance is needed to tell them apart; without one a person is asked.
export const bankStatement = {
  meta: {
    id: 'bank-statement',
    title: 'Bank statement (one column of amounts)',
    provides: ['spend'],
    columns: [
      {
        name: 'Date',
        required: true,
        holds: 'day',
        help: 'Day of the booking.',
        synonyms: ['Transaction Date', 'Posting Date', 'Posted Date', 'Booking Date'],
      },
      {
        name: 'Description',
        required: true,
        holds: 'text',
        help: 'Who was paid, as the bank writes it.',
        synonyms: ['Transaction Description', 'Details', 'Narrative'],
      },
      { name: 'Amount', required: true, holds: 'amount', help: 'Negative = money out.' },
      {
        name: 'Balance',
        required: false,
        holds: 'text',
        help: 'Tells an account from a card; not kept.',
        synonyms: ['Running Balance', 'Running Bal.', 'Account Balance'],
      },
      { name: 'Currency', required: false, holds: 'currency', help: 'Currency of the amount.' },
      { name: 'Category', required: false, holds: 'text', help: 'Category that the bank gives.' },
    ],
    oneOf: ['Balance'],
    reliability: 1,
    tells: 'What was paid to whom, and when; money that came back is negative.',
    cannotTell:
      "The currency where there is no such column (the organisation's is taken), what was bought where a payment service was paid, and single purchases of a card that is settled once a month. Payments to people are in it too.",
  },
  read: (row, context) => [
    {
      kind: 'spend',
      at: row.at(),
      date: row.required.day('Date'),
      merchant: row.required.text('Description'),
      amount: paid(row, context.currency),
      category: row.text('Category'),
      costCentre: null,
      person: null,
    },
  ],
  money: (row, context) => paid(row, context.currency),
} as const satisfies FileProfile;
