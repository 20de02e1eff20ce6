import { type ConstructEntry, constructs, isChallenge } from '../../analysis/principles/constructs.ts';
import { signals } from '../../analysis/principles/signals/registry.ts';
import type { Audit } from '../../model/audit/audit.ts';
import type { Construct, Signal } from '../../model/audit/profile.ts';
import { confidenceLines } from './construct-confidence.ts';
import { type Explainer, type Explanation, located, same } from './explanation.ts';
import { gradeLine } from './grades.ts';
import { agrees, percentOf, plain, score } from './numbers.ts';
import { constructsOf } from './signal.ts';

export const construct: Explainer = {
  kind: 'construct',
  ids: () => constructs.map(({ id }) => id),
  explain(id, audit) {
    const entry = constructs.find((each) => same(each.id, id));
    if (entry === undefined) return null;
    const found = audit === null ? undefined : constructsOf(audit).find((each) => each.id === entry.id);
    return explainConstruct(entry, found, audit);
  },
};

function explainConstruct(entry: ConstructEntry, found: Construct | undefined, audit: Audit | null): Explanation {
  const own = signals.filter(({ meta }) => meta.construct === entry.id).map(({ meta }) => `${meta.id} ${meta.title}`);
  const grade = found?.grade ?? 'D';
  return {
    id: entry.id,
    kind: 'construct',
    title: entry.title,
    lines: [
      entry.question,
      entry.rationale,
      isChallenge(entry.id) ? '0 to 100: 100 is severe.' : '0 to 100: 100 is asynchronous.',
      'Formula: sum of weight x score / sum of weight, over the signals that are known.',
      ...(found === undefined ? [`Signals: ${own.join('; ')}.`] : inAudit(found)),
      gradeLine(grade, 'METHOD 0.2, 0.3, 1; the weakest grade of its known signals'),
    ],
    evidence: located(audit, found?.signals.flatMap(({ evidence }) => evidence) ?? []),
    ...(found === undefined ? {} : { inputs: inputsOf(found) }),
  };
}

interface Parts {
  /** Signals that stay in the sum, the unknown among them. */
  readonly asked: readonly Signal[];
  readonly known: readonly (Signal & { readonly score: number })[];
  readonly weight: number;
  readonly knownWeight: number;
  /** Sum of weight x score. */
  readonly total: number;
}

export function partsOf({ signals: all }: Construct): Parts {
  const asked = all.filter(({ state }) => state !== 'not-applicable');
  const known = asked.flatMap((s) => (s.score === null || s.weight <= 0 ? [] : [{ ...s, score: s.score }]));
  const sum = (list: readonly Signal[]) => list.reduce((n, { weight }) => n + weight, 0);
  const total = known.reduce((n, s) => n + s.weight * s.score, 0);
  return { asked, known, weight: sum(asked), knownWeight: sum(known), total };
}

function inAudit(found: Construct): string[] {
  const parts = partsOf(found);
  return [
    ...found.signals.map(signalLine),
    ...meanLines(found, parts),
    ...boundLines(found, parts),
    gateLine(found, parts),
    ...intervalLines(found),
    ...confidenceLines(found, parts.known),
    ...declaredLine(found),
    ...found.wouldAddMost.map(
      ({ source, weight, signals: ids }) =>
        `Would add ${percentOf(weight)} of the weight: ${source} (${ids.join(', ')}).`,
    ),
  ];
}

function signalLine({ id, title, words, score: own, weight, state, wouldSupply }: Signal): string {
  if (state === 'not-applicable') return `${id} ${title}: not applicable; it leaves the sum.`;
  if (state === 'suppressed') return `${id} ${title}: withheld, weight ${plain(weight)}; it counts as unknown.`;
  const supply = wouldSupply === null ? '' : ` Would be supplied by: ${wouldSupply}.`;
  if (own === null) return `${id} ${title}: unknown (${state}), weight ${plain(weight)}.${supply}`;
  return `${id} ${title}: ${words}; score ${score(own)}, weight ${plain(weight)}.`;
}

function meanLines({ score: stated }: Construct, { known, knownWeight, total }: Parts): string[] {
  if (known.length === 0) return ['Score: nothing is known.'];
  const mean = total / knownWeight;
  const sums = known.map((s) => `${plain(s.weight)} x ${score(s.score)}`).join(' + ');
  const line = `(${sums})/${bracketed(known.map((s) => plain(s.weight)))} = ${score(mean)}`;
  if (stated === null) return [`Mean of what is known, not a score: ${line}.`];
  return [agrees(mean, stated) ? `Score: ${line}.` : `Score: ${score(stated)}.`];
}

/** `(1 + 1 + 2)`; a single number stands by itself. */
function bracketed(terms: readonly string[]): string {
  return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' + ')})`;
}

function boundLines({ bounds, coverage }: Construct, { weight, knownWeight, total }: Parts): string[] {
  const unknown = Math.max(0, weight - knownWeight);
  const share = `Coverage: known weight ${plain(knownWeight)} / weight ${plain(weight)} = ${percentOf(coverage)}.`;
  if (weight <= 0) return [share];
  const [low, high] = [total / weight, Math.min(100, (total + 100 * unknown) / weight)];
  if (!agrees(low, bounds[0]) || !agrees(high, bounds[1]))
    return [share, `Bounds: ${score(bounds[0])} to ${score(bounds[1])}.`];
  const sum = score(total);
  return [
    share,
    `Bounds, every unknown signal at 0 and at 100: (${sum} + ${plain(unknown)} x 0)/${plain(weight)} = ${score(low)} to (${sum} + ${plain(unknown)} x 100)/${plain(weight)} = ${score(high)}.`,
  ];
}

function gateLine({ score: stated, coverage }: Construct, { known }: Parts): string {
  const facts = `${known.length} known, coverage ${percentOf(coverage)}`;
  return stated === null
    ? `Gate: at least 2 known signals and half of the weight; ${facts}: insufficient evidence, so no score is published.`
    : `Gate: at least 2 known signals and half of the weight; ${facts}: passed.`;
}

function intervalLines({ interval, band, score: stated }: Construct): string[] {
  const bands =
    band === null ? [] : [`Band: ${band} (0-39 industrial, 40-59 mixed, 60-79 mostly async, 80-100 async-native).`];
  if (interval === null)
    return stated === null ? bands : [...bands, 'Interval: none; its signals carry no person-level data to resample.'];
  return [
    ...bands,
    `Interval: ${score(interval[0])} to ${score(interval[1])}: 95 % of joint draws that resample people, widened by the bounds of what is unknown.`,
  ];
}

function declaredLine({ selfDeclaredShare }: Construct): string[] {
  if (selfDeclaredShare === null || selfDeclaredShare === 0) return [];
  return [
    `${percentOf(selfDeclaredShare)} of the known weight is what people say of themselves, not what sources saw.`,
  ];
}

function inputsOf({ signals: all }: Construct): NonNullable<Explanation['inputs']> {
  return all.map(({ id, state, score: own }) => ({ name: id, value: state === 'suppressed' ? 'withheld' : own }));
}
