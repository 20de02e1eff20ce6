import { Audit } from '../../src/model/audit/audit.ts';
import type { Construct } from '../../src/model/audit/profile.ts';
import { agendaOf } from '../../src/transition/agenda.ts';
import { consolidation, savings } from './audit-sample/decisions.ts';
import { profile } from './audit-sample/profile.ts';
import { changes, gaps, openNames, reconciliation, sources } from './audit-sample/records.ts';
import { capabilities, findings, integrations, pairs, people, singleSource } from './audit-sample/structure.ts';
import { tools } from './audit-sample/tools.ts';
import { transition } from './audit-sample/transition.ts';

/** A complete audit of an invented agency of 118 people and 14 tools; every part of the report has something to say. */
export function sampleAudit(): Audit {
  return Audit.parse({
    schema: 'unsprawl/audit@1',
    version: '0.1.0',
    organisation: {
      name: 'Northlight Studio',
      currency: 'EUR',
      locale: 'en-GB',
      time_zone: 'Europe/Berlin',
      headcount: 120,
      domains: ['northlight.example'],
    },
    period: { start: '2026-07-01', end: '2026-09-30' },
    asOf: '2026-10-12',
    currency: 'EUR',
    policy: {
      pins: [{ tool: 'zoom', reason: 'Two clients need it' }],
      deliberate_redundancy: [
        {
          tools: ['zoom', 'microsoft-teams'],
          owner: 'Head of Sales',
          reason: 'Two clients accept calls in their own tenant only',
          expires: '2027-03-31',
        },
      ],
      freezes: [{ from: '2026-12-15', to: '2027-01-05', reason: 'Christmas campaigns' }],
    },
    sources,
    gaps,
    rejected: [
      { at: { source: 'spend', row: 512 }, field: 'amount', reason: '"12,4O" is not a number' },
      {
        at: { source: 'spend', row: 513 },
        field: 'date',
        reason: '"31.06.2026" is not a day',
        money: { minor: 4990, currency: 'EUR' },
      },
      { at: { source: 'people', row: 88 }, field: 'email', reason: 'empty' },
    ],
    reconciliation,
    openNames,
    tools,
    capabilities,
    pairs,
    integrations,
    singleSource,
    people,
    findings,
    ...profile,
    consolidation,
    agenda: agendaOf(Audit.shape.consolidation.parse(consolidation).decisions),
    savings,
    transition,
    changes,
    advice: [
      { what: 'Import the work items of Jira', why: 'P3 is not scored; three signals wait for it.', value: 0.9 },
      { what: 'Ask for the member export of Dropbox', why: '€5,184 a year without known use.', value: 0.7 },
    ],
    notAssessed: [
      {
        id: 'P3',
        title: 'Outcome focus',
        why: 'One of three signals is known.',
        wouldSupply: 'the template work_items',
      },
      {
        id: 'C1',
        title: 'Cultural resistance',
        why: 'It cannot be read off metadata.',
        wouldSupply: 'the template survey',
      },
    ],
    issued: [],
  });
}

function unscored(construct: Construct): Construct {
  return {
    ...construct,
    score: null,
    bounds: [0, 100],
    interval: null,
    band: null,
    coverage: 0,
    confidence: null,
    confidenceLabel: null,
    selfDeclaredShare: null,
    signals: construct.signals.map((signal) => ({
      ...signal,
      state: 'not-connected',
      value: null,
      score: null,
      coverage: 0,
      words: 'Not connected',
      basis: null,
      selfDeclared: null,
      wouldSupply: 'a template of this signal',
      evidence: [],
    })),
  };
}

