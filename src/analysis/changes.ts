import type { Audit } from '../model/audit/audit.ts';
import type { Changes, FigureChange } from '../model/audit/changes.ts';
import { toMajor } from '../util/minor-units.ts';

interface Headline {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly value: number | null;
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

function headlines(audit: Audit): readonly Headline[] {
  const scored = [...audit.principles, ...audit.differences].map((construct) => ({
    id: construct.id,
    title: construct.title,
    unit: '0-100',
    value: construct.score,
  }));
  const strong = audit.capabilities.filter((capability) => capability.oneHome === 'strong');
  return [
    { id: 'tools', title: 'Tools', unit: 'tools', value: audit.tools.length },
    { id: 'annual-spend', title: 'Annual cost of tools where known', unit: audit.currency, value: annualSpend(audit) },
    {
      id: 'fragmented-capabilities',
      title: 'Jobs spread over several tools although one is the norm',
      unit: 'capabilities',
      value: strong.filter((capability) => capability.pattern !== 'single' && capability.pattern !== 'unknown').length,
    },
    {
      id: 'shadow',
      title: 'Tools outside inventory and contracts',
      unit: 'tools',
      value: audit.tools.filter((tool) => tool.listing === 'shadow').length,
    },
    {
      id: 'messages',
      title: 'Messages a week for each person',
      unit: 'messages',
      value: audit.messageNoise.perPersonWeek,
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

/**
 * What changed between two audits. A figure that moved while the connected sources or the rules changed is marked so
 * and must not be read as a movement of the organisation.
 */
export function compareAudits(before: Audit, now: Audit): Changes {
  const [kindsBefore, kindsNow] = [sourceKinds(before), sourceKinds(now)];
  const sourcesAdded = missingFrom(kindsNow, kindsBefore);
  const sourcesGone = missingFrom(kindsBefore, kindsNow);
  const rules = rulesChanged(before, now);
  const cause: FigureChange['cause'] =
    rules.length > 0 ? 'rules' : sourcesAdded.length + sourcesGone.length > 0 ? 'sources' : 'world';
  const earlier = new Map(headlines(before).map((headline) => [headline.id, headline.value]));
  const [toolsBefore, toolsNow] = [
    new Set(before.tools.map((tool) => tool.name)),
    new Set(now.tools.map((tool) => tool.name)),
  ];
  return {
    since: before.period,
    figures: headlines(now).map(({ id, title, unit, value }) => ({
      id,
      title,
      unit,
      before: earlier.get(id) ?? null,
      now: value,
      cause,
    })),
    toolsAdded: missingFrom(toolsNow, toolsBefore),
    toolsGone: missingFrom(toolsBefore, toolsNow),
    sourcesAdded,
    sourcesGone,
    rulesChanged: rules,
  };
}
