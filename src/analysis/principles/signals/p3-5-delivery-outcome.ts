import type { Snapshot } from '../../../model/snapshot.ts';
import { addDays } from '../../../util/day-arithmetic.ts';
import { type ClusterSample, resampleJointly } from '../../scoring/cluster-bootstrap.ts';
import { quantile } from '../../scoring/quantile.ts';
import { high } from '../../scoring/shape.ts';
import { evidenceOf, measured, notConnected, notes, stale } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { readThroughput, type ThroughputFacts, throughputChange } from '../throughput-facts.ts';

/** Four quarters of 90 days: how far back the tracker has to reach. */
const FOUR_QUARTERS = 360;
/** Draws of the interval in the note; fixed, so that the same input gives the same words (METHOD 0.2). */
const SEED = 1;
/** Under this share of items that name somebody, resampling people would show too little spread. */
const ENOUGH_OWNED = 0.5;

export const deliveryOutcome = {
  meta: {
    id: 'P3.5',
    title: 'Delivery against own baseline',
    construct: 'P3',
    unit: '%',
    shape: high(-10, 15),
    grade: 'D',
    weight: 0.5,
    formula:
      '100 x (items closed per person in the period / mean of the same in four spans of its length before - 1); people employed on any day of the span',
    reference: 'METHOD 1 P3.5; reported with an interval, weight 0.5',
    source: 'issue tracker (template work_items) over five quarters, and people list with start and end dates',
    requires: ['workItems'],
    privacy: 'usage',
    personDay: false,
    windowed: false,
  },
  measure: ({ snapshot, facts }: SignalInput) => {
    const throughput = readThroughput(snapshot);
    const { closed, headcounts, items, owned } = throughput;
    if (!reachesBack(snapshot, closed)) return notConnected('The four quarters before the period are not known.');
    if (closed[0] === 0) return stale('No work item was closed in the period.');
    const people = peopleBehind(throughput, facts.population.length);
    if (people === 0) return notConnected('Neither the people list nor the items tell whose work it is.');
    const perPerson = headcounts?.every((n) => n > 0) ?? false;
    const sample = throughputChange(throughput, snapshot.people, perPerson);
    const value = sample.evaluate(sample.people.map(() => 1));
    if (value === null) return notConnected('The four quarters before the period are not known.');
    const caveats = [perPerson ? staffCaveat(snapshot) : WITHOUT_STAFF, owned < ENOUGH_OWNED ? WITHOUT_INTERVAL : null];
    const parts = {
      value,
      reliability: facts.reliability('workItems'),
      words: wordsFor(value, perPerson),
      note: notes(closedWords(throughput), owned < ENOUGH_OWNED ? null : intervalWords(sample), ...caveats),
      evidence: evidenceOf(items),
      people,
      dominance: mostByOne(throughput) / (closed[0] ?? 1),
      ...(owned < ENOUGH_OWNED ? {} : { sample }),
    };
    return measured(caveats.every((c) => c === null) ? parts : { ...parts, state: 'measured-partial' });
  },
} as const satisfies SignalUnit;

const WITHOUT_STAFF = 'Items alone, since how many people there were in the quarters before cannot be told.';
const WITHOUT_INTERVAL = 'Most items name nobody, so how sure the figure is cannot be told.';

function reachesBack({ workItems, period }: Snapshot, closed: readonly number[]): boolean {
  const since = addDays(period.start, -FOUR_QUARTERS);
  return workItems.some((i) => i.closed !== null && i.closed <= since) && closed.slice(1).every((n) => n > 0);
}

/** The fewest people of any of the quarters: a figure for each of them must not tell of a few. */
function peopleBehind({ headcounts, closedBy }: ThroughputFacts, population: number): number {
  const staffed = (headcounts ?? []).filter((n) => n > 0);
  if (staffed.length > 0) return Math.min(...staffed);
  return population > 0 ? population : closedBy.size;
}

function mostByOne({ closedBy }: ThroughputFacts): number {
  return [...closedBy.values()].reduce((most, n) => Math.max(most, n), 0);
}

/** A list of today's people alone shows too few in the quarters before, and so too much work for each. */
function staffCaveat({ people }: Snapshot): string | null {
  const listed = people.filter((p) => p.listed);
  const undated = listed.filter((p) => p.start === null).length;
  return notes(
    undated > 0 ? `${undated} of ${listed.length} people have no start date and count in every quarter.` : null,
    listed.every((p) => p.end === null)
      ? 'The people list names nobody who left, so the quarters before may count too few people.'
      : null,
  );
}

function wordsFor(value: number, perPerson: boolean): string {
  const what = perPerson ? 'items closed per person' : 'items closed';
  const change = Math.round(Math.abs(value));
  if (change === 0) return `${what}: as in the mean of the four quarters before`;
  return `${what}: ${change} % ${value > 0 ? 'more' : 'fewer'} than in the mean of the four quarters before`;
}

function closedWords({ closed }: ThroughputFacts): string {
  const [now, ...before] = closed;
  return `${now} items closed in the period; in the quarters before, newest first: ${before.join(', ')}.`;
}

function intervalWords(sample: ClusterSample): string | null {
  const draws = resampleJointly(new Map([['change', sample]]), SEED).values.get('change') ?? [];
  const values = draws.filter((v): v is number => v !== null);
  const [low, high] = [quantile(values, 0.025), quantile(values, 0.975)];
  return low === null || high === null ? null : `95 % interval ${signed(low)} to ${signed(high)} %.`;
}

function signed(value: number): string {
  const whole = Math.round(value);
  return whole > 0 ? `+${whole}` : `${whole < 0 ? '−' : ''}${Math.abs(whole)}`;
}
