import type { Audit } from '../model/audit/audit.ts';
import type { Changes, FigureChange } from '../model/audit/changes.ts';
import type { Construct } from '../model/audit/profile.ts';
import { toMajor } from '../util/minor-units.ts';
import { CASE_STUDY } from './case-study.ts';
import { signals } from './principles/signals/registry.ts';

interface Headline {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly value: number | null;
  readonly interval?: readonly [number, number] | null;
  readonly caseStudy?: number;
  /** What the value rests on; where this differs, the sources moved the figure and not the organisation. */
  readonly basis: string;
}

function annualSpend(audit: Audit): number | null {
  const known = audit.tools.flatMap((tool) => (tool.spend.annual === null ? [] : [tool.spend.annual.minor]));
  return known.length === 0
    ? null
    : toMajor(
        known.reduce((sum, minor) => sum + minor, 0),
        audit.currency,
      );
}

/** Kinds of sources that supply one of the sections. */
function kindsOf(audit: Audit, sections: readonly string[]): string {
  const kinds = audit.sources.filter(({ provides }) => provides.some((section) => sections.includes(section)));
  return [...new Set(kinds.map((source) => source.kind))].sort().join(' ');
}

const requiredBy = new Map(signals.map(({ meta }) => [meta.id, meta.requires]));

/** The known signals, whether people or sources tell them, and the kinds of sources that feed them. */
function knownSignals(audit: Audit, construct: Construct): string {
  const known = construct.signals.filter((signal) => signal.score !== null);
  const sections = known.flatMap((signal) => requiredBy.get(signal.id) ?? []);
  const told = known.map((signal) => `${signal.id}${signal.basis === 'self-declared' ? ' as people say' : ''}`);
  return `${told.join(' ')}: ${kindsOf(audit, sections.some((section) => USE.includes(section)) ? [...sections, ...ESTATE] : sections)}`;
}

const USE = ['accounts', 'usageDays'];
/** What the measures of the estate rest on beside use: what tools are, who works where, and what they cost. */
const ESTATE = [...USE, 'tools', 'people', 'contracts', 'spend', 'rates'];
const SIGHTINGS = ['tools', 'contracts', 'spend', ...USE];

/** One signal in its own unit, which readers understand before they understand a score. */
function signalHeadline(audit: Audit, id: string, caseStudy: number): readonly Headline[] {
  const signal = audit.principles.flatMap((construct) => construct.signals).find((one) => one.id === id);
  if (signal === undefined) return [];
  const { title, unit, interval, basis } = signal;
  const isObserved = basis !== 'self-declared';
  return [
    {
      id,
      title,
      unit,
      value: isObserved ? signal.value : null,
      interval,
      caseStudy,
      basis: `${signal.state} ${kindsOf(audit, ['meetings', 'people'])}`,
    },
  ];
}

function headlines(audit: Audit): readonly Headline[] {
  const strong = audit.capabilities.filter((capability) => capability.oneHome === 'strong');
  const scored = [...audit.principles, ...audit.differences].map((construct) => ({
    id: construct.id,
    title: construct.title,
    unit: '0-100',
    value: construct.score,
    interval: construct.interval,
    basis: knownSignals(audit, construct),
  }));
  return [
    { id: 'tools', title: 'Tools', unit: 'tools', value: audit.tools.length, basis: kindsOf(audit, SIGHTINGS) },
    {
      id: 'annual-spend',
      title: 'Annual cost of tools where known',
      unit: audit.currency,
      value: annualSpend(audit),
      basis: kindsOf(audit, ['contracts', 'spend']),
    },
    {
      id: 'fragmented-capabilities',
      title: 'Jobs spread over several tools although one is the norm',
      unit: 'capabilities',
      value: strong.filter((capability) => capability.pattern !== 'single' && capability.pattern !== 'unknown').length,
      basis: kindsOf(audit, USE),
    },
    {
      id: 'shadow',
      title: 'Tools outside inventory and contracts',
      unit: 'tools',
      value: audit.tools.filter((tool) => tool.listing === 'shadow').length,
      basis: kindsOf(audit, SIGHTINGS),
    },
    {
      id: 'messages',
      title: 'Messages a week for each person',
      unit: 'messages',
      value: audit.messageNoise.perPersonWeek,
      interval: audit.messageNoise.interval,
      caseStudy: CASE_STUDY.messages,
      basis: kindsOf(audit, ['messages']),
    },
    ...signalHeadline(audit, 'P1.1', CASE_STUDY.meetingHours),
    {
      id: 'cycle-days',
      title: 'Days from start to close of a work item, median',
      unit: 'days',
      value: audit.delivery.cycleDays,
      interval: audit.delivery.interval,
      // Speed is work per time: 25 % faster is 20 % shorter.
      caseStudy: 1 / (1 + CASE_STUDY.speed) - 1,
      basis: kindsOf(audit, ['workItems']),
    },
    ...scored,
  ];
}

