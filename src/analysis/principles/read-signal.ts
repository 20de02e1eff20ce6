import type { SectionName, Snapshot } from '../../model/snapshot.ts';
import { notComputed, notConnected, notes, suppressed } from './reading.ts';
import type { Reading, SignalInput, SignalMeta, SignalUnit } from './signal-unit.ts';
import { type DeclaredReading, readSurvey } from './survey-answers.ts';

/** Under four full weeks a figure is partial (METHOD 0.2). */
const ENOUGH_WEEKS = 4;
/** One person above this share of a total can be recognised in it (METHOD 5). */
const DOMINANT_SHARE = 0.4;

/** A reading that says whether people declared it, and what they declared beside what was observed (METHOD 6a.27). */
export interface AskedReading extends Reading {
  readonly basis?: 'self-declared';
  /** Absent = nobody was asked, or too few answered. */
  readonly declared?: DeclaredReading;
}

/**
 * One signal: what the sources say, guarded by the group threshold; else what people answered; else why it is unknown.
 * Throws what the unit throws.
 */
export function readSignal(unit: SignalUnit, input: SignalInput): AskedReading {
  const observed = fromSources(unit, input);
  const declared = readSurvey(unit.meta, input);
  if (declared === null) return observed;
  if (!isMeasured(declared)) return isTold(observed) ? observed : declared;
  if (isTold(observed)) return { ...observed, declared };
  const why = declared.shape === undefined ? null : observed.words;
  return { ...declared, note: notes(declared.note, why), basis: 'self-declared', declared };
}

/** As `readSignal`, but a unit that fails costs only itself. */
export function readSignalSafely(unit: SignalUnit, input: SignalInput): AskedReading {
  try {
    return readSignal(unit, input);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return notConnected('Could not be computed.', `The computation failed: ${what}`);
  }
}

/** The sources settle it: by a value, or by showing that the question does not arise. */
function isTold(reading: Reading): boolean {
  return isMeasured(reading) || reading.state === 'not-applicable';
}

export function isMeasured(reading: Pick<Reading, 'state'>): boolean {
  return reading.state === 'measured' || reading.state === 'measured-partial';
}

function fromSources({ meta, measure }: SignalUnit, input: SignalInput): Reading {
  const withheld = withheldByProfile(meta, input);
  if (withheld !== null) return withheld;
  const missing = meta.requires.filter((section) => isEmpty(section, input.snapshot));
  if (missing.length > 0)
    return notConnected(`Not known: ${missing.map((s) => `${SECTION_WORDS[s]} missing`).join(' and ')}.`);
  const { weeks } = input.facts.window;
  if (meta.windowed && weeks === 0 && meta.requires.length > 0) {
    return notConnected('The audited period holds no full week from Monday to Sunday.');
  }
  const reading = guardGroup(meta, measure(input), input);
  if (!meta.windowed || weeks >= ENOUGH_WEEKS || reading.state !== 'measured') return reading;
  return { ...reading, state: 'measured-partial', note: notes(reading.note, `Only ${weeks} full weeks.`) };
}

/** METHOD 6a.30: such facts are not computed at all, so the unit is not even asked; asked before what is missing. */
function withheldByProfile(meta: SignalMeta, { snapshot }: SignalInput): Reading | null {
  const off = snapshot.privacy.profile === 'works-council' && (meta.personDay || meta.privacy === 'collaboration');
  return off ? notComputed('Not computed under the works-council profile.') : null;
}

function guardGroup({ privacy }: SignalMeta, reading: Reading, { facts }: SignalInput): Reading {
  if (privacy === 'none' || reading.ofRecords === true || !isMeasured(reading)) return reading;
  const k = facts.k[privacy];
  if (reading.people === undefined || reading.people < k) return suppressed(`It rests on fewer than ${k} people.`);
  if ((reading.dominance ?? 0) > DOMINANT_SHARE) return suppressed('One person makes up more than 40 % of the total.');
  return reading;
}

function isEmpty(section: SectionName, snapshot: Snapshot): boolean {
  if (section === 'usageDays') return snapshot.usageDays.tool.length === 0;
  // People who are only seen in other sources are no list of people in scope.
  if (section === 'people') return !snapshot.people.some((p) => p.listed);
  // Sign-ins and accounts stand in for each other: both say who uses a tool.
  if (section === 'accounts') return snapshot.accounts.length === 0 && snapshot.usageDays.tool.length === 0;
  return snapshot[section].length === 0;
}

const SECTION_WORDS: Readonly<Record<SectionName, string>> = {
  people: 'the people list is',
  tools: 'tools are',
  accounts: 'accounts are',
  usageDays: 'sign-ins are',
  contracts: 'contracts are',
  spend: 'spend is',
  integrations: 'integrations are',
  meetings: 'the calendar is',
  messages: 'message counts are',
  documents: 'documents are',
  workItems: 'work items are',
  decisions: 'decision records are',
  homes: 'declared homes are',
  needs: 'needs are',
  survey: 'survey answers are',
  rates: 'exchange rates are',
  responses: 'response times are',
  deliveries: 'merged changes and published documents are',
  requests: 'requests with their approvals are',
  boards: 'boards with their readers are',
  wikiWeeks: 'readers and searches of the wiki are',
  onboarding: 'onboarding pages opened are',
  processes: 'the list of critical processes is',
  rollouts: 'dates of changes to the tools or the charter are',
  writing: 'time spent writing is',
};
