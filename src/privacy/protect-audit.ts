import type { Audit } from '../model/audit/audit.ts';
import type { PeopleCount } from '../model/audit/figures.ts';
import type { Construct, Profile } from '../model/audit/profile.ts';
import type { AuditTool, Finding, Structure } from '../model/audit/structure.ts';
import type { Measurement } from '../model/measurement.ts';
import { closeStructure } from './gate/close-structure.ts';
import { withoutPersons } from './personal-marks.ts';
import { protectActivity } from './protect-activity.ts';
import { protectEvidence } from './protect-evidence.ts';
import { protectMovements } from './protect-movements.ts';
import { countWithheld, protectStructure, type Thresholds } from './protect-structure.ts';
import { protectTeamProfiles } from './protect-team-profiles.ts';
import { protectAllWords, protectWords, type WordRules } from './protect-words.ts';
import { SEAT_CELLS } from './seat-row.ts';
import type { TeamActivity } from './team-activity.ts';
import { withheldPlaces } from './withheld-places.ts';

/** What the gate judges by, beside the document itself. */
export interface Gate {
  readonly k: Thresholds;
  /** Threshold of a signal's class (METHOD 5): collaboration, else usage. */
  readonly thresholdOf: (signal: string) => number;
  /** Who used what, by team; an empty map where the profile forbids to look. */
  readonly activity: TeamActivity;
  /** As published; null where this is the first audit. */
  readonly earlier: Pick<Audit, 'tools'> | null;
}

/** Counts of the subjects that the tables withhold. */
function withheldCounts(counted: Structure, published: Structure): (tools: readonly string[]) => ReadonlySet<number> {
  const shown = new Map(published.tools.map((tool) => [tool.id, tool]));
  const cells = (tool: AuditTool): readonly PeopleCount[] => [
    tool.users,
    ...SEAT_CELLS.map((cell) => tool.seats[cell]),
  ];
  const byTool = new Map(
    counted.tools.map((tool) => {
      const now = cells(shown.get(tool.id) ?? tool);
      const told = new Set(now);
      const gone = cells(tool).filter((count, at) => now[at] === 'suppressed' && !told.has(count));
      return [tool.id, gone.filter((count): count is number => typeof count === 'number' && count > 0)] as const;
    }),
  );
  return (tools) => new Set(tools.flatMap((tool) => byTool.get(tool) ?? []));
}

function protectFinding(finding: Finding, rules: WordRules): Finding {
  const { title, because } = finding;
  return { ...finding, title: protectWords(title, rules), because: because.map((words) => protectWords(words, rules)) };
}

function protectConstruct(construct: Construct, rulesOf: (signal: string) => WordRules): Construct {
  const signals = construct.signals.map((signal) => ({
    ...signal,
    words: protectWords(signal.words, rulesOf(signal.id)),
    note: signal.note === null ? null : protectWords(signal.note, rulesOf(signal.id)),
  }));
  return { ...construct, signals };
}

/** A score with the signal in it would tell the signal, so the construct is not scored either (METHOD 0.2). */
function withoutSignal(construct: Construct, id: string): Construct {
  if (!construct.signals.some((signal) => signal.id === id && signal.value !== null)) return construct;
  const words = 'Withheld: beside the other figures it would show a small group.';
  const signals = construct.signals.map((signal) =>
    signal.id === id
      ? { ...signal, state: 'suppressed' as const, value: null, score: null, words, note: null, evidence: [] }
      : signal,
  );
  const nothing = { score: null, interval: null, band: null, confidence: null, confidenceLabel: null };
  return { ...construct, ...nothing, bounds: [0, 100], signals };
}

/** As withheld by the gate: `signals.P4.5` and the like. */
function protectProfile(audit: Audit, gone: readonly string[]): Audit {
  const ids = gone.flatMap((id) => (id.startsWith('signals.') ? [id.slice('signals.'.length)] : []));
  if (ids.length === 0) return audit;
  const all = (constructs: readonly Construct[]) => constructs.map((construct) => ids.reduce(withoutSignal, construct));
  const overall = { ...audit.overall, geometric: null, arithmetic: null, bandUnstable: null };
  const { principles, differences, challenges } = audit;
  return { ...audit, overall, principles: all(principles), differences: all(differences), challenges: all(challenges) };
}

function protectMeasurements(
  measurements: readonly Measurement[],
  gone: ReadonlySet<string>,
  k: number,
): Measurement[] {
  const places = new Map([['sign-on-by-user', 'people.sso.byUserApp']]);
  return measurements.map((each) => {
    const isGone = gone.has(places.get(each.id) ?? `measurements.${each.id}`);
    return isGone ? { state: 'suppressed', id: each.id, unit: each.unit, k } : each;
  });
}

