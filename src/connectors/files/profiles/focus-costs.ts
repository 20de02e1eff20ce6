import type { Money } from '../../../model/money.ts';
import type { FileProfile, RowReader } from '../profile.ts';

/** Who sells the service; the name of the column changed between versions of the specification. */
const SELLERS = ['ServiceProviderName', 'ProviderName', 'PublisherName', 'InvoiceIssuerName'] as const;

function sellerOf(row: RowReader): string {
  for (const column of SELLERS) {
    const name = row.text(column);
    if (name !== null) return name;
  }
  return row.reject('ProviderName', 'is empty, and so are the other columns that name the seller');
}

function billed(row: RowReader): Money {
  return row.required.amount('BilledCost', row.required.currency('BillingCurrency'));
}

// Header: FOCUS (FinOps Open Cost and Usage Specification), column dictionary of 1.0 to 1.2 as Microsoft ("FOCUS cost and
// usage details metadata") and Amazon ("FOCUS 1.0 with AWS columns") publish it; ServiceProviderName since 1.3. Grade V.
export const focusCosts = {
  meta: {
    id: 'focus-costs',
    title: 'Cloud costs in the FOCUS format',
    provides: ['spend'],
    columns: [
      { name: 'BilledCost', required: true, holds: 'amount', help: 'What is charged; negative = credit.' },
      { name: 'BillingCurrency', required: true, holds: 'currency', help: 'Currency of the charge.' },
      { name: 'ChargePeriodStart', required: true, holds: 'day', help: 'First day of the charge.' },
      { name: 'ServiceName', required: true, holds: 'text', help: 'Taken for the category.' },
      { name: 'ServiceProviderName', required: false, holds: 'text', help: 'Who sells the service.' },
      { name: 'ProviderName', required: false, holds: 'text', help: 'The same in versions before 1.3.' },
      { name: 'PublisherName', required: false, holds: 'text', help: 'Who makes it, where no seller is named.' },
      { name: 'InvoiceIssuerName', required: false, holds: 'text', help: 'Who bills, where no other is named.' },
      { name: 'SubAccountName', required: false, holds: 'text', help: 'Taken for the cost centre.' },
      { name: 'ChargeCategory', required: false, holds: 'text', help: 'Usage, purchase, tax or credit; not kept.' },
    ],
    reliability: 1,
    tells: 'What cloud providers charge, by day, service and account.',
    cannotTell:
      'Rows below half a cent are rounded to nothing: take an export that is summed by day or month. Who uses a service. The same money comes again in the card or bank statement: import one of the two.',
  },
  read: (row) => [
    {
      kind: 'spend',
      at: row.at(),
      date: row.required.day('ChargePeriodStart'),
      merchant: sellerOf(row),
      amount: billed(row),
      category: row.text('ServiceName'),
      costCentre: row.text('SubAccountName'),
      person: null,
    },
  ],
  money: billed,
} as const satisfies FileProfile;