/** An audit of a workspace with no input at all: everything unknown, nothing zero that was not counted. */
export function emptyAudit(): Audit {
  const sample = sampleAudit();
  const none = { minor: 0, currency: 'EUR' };
  const noRows = { used: 0, duplicate: 0, review: 0, 'not-software': 0, unknown: 0, refund: 0, rejected: 0 };
  return Audit.parse({
    ...sample,
    policy: {},
    sources: [],
    gaps: [
      {
        id: 'inventory',
        section: 'tools',
        title: 'No tool list',
        why: 'Nothing was imported.',
        wouldSupply: 'the template inventory',
      },
    ],
    rejected: [],
    reconciliation: {
      rows: { total: 0, buckets: noRows },
      kinds: [],
      sources: [],
      money: [],
      spendFiles: [],
      unconverted: [],
    },
    openNames: [],
    tools: [],
    capabilities: [],
    pairs: [],
    integrations: {
      ...sample.integrations,
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
      note: 'No document source.',
    },
    people: {
      ...sample.people,
      counted: null,
      teams: [],
      window: { weeks: 12, start: null, end: null },
      contextSwitch: { effectiveToolsPerPersonDay: null, personDays: 0, note: 'No sign-ins.' },
      sso: { byApp: null, byUserApp: null, bySpend: null },
      shadow: {
        share: null,
        bySource: null,
        estimatedTotal: null,
        unseen: null,
        standardError: null,
        note: 'No source.',
      },
      privacy: { ...sample.people.privacy, suppressed: 0 },
    },
    findings: [],
    principles: sample.principles.map(unscored),
    differences: sample.differences.map(unscored),
    challenges: [],
    sensitivity: [],
    legacyTraits: [],
    messageNoise: { perPersonWeek: null, publicShare: null, afterHoursShare: null },
    consolidation: {
      status: 'not decided',
      gap: null,
      horizonYears: 3,
      baseline: null,
      objective: null,
      groups: [],
      decisions: [],
      plans: [],
      frontier: [],
      conflicts: [],
    },
    savings: {
      currency: 'EUR',
      cashThisYear: null,
      cashRunRate: null,
      avoided: null,
      hours: null,
      bridge: {
        gross: none,
        commitFloor: none,
        missedNotice: none,
        migration: none,
        dualRunning: none,
        netLikely: none,
        net: { p10: none, p50: none, p90: none },
        lines: [],
        method: 'Nothing was decided.',
      },
      paybackMonths: null,
      addressableSpend: null,
    },
    transition: {
      steps: [],
      waves: [],
      calendar: [],
      decisionRights: [],
      charter: [],
      homes: [],
      training: [],
      risks: [],
      documents: [],
    },
    changes: null,
    advice: [{ what: 'Import a tool list', why: 'Everything starts with it.', value: 1 }],
    notAssessed: [
      { id: 'all', title: 'Everything', why: 'Nothing was imported.', wouldSupply: 'the template inventory' },
    ],
    issued: [],
  });
}

/** What a name in somebody's export may look like. */
export const hostileNames = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)> & "co" \'s',
  'W'.repeat(300),
  'أداة التعاون العربية‏ abc',
  '👩‍👩‍👧‍👦 Familie 🧨',
  '{{#each this}}{{{constructor}}}{{/each}}',
  "=cmd|'/c calc'!A0",
  '</title></svg><svg onload=alert(1)>',
  ']]><!-- --!>',
  'javascript:alert(1)',
  '\u202eevil\u202c name\u0000with controls\u0007',
  'null',
  '__proto__',
  ' ',
] as const;

/** The sample with every name that comes from outside replaced by a hostile one. */
export function hostileAudit(): Audit {
  const sample = sampleAudit();
  const names = new Map<string, string>(
    sample.tools.map((tool, i) => [tool.name, hostileNames[i % hostileNames.length] ?? '']),
  );
  const teams = new Map(
    sample.people.teams.map((team, i) => [team.id, hostileNames[(i + 2) % hostileNames.length] ?? '']),
  );
  const swap = (text: string): string => names.get(text) ?? teams.get(text) ?? text;
  const markup = hostileNames[0];
  return Audit.parse({
    ...sample,
    organisation: { ...sample.organisation, name: `${markup} ${hostileNames[3]} & Sons` },
    sources: sample.sources.map((s, i) => ({
      ...s,
      file: `${hostileNames[i % hostileNames.length]}.csv`,
      title: `${s.title} ${markup}`,
    })),
    gaps: sample.gaps.map((gap) => ({ ...gap, title: markup, why: hostileNames[2], wouldSupply: hostileNames[7] })),
    rejected: sample.rejected.map((r) => ({ ...r, reason: hostileNames[1] })),
    openNames: sample.openNames.map((n, i) => ({ ...n, raw: hostileNames[i + 1] ?? '', reason: hostileNames[7] })),
    tools: sample.tools.map((tool) => ({
      ...tool,
      name: swap(tool.name),
      vendor: hostileNames[2],
      department: hostileNames[7],
      purpose: markup,
      instances: [...hostileNames],
      formerNames: [hostileNames[5]],
    })),
    capabilities: sample.capabilities.map((c) => ({
      ...c,
      teamTool: c.teamTool.map((cell) => ({ ...cell, team: swap(cell.team) })),
      intended: c.intended && { ...c.intended, reason: markup, owner: hostileNames[2] },
    })),
    people: { ...sample.people, teams: sample.people.teams.map((team) => ({ ...team, id: swap(team.id) })) },
    findings: sample.findings.map((f) => ({
      ...f,
      title: `${markup} ${f.title} ${hostileNames[2]}`,
      because: [hostileNames[1]],
    })),
    consolidation: {
      ...sample.consolidation,
      decisions: sample.consolidation.decisions.map((d) => ({
        ...d,
        why: [...hostileNames],
        flipsIf: markup,
        unknown: hostileNames[7],
      })),
      plans: sample.consolidation.plans.map((plan) => ({ ...plan, title: hostileNames[7] })),
    },
    transition: {
      ...sample.transition,
      waves: sample.transition.waves.map((wave) => ({ ...wave, title: hostileNames[2], gate: markup })),
      calendar: sample.transition.calendar.map((c) => ({ ...c, title: `${markup} ${c.title}` })),
      charter: sample.transition.charter.map((c) => ({ ...c, channel: hostileNames[2] })),
    },
  });
}
