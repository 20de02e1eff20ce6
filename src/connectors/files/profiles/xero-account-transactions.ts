import type { Money } from '../../../model/money.ts';
import { oppositeAmount } from '../opposite-amount.ts';
import type { FileProfile, RowReader } from '../profile.ts';

/** Kinds of transaction that book a cost on the debit side of its account; the other side of each is no second cost. */
const BUYS = new Set(['payable invoice', 'spend money', 'expense claim']);
/** Takes a cost back on the credit side. */
const GIVES_BACK = 'payable credit note';

/**
 * The report lists accounts of every kind, and a purchase stands in two of them. Only the side that is a cost counts:
 * a debit of what was bought, a credit of what was given back.
 */
function costOf(row: RowReader, currency: string): Money {
  const source = row.required.text('Source').toLowerCase();
  const debit = row.amount('Debit', currency);
  const credit = row.amount('Credit', currency);
  if (BUYS.has(source) && debit !== null && debit.minor > 0) return debit;
  if (source === GIVES_BACK && credit !== null && credit.minor > 0) return oppositeAmount(credit);
  return row.reject('Source', 'books no cost on this account');
}

// Header: public parser of "Account Transactions" exports and two further readers. Grade C.
export const xeroAccountTransactions = {
  meta: {
    id: 'xero-account-transactions',
    title: 'Xero: account transactions',
    provides: ['spend'],
    columns: [
      { name: 'Date', required: true, holds: 'day', help: 'Day of the transaction.' },
      { name: 'Source', required: true, holds: 'text', help: 'Kind of transaction; tells costs from the rest.' },
      { name: 'Description', required: true, holds: 'text', help: 'Supplier as Xero writes it.' },
      { name: 'Debit', required: true, holds: 'amount', help: 'A cost.' },
      { name: 'Credit', required: true, holds: 'amount', help: 'A cost taken back.' },
      { name: 'Reference', required: false, holds: 'text', help: 'Number of the bill; not kept.' },
      { name: 'Account', required: false, holds: 'text', help: 'Taken for the category.' },
      { name: 'Running Balance', required: false, holds: 'text', help: 'Balance after it; not kept.' },
      { name: 'Gross', required: false, holds: 'text', help: 'With tax; not kept.' },
      { name: 'Tax', required: false, holds: 'text', help: 'Tax; not kept.', synonyms: ['GST', 'VAT'] },
    ],
    reliability: 1,
    tells: 'What was bought from whom, by bills and by money spent, and what was credited.',
    cannotTell:
      "The currency (the organisation's is taken). Run it for expense accounts: journals, pay runs and refunds that are booked as money received are left out. The account stands in a heading of the report, which rows do not repeat.",
  },
  read: (row, context) => [
    {
      kind: 'spend',
      at: row.at(),
      date: row.required.day('Date'),
      merchant: row.required.text('Description'),
      amount: costOf(row, context.currency),
      category: row.text('Account'),
      costCentre: null,
      person: null,
    },
  ],
  money: (row, context) => costOf(row, context.currency),
} as const satisfies FileProfile;
