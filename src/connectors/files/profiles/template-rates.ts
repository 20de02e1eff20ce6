import type { FileProfile } from '../profile.ts';

export const templateRates = {
  meta: {
    id: 'template-rates',
    title: 'Exchange rates',
    template: 'rates',
    provides: ['rates'],
    columns: [
      {
        name: 'date',
        required: true,
        holds: 'day',
        help: 'Day of the rate.',
        hints: ['datum', 'day', 'as of', 'stichtag', 'fecha', 'jour'],
      },
      {
        name: 'from',
        required: true,
        holds: 'currency',
        help: 'Currency that is converted, such as USD.',
        synonyms: ['from currency'],
        hints: ['base', 'base currency', 'von', 'de', 'van'],
      },
      {
        name: 'to',
        required: true,
        holds: 'currency',
        help: 'Currency that it is converted into.',
        synonyms: ['to currency'],
        hints: ['quote', 'target currency', 'nach', 'à', 'naar'],
      },
      {
        name: 'rate',
        required: true,
        holds: 'decimal',
        help: '1 unit of "from" is this many units of "to".',
        synonyms: ['exchange rate'],
        hints: ['kurs', 'fx rate', 'wechselkurs', 'taux', 'taux de change', 'tipo de cambio', 'wisselkoers'],
      },
    ],
    reliability: 1,
    tells: 'What one currency was worth in another on a day.',
    cannotTell: 'Rates of other days: the nearest earlier one is used.',
  },
  read: (row) => {
    const rate = row.required.decimal('rate');
    if (rate <= 0) row.reject('rate', 'is not above zero');
    return [
      {
        kind: 'rate',
        at: row.at(),
        date: row.required.day('date'),
        from: row.required.currency('from'),
        to: row.required.currency('to'),
        rate,
      },
    ];
  },
} as const satisfies FileProfile;
