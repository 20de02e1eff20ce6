import type { Money } from '../../../model/money.ts';
import { oppositeAmount } from '../opposite-amount.ts';
import type { FileProfile, RowReader } from '../profile.ts';

function paid(row: RowReader, currency: string): Money {
  return oppositeAmount(row.required.amount('*Amount', currency));
}

// Header: public code that writes statements for Xero (ten files; money out is negative). Grade C.
export const xeroStatement = {
  meta: {
    id: 'xero-statement',
    title: "Xero: bank statement in Xero's template",
    provides: ['spend'],
    columns: [
      { name: '*Date', required: true, holds: 'day', help: 'Day of the booking.' },
      { name: '*Amount', required: true, holds: 'amount', help: 'Negative = money out.' },
      { name: 'Payee', required: true, holds: 'text', help: 'Who was paid.' },
      { name: 'Description', required: false, holds: 'text', help: 'Taken where no payee is named.' },
      { name: 'Reference', required: false, holds: 'text', help: 'Reference; not kept.' },
      {
        name: 'Check Number',
        required: false,
        holds: 'text',
        help: 'Number of the cheque; not kept.',
        synonyms: ['Cheque Number'],
      },
    ],
    reliability: 1,
    tells: 'What was paid to whom, and when; money that came back is negative.',
    cannotTell: "The currency (the organisation's is taken), and what was bought where a payment service was paid.",
  },
  read: (row, context) => [
    {
      kind: 'spend',
      at: row.at(),
      date: row.required.day('*Date'),
      merchant: row.text('Payee') ?? row.required.text('Description'),
      amount: paid(row, context.currency),
      category: null,
      costCentre: null,
      person: null,
    },
  ],
  money: (row, context) => paid(row, context.currency),
} as const satisfies FileProfile;
