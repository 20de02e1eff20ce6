import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the sample company. */
export const HARBOUR_LANE = fileURLToPath(new URL('../../fixtures/companies/harbour-lane/', import.meta.url));

type Minor = Readonly<Record<string, number>>;

interface Overlap {
  readonly capability: string;
  readonly tools: readonly string[];
  readonly users: Readonly<Record<string, number>>;
  readonly people: number;
  readonly usersOfAll: number;
}

/** Without the counts of people where no source tells. */
interface SeatTruth {
  readonly tool: string;
  readonly purchased: number;
  readonly assigned: number | null;
  readonly active?: number;
  readonly inactive?: number;
  readonly unknown: number;
  readonly grace?: number;
  readonly leavers?: number;
}

interface NoticeTruth {
  readonly tool: string;
  readonly end: string;
  readonly noticeDays: number | null;
  readonly deadline: string;
}

interface RowsAndMinor {
  readonly rows: number;
  readonly minor: Minor;
}

/** What is planted in one quarter; see the README of the sample company. */
export interface Truth {
  readonly period: { readonly start: string; readonly end: string };
  readonly asOf: string;
  readonly duplicates: readonly Overlap[];
  readonly silos: readonly Overlap[];
  readonly deliberate: readonly (Overlap & {
    readonly owner: string;
    readonly reason: string;
    readonly expires: string;
  })[];
  readonly seats: readonly SeatTruth[];
  readonly shelfware: readonly SeatTruth[];
  readonly unknownUsage: readonly { readonly tool: string; readonly purchased: number }[];
  readonly tools: readonly string[];
  readonly listed: number;
  readonly shadow: readonly { readonly tool: string; readonly seenIn: readonly string[] }[];
  readonly unlisted: readonly string[];
  readonly instances: readonly { readonly tool: string; readonly instances: readonly string[] }[];
  readonly noticeMissed: readonly NoticeTruth[];
  readonly noticeSoon: readonly NoticeTruth[];
  readonly noticeAssumed: readonly NoticeTruth[];
  readonly leaverAccounts: number;
  readonly leavers: readonly { readonly accounts: readonly string[] }[];
  readonly contractedAnnualMinor: Minor;
  readonly foreignContracts: readonly { readonly tool: string; readonly currency: string; readonly minor: number }[];
  readonly spend: {
    readonly total: RowsAndMinor;
    readonly duplicates: RowsAndMinor;
    readonly refunds: RowsAndMinor & {
      readonly ofTools: readonly { readonly tool: string; readonly date: string; readonly minor: number }[];
    };
    readonly software: RowsAndMinor;
    readonly notSoftware: RowsAndMinor;
    readonly ambiguous: RowsAndMinor;
    readonly netByTool: Readonly<Record<string, { readonly minor: number; readonly currency: string }>>;
    readonly disagreements: readonly { readonly tool: string; readonly contract: number; readonly paid: number }[];
  };
  readonly integrations: {
    readonly nodes: number;
    readonly liveEdges: number;
    readonly stale: readonly (readonly string[])[];
    readonly manual: readonly (readonly string[])[];
    readonly isolated: readonly string[];
    readonly hub: { readonly tool: string; readonly edges: number };
    readonly weeklyHandoffs: { readonly all: number; readonly direct: number; readonly withinTwoHops: number };
  };
  readonly wayOfWorking: {
    readonly weeks: number;
    readonly people: number;
    readonly meetingHoursPerPersonWeek: number;
    readonly messagesPerPersonWeek: number;
    readonly cycleDaysMedian: number;
    readonly decisions: number;
    readonly decisionsComplete: number;
  };
  readonly rows: Readonly<Record<string, number>>;
}

export function readTruths(): Readonly<Record<'before' | 'after', Truth>> {
  return JSON.parse(readFileSync(join(HARBOUR_LANE, 'truths.json'), 'utf8'));
}

/** Names in the company's files where the catalogue has a longer or a newer one. */
const OWN_NAMES: Readonly<Record<string, string>> = { 'DocuSign eSignature': 'DocuSign', Perk: 'TravelPerk' };

/** The name under which `truths.json` has a tool of the audit. */
export function plantedName(name: string): string {
  return OWN_NAMES[name] ?? name;
}
