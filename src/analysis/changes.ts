import type { Audit } from '../model/audit/audit.ts';
import type { Changes, FigureChange } from '../model/audit/changes.ts';
import type { Construct } from '../model/audit/profile.ts';
import { toMajor } from '../util/minor-units.ts';

interface Headline {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly value: number | null;
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

function knownSignals(construct: Construct): string {
  return construct.signals
    .filter((signal) => signal.score !== null)
    .map((signal) => signal.id)
    .join(' ');
}

const USE = ['accounts', 'usageDays'];
const SIGHTINGS = ['tools', 'contracts', 'spend', ...USE];

function headlines(audit: Audit): readonly Headline[] {
  const strong = audit.capabilities.filter((capability) => capability.oneHome === 'strong');
  const scored = [...audit.principles, ...audit.differences].map((construct) => ({
    id: construct.id,
    title: construct.title,
    unit: '0-100',
    value: construct.score,
    basis: knownSignals(construct),
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
      basis: kindsOf(audit, ['messages']),
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

function rulesChanged(before: Audit, now: Audit): string[] {
  const version = before.version === now.version ? [] : [`unsprawl ${before.version} -> ${now.version}`];
  const keys = Object.keys(now.policy) as (keyof Audit['policy'])[];
  const policy = keys
    .filter((key) => key !== 'freezes' && key !== 'pins' && key !== 'forbids' && key !== 'deliberate_redundancy')
    .filter((key) => JSON.stringify(before.policy[key]) !== JSON.stringify(now.policy[key]));
  return [...version, ...policy.map((key) => `policy: ${key}`)];
}

function figureChange(now: Headline, before: Headline | undefined, hasNewRules: boolean): FigureChange {
  const { id, title, unit, value, basis } = now;
  const cause = hasNewRules ? 'rules' : before?.basis === basis ? 'world' : 'sources';
  return { id, title, unit, before: before?.value ?? null, now: value, cause };
}

/**
 * What changed between two audits. A figure whose sources or rules changed is marked so and must not be read as a
 * movement of the organisation.
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