function sourceKinds(audit: Audit): ReadonlySet<string> {
  return new Set(audit.sources.map((source) => source.kind));
}

function missingFrom(a: Iterable<string>, b: ReadonlySet<string>): string[] {
  return [...new Set(a)].filter((entry) => !b.has(entry)).sort();
}

type Rules = Audit['policy'];

/** Decisions about single tools are no rules of measurement; anchors and weights are told one by one. */
const NO_RULES: readonly (keyof Rules)[] = [
  'freezes',
  'pins',
  'forbids',
  'deliberate_redundancy',
  'anchors',
  'weights',
];

function rulesChanged(before: Audit, now: Audit): string[] {
  const version = before.version === now.version ? [] : [`unsprawl ${before.version} -> ${now.version}`];
  const keys = (Object.keys(now.policy) as (keyof Rules)[]).filter((key) => !NO_RULES.includes(key));
  const policy = keys.filter((key) => JSON.stringify(before.policy[key]) !== JSON.stringify(now.policy[key]));
  return [
    ...version,
    ...policy.map((key) => `policy: ${key}`),
    ...entriesChanged('anchors', before.policy.anchors, now.policy.anchors, (anchor) =>
      'band' in anchor ? `band ${anchor.band.join(', ')}` : `good ${anchor.good}, bad ${anchor.bad}`,
    ),
    ...entriesChanged('weight', before.policy.weights, now.policy.weights, String),
  ];
}

function entriesChanged<T>(
  what: string,
  before: Readonly<Record<string, T>>,
  now: Readonly<Record<string, T>>,
  told: (entry: T) => string,
): string[] {
  const text = (entry: T | undefined) => (entry === undefined ? 'default' : told(entry));
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .sort()
    .filter((id) => text(before[id]) !== text(now[id]))
    .map((id) => `${what} of ${id}: ${text(before[id])} -> ${text(now[id])}`);
}

function figureChange(now: Headline, before: Headline | undefined, hasNewRules: boolean): FigureChange {
  const { id, title, unit, value, basis, caseStudy = null } = now;
  const cause = hasNewRules ? 'rules' : before?.basis === basis ? 'world' : 'sources';
  const interval = before === undefined ? null : changeInterval(before, now);
  return {
    id,
    title,
    unit,
    before: before?.value ?? null,
    now: value,
    interval,
    moved: movedOf(interval),
    caseStudy,
    cause,
  };
}

/**
 * Interval of a difference of two independent figures from the interval of each: the distances to the two outer limits,
 * added as squares (Zou and Donner's method of variance estimates recovery), which keeps skewed intervals skewed.
 */
function changeInterval(before: Headline, now: Headline): [number, number] | null {
  if (before.value === null || now.value === null || before.interval == null || now.interval == null) return null;
  const change = now.value - before.value;
  const below = Math.hypot(now.value - now.interval[0], before.interval[1] - before.value);
  const above = Math.hypot(now.interval[1] - now.value, before.value - before.interval[0]);
  return [change - below, change + above];
}

function movedOf(interval: readonly [number, number] | null): FigureChange['moved'] {
  if (interval === null) return null;
  if (interval[0] > 0) return 'up';
  return interval[1] < 0 ? 'down' : 'unclear';
}

/**
 * What changed between two audits. A figure whose sources or rules changed is marked so and must not be read as a
 * movement of the organisation; and a movement of the organisation says nothing about its cause (METHOD 0, 4.7).
 */
export function compareAudits(before: Audit, now: Audit): Changes {
  const [kindsBefore, kindsNow] = [sourceKinds(before), sourceKinds(now)];
  const rules = rulesChanged(before, now);
  const earlier = new Map(headlines(before).map((headline) => [headline.id, headline]));
  const [toolsBefore, toolsNow] = [before, now].map((audit) => new Set(audit.tools.map((tool) => tool.name)));
  return {
    since: before.period,
    figures: headlines(now).map((headline) => figureChange(headline, earlier.get(headline.id), rules.length > 0)),
    toolsAdded: missingFrom(toolsNow ?? [], toolsBefore ?? new Set()),
    toolsGone: missingFrom(toolsBefore ?? [], toolsNow ?? new Set()),
    sourcesAdded: missingFrom(kindsNow, kindsBefore),
    sourcesGone: missingFrom(kindsBefore, kindsNow),
    rulesChanged: rules,
  };
}
