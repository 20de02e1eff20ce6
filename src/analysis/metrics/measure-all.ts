import type { Structure } from '../../model/audit/structure.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { Policy } from '../../model/policy.ts';
import type { SectionName, Snapshot } from '../../model/snapshot.ts';
import { confidenceOf } from '../scoring/confidence.ts';
import type { Metric, Outcome } from './metric.ts';
import { metrics } from './registry.ts';

type Sections = Omit<Structure, 'findings'>;

/** Every metric of the registry, or of `units`. One that throws becomes `failed` and costs nothing else (DESIGN 4). */
export function measureAll(
  snapshot: Snapshot,
  policy: Policy,
  structure: Sections,
  units: readonly Metric[] = metrics,
): Measurement[] {
  return units.map((metric) => measured(metric, snapshot, policy, structure));
}

function measured(metric: Metric, snapshot: Snapshot, policy: Policy, structure: Sections): Measurement {
  const { id, unit, requires } = metric.meta;
  const absent = requires.filter((section) => !isConnected(snapshot, section));
  if (absent.length > 0) {
    const wouldSupply = `${absent.join(', ')}: a file of the template or a connector`;
    return { state: 'insufficient-data', id, unit, missing: `Not connected: ${absent.join(', ')}`, wouldSupply };
  }
  try {
    const outcome = metric.measure({ snapshot: narrowed(snapshot, requires), policy, structure });
    return toMeasurement(outcome, { id, unit }, reliabilityOf(snapshot, requires));
  } catch (error) {
    return { state: 'failed', id, unit, error: error instanceof Error ? error.message : String(error) };
  }
}

function toMeasurement(outcome: Outcome, head: { id: string; unit: string }, reliability: number): Measurement {
  if (outcome.state !== 'measured') return { ...outcome, ...head };
  const { value, coverage, bounds, evidence } = outcome;
  const factors = { signalCoverage: 1, populationCoverage: coverage, windowCoverage: 1, reliability };
  return {
    ...head,
    state: 'measured',
    value,
    coverage,
    bounds: bounds === undefined ? null : [...bounds],
    confidence: confidenceOf(factors),
    evidence: [...(evidence ?? [])],
  };
}

/** A metric sees what it declares and nothing else; the type says so, and so does the object. */
function narrowed(snapshot: Snapshot, requires: readonly SectionName[]): Pick<Snapshot, SectionName> {
  const allowed = new Set<string>(requires);
  return Object.fromEntries(Object.entries(snapshot).filter(([key]) => allowed.has(key))) as Pick<
    Snapshot,
    SectionName
  >;
}

/** Accounts and person-days both tell of use, so one stands in for the other. */
function isConnected(snapshot: Snapshot, section: SectionName): boolean {
  if (section === 'accounts') return hasRows(snapshot, 'accounts') || hasRows(snapshot, 'usageDays');
  return hasRows(snapshot, section) || snapshot.sources.some(({ provides }) => provides.includes(section));
}

function hasRows(snapshot: Snapshot, section: SectionName): boolean {
  return section === 'usageDays' ? snapshot.usageDays.tool.length > 0 : snapshot[section].length > 0;
}

/** Mean over the sources of the declared sections, by rows; 0.6 as for anything self-declared where none says. */
function reliabilityOf({ sources }: Snapshot, requires: readonly SectionName[]): number {
  const used = sources.filter((source) => requires.some((section) => source.provides.includes(section)));
  const rows = used.reduce((total, source) => total + source.rows, 0);
  return rows === 0 ? 0.6 : used.reduce((total, source) => total + source.reliability * source.rows, 0) / rows;
}