function isShown(profile: Pick<Profile, 'principles'>, signal: string): boolean {
  return profile.principles.some(({ signals }) => signals.some(({ id, value }) => id === signal && value !== null));
}

function ruleOf({ principles, differences, challenges }: Audit, { thresholdOf }: Gate) {
  const signals = [...principles, ...differences, ...challenges].flatMap((construct) => construct.signals);
  const coverage = new Map(signals.map((signal) => [signal.id, signal.coverage]));
  return (id: string) => ({ k: thresholdOf(id), coverage: coverage.get(id) ?? 1 });
}

/** Small groups, movements and shares of activity withheld, and then whatever the attack still finds. */
function protectFigures(audit: Audit, { k, activity, earlier }: Gate) {
  const first = protectStructure(audit, k);
  const before = new Map((earlier?.tools ?? []).map((tool) => [tool.id, tool]));
  const ready = {
    ...first,
    tools: first.tools.map((tool) => protectMovements(tool, before.get(tool.id), k.usage)),
    capabilities: protectActivity(first.capabilities, activity, audit.people.teams, k.usage),
  };
  const shown = { measurements: audit.measurements, monthlyUse: isShown(audit, 'P4.5') };
  return closeStructure(audit, ready, shown, k.usage);
}

function protectSentences(audit: Audit, counted: Structure, { k, thresholdOf }: Gate): Audit {
  const withheld = withheldCounts(counted, audit);
  const about = (tools: readonly string[]): WordRules => ({ k: k.usage, withheld: withheld(tools) });
  const rulesOf = (signal: string): WordRules => ({ k: thresholdOf(signal), withheld: new Set() });
  const constructs = (all: readonly Construct[]) => all.map((construct) => protectConstruct(construct, rulesOf));
  const { decisions, ...consolidation } = audit.consolidation;
  return {
    ...audit,
    findings: audit.findings.map((finding) => protectFinding(finding, about(finding.subjects))),
    principles: constructs(audit.principles),
    differences: constructs(audit.differences),
    challenges: constructs(audit.challenges),
    consolidation: {
      ...protectAllWords(consolidation, about([])),
      decisions: decisions.map((decision) => protectAllWords(decision, about([decision.tool]))),
    },
    legacyTraits: protectAllWords(audit.legacyTraits, about([])),
    transition: protectAllWords(audit.transition, about([])),
  };
}

/**
 * The document as it may be written (METHOD 5, 6a.14, 6a.30), from one with every count in it: small groups, dominated
 * totals and small movements of teams withheld, then the differencing attack and complementary suppression until it
 * finds nothing, sentences and evidence kept to the same, and no address or pseudonym anywhere. `people.privacy` counts
 * and names what went. Contract, seat, saving and date facts stand.
 * @throws OutputError where withholding is not enough
 */
export function protectAudit(counted: Audit, gate: Gate): Audit {
  const { structure, gone } = protectFigures(counted, gate);
  const isKept = ({ id }: { readonly id: string }) => !gone.includes(`signals.${id}`);
  const profiles = counted.teamProfiles.map((each) => ({ ...each, signals: each.signals.filter(isKept) }));
  const teamProfiles = protectTeamProfiles(profiles, structure.people, ruleOf(counted, gate));
  const { tools, findings } = protectEvidence(structure.tools, structure.findings, counted.sources);
  const measurements = protectMeasurements(counted.measurements, new Set(gone), gate.k.usage);
  const joined = protectProfile({ ...counted, ...structure, tools, findings, teamProfiles, measurements }, gone);
  const quiet = protectSentences(joined, counted, gate);
  const signals = (profiles: Audit['teamProfiles']) => profiles.reduce((sum, each) => sum + each.signals.length, 0);
  const suppressed =
    counted.people.privacy.suppressed +
    countWithheld(counted, quiet) +
    signals(counted.teamProfiles) -
    signals(teamProfiles);
  const shown = { structure: quiet, teamProfiles };
  const beyond = gone.filter((id) => /^(measurements|signals)\./.test(id));
  const withheld = withheldPlaces({ structure: counted, teamProfiles: counted.teamProfiles }, shown, beyond);
  const { people } = quiet;
  return withoutPersons({ ...quiet, people: { ...people, privacy: { k: { ...gate.k }, suppressed, withheld } } });
}
