import type { Money } from '../../../model/money.ts';
import { oppositeAmount } from '../opposite-amount.ts';
import type { FileProfile, RowReader } from '../profile.ts';

/** Kinds of booking that pay people and not suppliers: their names are nobody's business here. */
const PAYS_PEOPLE = /\b(?:lohn|gehalt|rente|pension)/i;

function checkIsPurchase(row: RowReader): void {
  if (/vorgemerkt/i.test(row.text('Info') ?? '')) row.reject('Info', 'is announced and not booked yet');
  if (PAYS_PEOPLE.test(row.text('Buchungstext') ?? '')) row.reject('Buchungstext', 'pays a person');
}

function paid(row: RowReader, currency: string): Money {
  checkIsPurchase(row);
  return oppositeAmount(row.required.amount('Betrag', row.currency('Waehrung') ?? currency));
}

// Header: public code that reads CSV-CAMT and CSV-MT940 of savings banks and the export of cooperative banks (ten and
// more files, the same names). Grade C.
export const bankCamtDe = {
  meta: {
    id: 'bank-camt-de',
    title: 'Bank statement (German, CSV-CAMT)',
    provides: ['spend'],
    columns: [
      { name: 'Buchungstag', required: true, holds: 'day', help: 'Day of the booking.', dayOrder: 'day-first' },
      { name: 'Betrag', required: true, holds: 'amount', help: 'Negative = money out.' },
      {
        name: 'Beguenstigter/Zahlungspflichtiger',
        required: true,
        holds: 'text',
        help: 'Who was paid.',
        synonyms: ['Begünstigter/Zahlungspflichtiger', 'Name Zahlungsbeteiligter'],
      },
      { name: 'Verwendungszweck', required: true, holds: 'text', help: 'Taken where nobody is named.' },
      {
        name: 'Waehrung',
        required: false,
        holds: 'currency',
        help: 'Currency of the amount.',
        synonyms: ['Währung'],
      },
      { name: 'Buchungstext', required: false, holds: 'text', help: 'Kind of booking.' },
      { name: 'Info', required: false, holds: 'text', help: 'Booked or announced.' },
      { name: 'Kategorie', required: false, holds: 'text', help: 'Category that the bank gives.' },
      { name: 'Valutadatum', required: false, holds: 'text', help: 'Day of value; not kept.' },
      {
        name: 'Auftragskonto',
        required: false,
        holds: 'text',
        help: 'The account; not kept.',
        synonyms: ['IBAN Auftragskonto'],
      },
    ],
    reliability: 1,
    tells: 'What was paid to whom, and when; money that came back is negative.',
    cannotTell:
      'What was bought where a payment service or a reseller was paid, and single purchases of a card that is settled once a month.',
  },
  read: (row, context) => [
    {
      kind: 'spend',
      at: row.at(),
      amount: paid(row, context.currency),
      date: row.required.day('Buchungstag'),
      merchant: row.text('Beguenstigter/Zahlungspflichtiger') ?? row.required.text('Verwendungszweck'),
      category: row.text('Kategorie'),
      costCentre: null,
      person: null,
    },
  ],
  money: (row, context) => paid(row, context.currency),
} as const satisfies FileProfile;
