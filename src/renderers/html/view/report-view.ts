import type { Part } from './blocks.ts';
import type { Context } from './context.ts';
import { director } from './parts/01-director.ts';
import { scope } from './parts/02-scope.ts';
import { inventory } from './parts/03-inventory.ts';
import { spendAndSeats } from './parts/04-seats.ts';
import { overlap } from './parts/05-overlap.ts';
import { integrationsPart } from './parts/06-integrations.ts';
import { profilePart } from './parts/07-profile.ts';
import { decisionsPart } from './parts/08-decisions.ts';
import { tradeOffPart } from './parts/09-trade-off.ts';
import { bridgePart } from './parts/10-bridge.ts';
import { calendarPart } from './parts/11-calendar.ts';
import { transitionPart } from './parts/12-transition.ts';
import { changesPart } from './parts/13-changes.ts';
import { openPart } from './parts/14-open.ts';
import { methodPart } from './parts/15-method.ts';

const order: readonly ((context: Context) => Part)[] = [
  director,
  scope,
  inventory,
  spendAndSeats,
  overlap,
  integrationsPart,
  profilePart,
  decisionsPart,
  tradeOffPart,
  bridgePart,
  calendarPart,
  transitionPart,
  changesPart,
  openPart,
  methodPart,
];

export interface ReportView {
  readonly title: string;
  /** Whom or what the page is about. */
  readonly subject: string;
  readonly strap: string;
  readonly brand: string;
  readonly confidentiality: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly footer: string;
  /** Last line of the page, which says what it is when it is printed. */
  readonly imprint: string;
  readonly parts: readonly Part[];
}

/** The whole report as plain blocks, in the order of the fifteen parts. */
export function reportView(context: Context): ReportView {
  const { audit, brand, f } = context;
  const { name } = audit.organisation;
  const marks = [name, f.period(audit.period), `unsprawl ${audit.version}`, brand.confidentiality];
  return {
    title: `Tool audit: ${name}`,
    subject: name,
    strap: 'Tools, overlap and the way of working',
    brand: brand.name === '' ? 'Tool audit' : brand.name,
    confidentiality: brand.confidentiality,
    facts: [
      { label: 'Period', value: f.period(audit.period) },
      { label: 'Judged on', value: f.day(audit.asOf) },
      { label: 'Made with', value: `unsprawl ${audit.version}` },
    ],
    footer:
      brand.footer === ''
        ? 'Every figure walks back to a file and a row. What nobody knows is printed as unknown.'
        : brand.footer,
    imprint: marks.filter((mark) => mark !== '').join(' · '),
    parts: order.map((part) => part(context)),
  };
}
