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
  readonly organisation: string;
  readonly brand: string;
  readonly confidentiality: string;
  readonly footer: string;
  readonly period: string;
  readonly asOf: string;
  readonly version: string;
  readonly parts: readonly Part[];
}

/** The whole report as plain blocks, in the order of the fifteen parts. */
export function reportView(context: Context): ReportView {
  const { audit, brand, f } = context;
  return {
    title: `Tool audit: ${audit.organisation.name}`,
    organisation: audit.organisation.name,
    brand: brand.name,
    confidentiality: brand.confidentiality,
    footer: brand.footer,
    period: f.period(audit.period),
    asOf: f.day(audit.asOf),
    version: audit.version,
    parts: order.map((part) => part(context)),
  };
}
