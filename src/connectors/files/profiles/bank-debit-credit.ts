import type { Money } from '../../../model/money.ts';
import { oppositeAmount } from '../opposite-amount.ts';
import type { FileProfile, RowReader } from '../profile.ts';

/** An amount that is zero says as little as an empty cell: banks write either into the column that is not used. */
function side(row: RowReader, column: string, currency: string): Money | null {
  const amount = row.amount(column, currency);
  if (amount !== null && amount.minor < 0) row.reject(column, 'is below zero in a column that gives the direction');
  return amount === null || amount.minor === 0 ? null : amount;
}

function paid(row: RowReader, organisation: string): Money {
  const currency = row.currency('Currency') ?? organisation;
  const out = side(row, 'Debit', currency);
  const back = side(row, 'Credit', currency);
  if (out !== null && back !== null) row.reject('Debit', 'is filled, and so is the credit');
  if (out !== null) return out;
  return back === null ? row.reject('Debit', 'is empty, and so is the credit') : oppositeAmount(back);
}

// Header: generic; banks differ in words only. Ledgers have the same columns the other way round (money into a bank
// account is a debit there), and more beside them, so a balance is needed.
export const bankDebitCredit = {
  meta: {
    id: 'bank-debit-credit',
    title: 'Bank statement (money out and money in)',
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
      {
        name: 'Debit',
        required: true,
        holds: 'amount',
        help: 'Money out.',
        synonyms: ['Debit Amount', 'Money Out', 'Paid Out', 'Withdrawals', 'Withdrawal'],
      },
      {
        name: 'Credit',
        required: true,
        holds: 'amount',
        help: 'Money in.',
        synonyms: ['Credit Amount', 'Money In', 'Paid In', 'Deposits', 'Deposit'],
      },
      {
        name: 'Balance',
        required: false,
        holds: 'text',
        help: 'Balance after it; not kept.',
        synonyms: ['Running Balance', 'Running Bal.', 'Account Balance'],
      },
      { name: 'Currency', required: false, holds: 'currency', help: 'Currency of the amounts.' },
      { name: 'Category', required: false, holds: 'text', help: 'Category that the bank gives.' },
    ],
    oneOf: ['Balance'],
    reliability: 1,
    tells: 'What was paid to whom, and when; money that came back is negative.',
    cannotTell:
      "The currency where there is no such column (the organisation's is taken), what was bought where a payment service was paid, and single purchases of a card that is settled once a month. Payments to people are in it too. A ledger of the bookkeeping writes money out as a credit: it must not be read as this.",
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
