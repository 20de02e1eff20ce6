import type { FileProfile, RowReader } from '../profile.ts';

const PERIODS: ReadonlyMap<string, 'month' | 'quarter' | 'year'> = new Map([
  ...['month', 'monthly', 'monat', 'monatlich', '1', 'm'].map((word) => [word, 'month'] as const),
  ...['quarter', 'quarterly', 'quartal', '3', 'q'].map((word) => [word, 'quarter'] as const),
  ...['year', 'yearly', 'annual', 'annually', 'jahr', 'jährlich', '12', 'y'].map((word) => [word, 'year'] as const),
]);

function billingPeriod(row: RowReader): 'month' | 'quarter' | 'year' | null {
  const text = row.text('billing_period');
  if (text === null) return null;
  return PERIODS.get(text.toLowerCase()) ?? row.reject('billing_period', 'is none of month, quarter, year');
}

/** A term that is over before it begins is a slip of the pen, and any deadline made from it would be wrong. */
function lastDay(row: RowReader, start: string | null): string {
  const end = row.required.day('end');
  return start !== null && end < start ? row.reject('end', 'lies before the start of the term') : end;
}

export const templateContracts = {
  meta: {
    id: 'template-contracts',
    title: 'Contracts',
    template: 'contracts',
    provides: ['contracts'],
    columns: [
      {
        name: 'tool',
        required: true,
        holds: 'text',
        help: 'Name of the tool.',
        synonyms: ['tool name', 'application', 'app', 'software', 'product'],
        hints: ['name', 'vendor', 'supplier', 'subscription'],
      },
      {
        name: 'plan',
        required: false,
        holds: 'text',
        help: 'Edition or tier.',
        synonyms: ['tier', 'edition'],
        hints: ['package', 'sku'],
      },
      {
        name: 'seats',
        required: false,
        holds: 'count',
        help: 'Seats bought.',
        synonyms: ['licences', 'licenses'],
        hints: ['quantity', 'users', 'lizenzen'],
      },
      {
        name: 'unit_price',
        required: false,
        holds: 'amount',
        help: 'Price of one seat for one billing period.',
        synonyms: ['price per seat'],
        hints: ['price', 'unit cost', 'preis'],
      },
      { name: 'currency', required: true, holds: 'currency', help: 'Code such as EUR.', hints: ['währung', 'curr'] },
      {
        name: 'billing_period',
        required: false,
        holds: 'text',
        help: 'month, quarter or year.',
        synonyms: ['billing cycle'],
        hints: ['billing', 'frequency', 'interval'],
      },
      {
        name: 'start',
        required: false,
        holds: 'day',
        help: 'First day of the term.',
        synonyms: ['start date'],
        hints: ['beginn', 'effective date'],
      },
      {
        name: 'end',
        required: true,
        holds: 'day',
        help: 'Last day of the term, not before its start.',
        synonyms: ['end date', 'renewal date'],
        hints: ['renewal', 'expiry', 'ende', 'term end'],
      },
      {
        name: 'notice_days',
        required: false,
        holds: 'count',
        help: 'Days before the end by which notice must be given; empty = unknown.',
        synonyms: ['notice period days'],
        hints: ['notice', 'notice period', 'kündigungsfrist'],
      },
      {
        name: 'auto_renew',
        required: false,
        holds: 'yes-no',
        help: 'Renews by itself: yes or no. An ended term with yes is taken as renewed, with no as over.',
        synonyms: ['auto renewal', 'autorenew'],
        hints: ['renews'],
      },
      {
        name: 'minimum_seats',
        required: false,
        holds: 'count',
        help: 'Fewest seats that must be paid until the end.',
        synonyms: ['minimum commitment seats'],
        hints: ['minimum', 'commitment'],
      },
      {
        name: 'annual_cost',
        required: false,
        holds: 'amount',
        help: 'Cost of one year, where it is not seats x unit price.',
        synonyms: ['annual value'],
        hints: ['cost', 'total', 'yearly cost', 'jahreskosten', 'acv'],
      },
    ],
    reliability: 1,
    tells: 'What was agreed: seats, prices, end and notice.',
    cannotTell: 'What was really paid, and who uses it.',
  },
  read: (row) => {
    const currency = row.required.currency('currency');
    const start = row.day('start');
    return [
      {
        kind: 'contract',
        at: row.at(),
        tool: { name: row.required.text('tool'), nameKind: 'inventory' },
        plan: row.text('plan'),
        seats: row.count('seats'),
        unitPrice: row.amount('unit_price', currency),
        currency,
        billingPeriod: billingPeriod(row),
        start,
        end: lastDay(row, start),
        noticeDays: row.count('notice_days'),
        autoRenew: row.yesNo('auto_renew'),
        minimumSeats: row.count('minimum_seats'),
        annualCost: row.amount('annual_cost', currency),
      },
    ];
  },
} as const satisfies FileProfile;
