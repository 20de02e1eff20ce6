import { z } from 'zod';
import { Day, Period } from '../calendar.ts';
import { Gap } from '../evidence.ts';
import { MatchQuality } from '../match-quality.ts';
import { Measurement } from '../measurement.ts';
import { RejectedRow, SourceRecord } from '../observation.ts';
import { Policy } from '../policy.ts';
import { OpenName, Reconciliation } from '../reconciliation.ts';
import { Organisation } from '../workspace-config.ts';
import { Changes } from './changes.ts';
import { Consolidation, Savings } from './consolidation.ts';
import { Profile } from './profile.ts';
import { Structure } from './structure.ts';
import { Transition } from './transition.ts';

/** `audit.json`: the one thing that renderers read. Holds no pseudonym, so the same input gives the same bytes anywhere. */
export const Audit = z.strictObject({
  schema: z.literal('unsprawl/audit@1'),
  version: z.string(),
  organisation: Organisation,
  period: Period,
  asOf: Day,
  currency: z.string(),
  policy: Policy,
  sources: z.array(SourceRecord),
  gaps: z.array(Gap),
  rejected: z.array(RejectedRow),
  reconciliation: Reconciliation,
  openNames: z.array(OpenName),
  /** How well names are resolved by this version, measured on labelled names; one entry per kind, then all. */
  matching: z.array(MatchQuality).default([]),
  ...Structure.shape,
  ...Profile.shape,
  /** Every registered metric, absent ones with their reason. */
  measurements: z.array(Measurement).default([]),
  consolidation: Consolidation,
  /** Ids of the decisions for the director's page, in the order in which they must be taken. */
  agenda: z.array(z.string()).default([]),
  savings: Savings,
  transition: Transition,
  /** Against the audit of an earlier period in the workspace; null = this is the first. */
  changes: Changes.nullable(),
  /** What is missing for a better audit, in the order of value to the result. */
  advice: z.array(z.strictObject({ what: z.string(), why: z.string(), value: z.number() })),
  notAssessed: z.array(z.strictObject({ id: z.string(), title: z.string(), why: z.string(), wouldSupply: z.string() })),
  issued: z.array(z.strictObject({ name: z.string(), date: Day, fingerprint: z.string() })),
});
export type Audit = z.infer<typeof Audit>;
