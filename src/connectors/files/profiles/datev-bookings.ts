import type { Money } from '../../../model/money.ts';
import { CellProblem } from '../cells/cell.ts';
import { readCurrency } from '../cells/currency.ts';
import { dayParts } from '../cells/day.ts';
import { oppositeAmount } from '../opposite-amount.ts';
import type { FileProfile, RowReader } from '../profile.ts';

/** Places in the first line of the file (DATEV format, header fields 13, 14, 15, 22 and 27). */
const YEAR_START = 12;
const ACCOUNT_LENGTH = 13;
const FIRST_DAY = 14;
const CURRENCY = 21;
const CHART = 26;

/**
 * Cost accounts of the standard charts: goods and expenses, without wages (their texts name people) and depreciation
 * (what was bought was booked before).
 */
const COST_ACCOUNTS: Readonly<Record<string, RegExp>> = { '03': /^(?:3|4(?!1|8[2-8]))/, '04': /^(?:5|6(?![0-2]))/ };

type FileLine = readonly string[];

function isCreditor(account: string, { [ACCOUNT_LENGTH]: length = '' }: FileLine): boolean {
  return account.length === Number(length || '4') + 1 && /^[789]/.test(account);
}

function isCost(account: string, line: FileLine): boolean {
  const length = Number(line[ACCOUNT_LENGTH] || '4');
  const costs = COST_ACCOUNTS[line[CHART] ?? ''];
  return account.length <= length && costs !== undefined && costs.test(account.padStart(length, '0'));
}

/**
 * 1 = a cost, -1 = a cost taken back. The mark S or H is about the account, and either account may be the one that bears
 * the cost, so the accounts decide: a cost account (where the file names its chart), or else what a supplier is owed.
 */
function direction(row: RowReader, line: FileLine): 1 | -1 {
  const account = row.required.text('Konto');
  const other = row.required.text('Gegenkonto (ohne BU-Schlüssel)');
  const mark = (row.text('Soll/Haben-Kennzeichen') ?? 'S').toUpperCase();
  if (mark !== 'S' && mark !== 'H') row.reject('Soll/Haben-Kennzeichen', 'is neither S nor H');
  const [debit, credit] = mark === 'S' ? [account, other] : [other, account];
  if (isCost(debit, line) !== isCost(credit, line)) return isCost(debit, line) ? 1 : -1;
  if (isCreditor(credit, line) && !isCreditor(debit, line)) return 1;
  if (isCreditor(debit, line)) row.reject('Konto', 'settles what a supplier had billed');
  return row.reject(
    'Konto',
    COST_ACCOUNTS[line[CHART] ?? ''] ? 'books no purchase' : 'does not tell whether this is a cost',
  );
}

function currencyOf(row: RowReader, line: FileLine, organisation: string): string {
  const written = row.currency('WKZ Umsatz');
  if (written !== null) return written;
  try {
    return readCurrency(line[CURRENCY] ?? '') ?? organisation;
  } catch (thrown) {
    if (!(thrown instanceof CellProblem)) throw thrown;
    return row.reject('WKZ Umsatz', 'is empty, and the first line of the file names no currency that exists');
  }
}

function costOf(row: RowReader, line: FileLine, organisation: string): Money {
  const sign = direction(row, line);
  const amount = row.required.amount('Umsatz (ohne Soll/Haben-Kz)', currencyOf(row, line, organisation));
  const isReversal = ['1', 'G'].includes((row.text('Generalumkehr (GU)') ?? '').toUpperCase());
  return (sign === 1) === isReversal ? oppositeAmount(amount) : amount;
}

/** `0309` is the third of September of the financial year that the first line of the file names. */
function dayOf(row: RowReader, line: FileLine): string {
  const written = /^(\d{1,2})(\d{2})$/.exec(row.required.text('Belegdatum'));
  if (written === null) return row.reject('Belegdatum', 'is not a day and month such as 0309');
  const start = /^(\d{4})(\d{4})$/.exec(line[YEAR_START] || line[FIRST_DAY] || '');
  if (start === null) return row.reject('Belegdatum', 'has no year, and the first line of the file does not give it');
  const day = (written[1] ?? '').padStart(2, '0');
  const month = written[2] ?? '';
  const year = Number(start[1]) + (`${month}${day}` < (start[2] ?? '') ? 1 : 0);
  const text = `${year}-${month}-${day}`;
  try {
    dayParts(text, null);
  } catch (thrown) {
    if (!(thrown instanceof CellProblem)) throw thrown;
    row.reject('Belegdatum', thrown.reason);
  }
  return text;
}

// Header: developer.datev.de, "DATEV-Format: Buchungsstapel" and "Header" (fields, signs, default currency), with the
// names of the columns as ten and more public programs write them. Grade V for the fields, C for the names.
export const datevBookings = {
  meta: {
    id: 'datev-bookings',
    title: 'DATEV: bookings (Buchungsstapel)',
    provides: ['spend'],
    columns: [
      {
        name: 'Umsatz (ohne Soll/Haben-Kz)',
        required: true,
        holds: 'amount',
        help: 'Amount, with tax; always above zero.',
        synonyms: ['Umsatz'],
      },
      {
        name: 'Soll/Haben-Kennzeichen',
        required: true,
        holds: 'text',
        help: 'S or H: the side of the account.',
        synonyms: ['Soll-/Haben-Kennzeichen'],
      },
      { name: 'Konto', required: true, holds: 'text', help: 'Account; tells costs from the rest; not kept.' },
      {
        name: 'Gegenkonto (ohne BU-Schlüssel)',
        required: true,
        holds: 'text',
        help: 'Other account; not kept.',
        synonyms: ['Gegenkonto'],
      },
      { name: 'Belegdatum', required: true, holds: 'text', help: 'Day and month; the first line gives the year.' },
      { name: 'Buchungstext', required: true, holds: 'text', help: 'Supplier as the bookkeeper writes it.' },
      { name: 'WKZ Umsatz', required: false, holds: 'currency', help: 'Currency; empty = that of the first line.' },
      { name: 'Generalumkehr (GU)', required: false, holds: 'text', help: 'Filled = takes a booking back.' },
      {
        name: 'KOST1 - Kostenstelle',
        required: false,
        holds: 'text',
        help: 'Taken for the cost centre.',
      },
      {
        name: 'BU-Schlüssel',
        required: false,
        holds: 'text',
        help: 'Key for tax; not kept.',
      },
      { name: 'Belegfeld 1', required: false, holds: 'text', help: 'Number of the bill; not kept.' },
    ],
    reliability: 1,
    tells: 'What was booked as a cost or billed by a supplier, with tax, and what was taken back; wages are left out.',
    cannotTell:
      'Costs on accounts outside the standard charts 03 and 04, unless a supplier is booked against them; what was bought where the text does not name it.',
  },
  read: (row, { currency, above }) => {
    const line = above[0] ?? [];
    return [
      {
        kind: 'spend',
        at: row.at(),
        amount: costOf(row, line, currency),
        date: dayOf(row, line),
        merchant: row.required.text('Buchungstext'),
        category: null,
        costCentre: row.text('KOST1 - Kostenstelle'),
        person: null,
      },
    ];
  },
  money: (row, { currency, above }) => costOf(row, above[0] ?? [], currency),
} as const satisfies FileProfile;
