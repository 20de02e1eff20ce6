import { gatherFacts } from '../../src/analysis/principles/facts.ts';
import { readSignal } from '../../src/analysis/principles/read-signal.ts';
import type { Reading, SignalInput, SignalUnit } from '../../src/analysis/principles/signal-unit.ts';
import type { Structure } from '../../src/model/audit/structure.ts';
import { Policy } from '../../src/model/policy.ts';
import type {
  DecisionRecord,
  Meeting,
  MessageWeek,
  Person,
  Snapshot,
  SurveyResult,
  WorkItem,
} from '../../src/model/snapshot.ts';
import { at, withPeople, withSource } from './snapshot.ts';

/** An estate of which nothing is known. */
export function emptyStructure(overrides: Partial<Structure> = {}): Structure {
  return {
    tools: [],
    capabilities: [],
    pairs: [],
    integrations: {
      nodes: [],
      edges: [],
      isolated: [],
      articulation: [],
      components: null,
      density: null,
      modularity: null,
      betweenness: {},
      needCoverage: { direct: null, path: null, pairs: null },
      manualHandoffShare: null,
      manualMinutesPerWeek: null,
      noData: [],
    },
    singleSource: {
      state: 'not-connected',
      index: null,
      byVolume: null,
      duplicateRate: null,
      byType: [],
      homes: [],
      note: '',
    },
    people: {
      counted: null,
      teams: [],
      window: { weeks: 12, start: '2026-07-06', end: '2026-09-27' },
      contextSwitch: { effectiveToolsPerPersonDay: null, personDays: 0, note: '' },
      sso: { byApp: null, byUserApp: null, bySpend: null },
      shadow: { share: null, bySource: null, estimatedTotal: null, unseen: null, standardError: null, note: '' },
      privacy: { k: { usage: 5, collaboration: 10 }, suppressed: 0, withheld: [] },
    },
    findings: [],
    ...overrides,
  };
}

export function inputOf(snapshot: Snapshot, structure: Structure = emptyStructure(), policy = {}): SignalInput {
  return { snapshot, structure, policy: Policy.parse(policy), facts: gatherFacts(snapshot) };
}

/** A signal as the profile reads it, failures not caught. */
export function read(unit: SignalUnit, snapshot: Snapshot, structure?: Structure): Reading {
  return readSignal(unit, inputOf(snapshot, structure));
}

/** Ten people of one team in the zone of the organisation: just enough for a signal from calendars. */
export function tenPeople(snapshot: Snapshot, overrides: Partial<Person> = {}): Snapshot {
  return withPeople(snapshot, 'Studio', 10, overrides);
}

type Hours = readonly [from: string, to: string];

/** Meetings on one day, clock times in UTC, attended by `attendees` (the first organises). */
export function withMeeting(
  snapshot: Snapshot,
  day: string,
  [from, to]: Hours,
  attendees: readonly number[],
  overrides: Partial<Meeting> = {},
): Snapshot {
  const meeting: Meeting = {
    start: `${day}T${from}:00Z`,
    end: `${day}T${to}:00Z`,
    organizer: attendees[0] ?? 0,
    attendees: [...attendees],
    outsiders: 0,
    series: null,
    recurring: false,
    hasDocument: false,
    purpose: null,
    evidence: at,
    ...overrides,
  };
  return withSource({ ...snapshot, meetings: [...snapshot.meetings, meeting] }, 'meetings');
}

export function withMessages(snapshot: Snapshot, overrides: Partial<MessageWeek> = {}): Snapshot {
  const week: MessageWeek = {
    week: '2026-07-06',
    team: 'Studio',
    publicChannel: 0,
    privateChannel: 0,
    direct: 0,
    threadedReplies: 0,
    replies: null,
    afterHours: 0,
    inBursts: null,
    questionThreads: null,
    linkedAnswers: null,
    repeatedQuestions: null,
    workComments: null,
    evidence: at,
    ...overrides,
  };
  return withSource({ ...snapshot, messages: [...snapshot.messages, week] }, 'messages');
}

export function withItem(snapshot: Snapshot, overrides: Partial<WorkItem> = {}): Snapshot {
  const item: WorkItem = {
    id: `I-${snapshot.workItems.length + 1}`,
    team: 'Studio',
    created: '2026-07-06',
    started: '2026-07-06',
    closed: null,
    linkedToGoal: null,
    hasAcceptance: null,
    contributors: null,
    lastChanged: null,
    watchers: null,
    evidence: at,
    ...overrides,
  };
  return withSource({ ...snapshot, workItems: [...snapshot.workItems, item] }, 'workItems');
}

/** `count` equal decision records, proposed and decided on a Tuesday in the window. */
export function withDecisions(snapshot: Snapshot, count: number, overrides: Partial<DecisionRecord> = {}): Snapshot {
  const first = snapshot.decisions.length;
  const records = Array.from(
    { length: count },
    (_, i): DecisionRecord => ({
      id: `D-${first + i + 1}`,
      title: 'A decision',
      proposed: '2026-07-07',
      decided: '2026-07-07',
      driver: [1],
      approver: [0],
      contributors: null,
      informed: [2],
      domain: null,
      level: null,
      home: null,
      reversed: null,
      inMeeting: null,
      evidence: at,
      ...overrides,
    }),
  );
  return withSource({ ...snapshot, decisions: [...snapshot.decisions, ...records] }, 'decisions');
}

export function withSurvey(snapshot: Snapshot, signal: string, overrides: Partial<SurveyResult> = {}): Snapshot {
  const result: SurveyResult = {
    question: 'How is it?',
    team: 'Studio',
    answersN: 10,
    mean: 4,
    scale: 5,
    signal,
    evidence: at,
    ...overrides,
  };
  return withSource({ ...snapshot, survey: [...snapshot.survey, result] }, 'survey');
}
