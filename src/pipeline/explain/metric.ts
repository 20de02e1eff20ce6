import type { MetricMeta } from '../../analysis/metrics/metric.ts';
import { metrics } from '../../analysis/metrics/registry.ts';
import type { Audit } from '../../model/audit/audit.ts';
import type { Measurement } from '../../model/measurement.ts';
import { type Explainer, type Explanation, filesOf, located, same } from './explanation.ts';
import { gradeLine } from './grades.ts';
import { METRIC_NUMBERS } from './metric-numbers.ts';
import { percentOf, plain, withUnit } from './numbers.ts';

export const metric: Explainer = {
  kind: 'metric',
  ids: () => metrics.map(({ meta }) => meta.id),
  explain(id, audit) {
    const meta = metrics.find((unit) => same(unit.meta.id, id))?.meta;
    return meta === undefined ? null : explainMetric(meta, audit);
  },
};

function explainMetric(meta: MetricMeta, audit: Audit | null): Explanation {
  const found = audit?.measurements.find((measurement) => measurement.id === meta.id);
  return {
    id: meta.id,
    kind: 'metric',
    title: meta.title,
    lines: [
      `Formula: ${meta.formula}`,
      `Unit: ${meta.unit}; ${meta.direction}.`,
      ...(found === undefined ? [] : measurementLines(found)),
      ...(found?.state === 'measured' && audit !== null ? (METRIC_NUMBERS[meta.id]?.(audit, found.value) ?? []) : []),
      gradeLine(meta.grade, meta.reference),
      `Needs: ${meta.requires.join(', ')}.`,
    ],
    evidence: placesOf(meta, found, audit),
    ...(found === undefined ? {} : { inputs: [{ name: 'value', value: inputOf(found) }] }),
  };
}

function inputOf(found: Measurement): number | string | null {
  if (found.state === 'measured') return found.value;
  return found.state === 'suppressed' ? 'withheld' : null;
}

/** A measurement in sentences; absence says what is missing. */
function measurementLines(found: Measurement): string[] {
  if (found.state === 'measured') {
    const { value, unit, coverage, confidence, bounds } = found;
    return [
      `In this audit: ${withUnit(value, unit)}, coverage ${percentOf(coverage)}, confidence ${plain(confidence)}.`,
      ...(bounds === null ? [] : [`Bounds: ${plain(bounds[0])} to ${plain(bounds[1])}.`]),
    ];
  }
  if (found.state === 'estimated')
    return [
      `In this audit: ${found.range[0]} to ${found.range[1]} ${found.unit}, if ${found.assumptions.join(' and ')}.`,
    ];
  if (found.state === 'insufficient-data') return [`In this audit: not known. ${found.missing}. ${found.wouldSupply}`];
  if (found.state === 'not-applicable') return [`In this audit: not applicable. ${found.why}`];
  return found.state === 'suppressed'
    ? [`In this audit: withheld (fewer than ${found.k} people, or it would tell of such a group).`]
    : [`In this audit: failed. ${found.error}`];
}

/** Its own rows; where it rests on whole sections, the files that supply them. */
function placesOf(
  { requires }: MetricMeta,
  found: Measurement | undefined,
  audit: Audit | null,
): Explanation['evidence'] {
  if (audit === null || found?.state !== 'measured') return [];
  return found.evidence.length > 0 ? located(audit, found.evidence) : filesOf(audit, requires);
}
