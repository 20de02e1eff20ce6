import type { Money } from '../../../model/money.ts';
import type { FileProfile, RowReader } from '../profile.ts';

function moneyOf(row: RowReader): Money {
  return row.required.amount('amount', row.required.currency('currency'));
}

export const templateSpend = {
  meta: {
    id: 'template-spend',
    title: 'Card or ledger lines',
    template: 'spend',
    provides: ['spend'],
    columns: [
      {
        name: 'date',
        required: true,
        holds: 'day',
        help: 'Day of the payment.',
        synonyms: ['transaction date', 'posting date'],
        hints: ['datum', 'buchungstag', 'booking date', 'posted', 'invoice date', 'completed date'],
      },
      {
        name: 'merchant',
        required: true,
        holds: 'text',
        help: 'Merchant or supplier as the statement writes it.',
        synonyms: ['merchant name'],
        hints: [
          'vendor',
          'supplier',
          'payee',
          'description',
          'empfänger',
          'beguenstigter',
          'name',
          'counterparty',
          'buchungstext',
        ],
      },
      {
        name: 'amount',
        required: true,
        holds: 'amount',
        help: 'Amount paid; negative = refund or credit.',
        hints: ['betrag', 'total', 'gross amount', 'net amount', 'value', 'umsatz', 'debit'],
      },
      {
        name: 'currency',
        required: true,
        holds: 'currency',
        help: 'Code such as EUR.',
        hints: ['währung', 'waehrung', 'curr', 'currency code'],
      },
      {
        name: 'category',
        required: false,
        holds: 'text',
        help: 'Category of the ledger or card.',
        synonyms: ['expense category'],
        hints: ['account', 'type', 'kategorie', 'gl account'],
      },
      {
        name: 'cost_centre',
        required: false,
        holds: 'text',
        help: 'Cost centre or department that pays.',
        synonyms: ['cost center'],
        hints: ['department', 'team', 'kostenstelle'],
      },
      {
        name: 'email',
        required: false,
        holds: 'person',
        help: 'Who paid; it becomes a pseudonym when the file is read.',
        synonyms: ['e-mail', 'employee email', 'user email'],
        hints: ['employee', 'cardholder', 'user'],
      },
    ],
    reliability: 1,
    tells: 'What was paid to whom and when.',
    cannotTell: 'Which product was bought where a merchant sells several, and who uses it.',
  },
  read: (row) => [
    {
      kind: 'spend',
      at: row.at(),
      date: row.required.day('date'),
      merchant: row.required.text('merchant'),
      amount: moneyOf(row),
      category: row.text('category'),
      costCentre: row.text('cost_centre'),
      person: row.person('email'),
    },
  ],
  money: moneyOf,
} as const satisfies FileProfile;
