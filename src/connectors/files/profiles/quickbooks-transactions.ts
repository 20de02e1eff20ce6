import type { Money } from '../../../model/money.ts';
import { oppositeAmount } from '../opposite-amount.ts';
import type { FileProfile, RowReader } from '../profile.ts';

/** Kinds of transaction that buy something. Paying a bill is not among them: the bill is. */
const BUYS = new Set(['bill', 'expense', 'check', 'cheque', 'credit card expense']);
const GIVES_BACK = new Set(['vendor credit', 'supplier credit', 'credit card credit']);

/** The report writes each amount with the sign of its own account, so the kind of transaction gives the direction. */
function costOf(row: RowReader, currency: string): Money {
  const posting = row.text('Posting')?.toLowerCase();
  if (posting === 'no' || posting === 'n') row.reject('Posting', 'is not booked');
  const type = row.required.text('Transaction Type').toLowerCase();
  if (!BUYS.has(type) && !GIVES_BACK.has(type)) row.reject('Transaction Type', 'buys nothing');
  const amount = row.required.amount('Amount', currency);
  const size = amount.minor < 0 ? oppositeAmount(amount) : amount;
  return GIVES_BACK.has(type) ? oppositeAmount(size) : size;
}

// Header: public code that reads "Transaction List by Date" of QuickBooks Online (older and newer names; four files),
// and public description of the signs of these reports. Grade C.
export const quickbooksTransactions = {
  meta: {
    id: 'quickbooks-transactions',
    title: 'QuickBooks: transaction list',
    provides: ['spend'],
    columns: [
      { name: 'Date', required: true, holds: 'day', help: 'Day of the transaction.' },
      { name: 'Transaction Type', required: true, holds: 'text', help: 'Kind of transaction; tells purchases.' },
      { name: 'Name', required: true, holds: 'text', help: 'Supplier.' },
      { name: 'Amount', required: true, holds: 'amount', help: 'Amount; the kind of transaction gives the sign.' },
      {
        name: 'Posting',
        required: true,
        holds: 'text',
        help: 'Booked or not; tells this list from ledgers, which have each purchase twice.',
        synonyms: ['Posting (Y/N)'],
      },
      { name: 'Split', required: false, holds: 'text', help: 'Taken for the category.' },
      {
        name: 'Memo/Description',
        required: false,
        holds: 'text',
        help: 'Words of the bookkeeper; taken where no supplier is named.',
        synonyms: ['Memo'],
      },
      {
        name: 'Account',
        required: false,
        holds: 'text',
        help: 'Account that pays; not kept.',
        synonyms: ['Account name', 'Account full name'],
      },
      { name: 'Num', required: false, holds: 'text', help: 'Number of the bill; not kept.' },
    ],
    reliability: 1,
    tells: 'What was bought from whom, by bills, expenses, cheques and cards, and what was credited.',
    cannotTell:
      "The currency (the organisation's is taken). Journal entries are left out: they do not say whether they buy anything.",
  },
  read: (row, context) => [
    {
      kind: 'spend',
      at: row.at(),
      amount: costOf(row, context.currency),
      date: row.required.day('Date'),
      merchant: row.text('Name') ?? row.required.text('Memo/Description'),
      category: row.text('Split'),
      costCentre: null,
      person: null,
    },
  ],
  money: (row, context) => costOf(row, context.currency),
} as const satisfies FileProfile;
