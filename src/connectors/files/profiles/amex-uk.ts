import type { FileProfile } from '../profile.ts';

export const amexUk = {
  meta: {
    id: 'amex-uk',
    title: 'American Express: card statement (UK)',
    provides: ['spend'],
    columns: [
      { name: 'Date', required: true, holds: 'day', help: 'Day of the payment.', dayOrder: 'day-first' },
      { name: 'Description', required: true, holds: 'text', help: 'Merchant as the statement writes it.' },
      { name: 'Amount', required: true, holds: 'amount', help: 'Positive = charge, negative = credit or payment.' },
      {
        name: 'Appears On Your Statement As',
        required: true,
        holds: 'text',
        help: 'Merchant where the description is empty.',
      },
      { name: 'Postcode', required: true, holds: 'text', help: 'Tells this variant from others; not kept.' },
      { name: 'Category', required: false, holds: 'text', help: 'Category of American Express.' },
      { name: 'Card Member', required: false, holds: 'text', help: 'Name on the card; not kept.' },
      { name: 'Account #', required: false, holds: 'text', help: 'End of the card number; not kept.' },
    ],
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
      merchant: row.text('Description') ?? row.required.text('Appears On Your Statement As'),
      amount: row.required.amount('Amount', context.currency),
      category: row.text('Category'),
      costCentre: null,
      person: null,
    },
  ],
  money: (row, context) => row.required.amount('Amount', context.currency),
} as const satisfies FileProfile;
