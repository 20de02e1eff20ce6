import { constructs, isChallenge } from '../../analysis/principles/constructs.ts';
import type { SignalMeta } from '../../analysis/principles/signal-unit.ts';
import { signals } from '../../analysis/principles/signals/registry.ts';
import { describeAnchors, withAnchors } from '../../analysis/scoring/anchors.ts';
import type { Audit } from '../../model/audit/audit.ts';
import type { Construct, Signal, SignalState } from '../../model/audit/profile.ts';
import { counted } from '../../util/counted.ts';
import { type Explainer, type Explanation, filesOf, located, same } from './explanation.ts';
import { gradeLine } from './grades.ts';
import { percentOf, plain, score, withUnit } from './numbers.ts';
import { scoreArithmetic } from './score-arithmetic.ts';

export const signal: Explainer = {
  kind: 'signal',
  ids: () => signals.map(({ meta }) => meta.id),
  explain(id, audit) {
    const meta = signals.find((unit) => same(unit.meta.id, id))?.meta;
    return meta === undefined ? null : explainSignal(meta, audit);
  },
};

const STATES: Readonly<Record<SignalState, string>> = {
  measured: 'measured',
  'measured-partial': 'measured in part',
  'not-connected': 'not connected: no source tells',
  'not-applicable': 'not applicable, so it leaves the sum',
  suppressed: 'withheld',
  stale: 'stale: the records lie outside the window',
};

const PRIVACY = {
  none: 'Rests on records or contracts; no group threshold applies.',
  usage: 'Shown for groups of at least {k} people (tool usage).',
  collaboration: 'Shown for groups of at least {k} people (calendars and messages).',
} as const;

export function constructsOf(audit: Audit): readonly Construct[] {
  return [...audit.principles, ...audit.differences, ...audit.challenges];
}

function explainSignal(meta: SignalMeta, audit: Audit | null): Explanation {
  const construct = audit === null ? undefined : constructsOf(audit).find(({ id }) => id === meta.construct);
  const found = construct?.signals.find(({ id }) => id === meta.id);
  return {
    id: meta.id,
    kind: 'signal',
    title: meta.title,
    lines: [
      placeLine(meta),
      `Formula: ${meta.formula}`,
      ...anchorLines(meta, audit, found),
      ...(found === undefined || construct === undefined || audit === null
        ? []
        : inAudit(found, meta, construct, audit)),
      gradeLine(meta.grade, meta.reference),
      `Supplied by: ${meta.source}.`,
      PRIVACY[meta.privacy].replace('{k}', thresholdOf(meta, audit)),
    ],
    evidence: audit === null || found === undefined ? [] : placesOf(found, meta, audit),
    ...(found === undefined ? {} : { inputs: inputsOf(found) }),
  };
}

/** Its own rows; of a value made from whole sections, the files that supply them. */
function placesOf({ state, evidence }: Signal, { requires }: SignalMeta, audit: Audit): Explanation['evidence'] {
  if (evidence.length > 0 || (state !== 'measured' && state !== 'measured-partial')) return located(audit, evidence);
  return filesOf(audit, requires);
}

function placeLine({ construct, weight }: SignalMeta): string {
  const title = constructs.find(({ id }) => id === construct)?.title ?? construct;
  const own = signals.filter(({ meta }) => meta.construct === construct).length;
  const scale = isChallenge(construct) ? 'severity, 100 = severe' : '100 = asynchronous';
  return `One of ${own} signals of ${construct} ${title} (0 to 100, ${scale}); weight ${plain(weight)} unless the policy says otherwise.`;
}

function anchorLines(meta: SignalMeta, audit: Audit | null, found: Signal | undefined): string[] {
  const shape = withAnchors(meta.shape, audit?.policy.anchors[meta.id]);
  const anchors = found?.anchors ?? describeAnchors(shape, isChallenge(meta.id) ? 'severity' : 'score');
  return [`Unit: ${found?.unit ?? meta.unit}. Anchors: ${anchors}.`];
}

function thresholdOf({ privacy }: SignalMeta, audit: Audit | null): string {
  const k = audit?.people.privacy.k;
  return privacy === 'none' || k === undefined ? 'k' : String(k[privacy]);
}

function inAudit(found: Signal, meta: SignalMeta, construct: Construct, audit: Audit): string[] {
  if (found.state === 'suppressed')
    return [
      `In this audit: withheld${found.note === null ? '.' : `. ${found.note}`} It counts as unknown in ${construct.id}.`,
      ...asked(found),
    ];
  const value = found.value === null ? '' : ` = ${withUnit(found.value, found.unit)}`;
  return [
    `In this audit: ${found.words.replace(/\.$/, '')}${value} (${STATES[found.state]}).`,
    ...(found.note === null ? [] : [`Numbers behind it: ${found.note}`]),
    ...intervalLine(found),
    ...scoreLines(found, meta, construct, audit),
    ...evidenceQuality(found),
    ...asked(found),
    ...(found.wouldSupply === null ? [] : [`Would be supplied by: ${found.wouldSupply}.`]),
  ];
}

function intervalLine({ interval, unit }: Signal): string[] {
  if (interval === null || interval === undefined) return [];
  return [`95 % interval: ${plain(interval[0])} to ${withUnit(interval[1], unit)} (bootstrap over people).`];
}

function scoreLines(found: Signal, meta: SignalMeta, construct: Construct, audit: Audit): string[] {
  if (found.score === null) return found.value === null ? [] : ['Not scored: in this form the value has no anchors.'];
  const arithmetic = scoreArithmetic(found, meta.shape, audit.policy);
  const all = construct.signals.filter(({ state }) => state !== 'not-applicable');
  const weight = all.reduce((n, s) => n + s.weight, 0);
  const what = isChallenge(found.id) ? 'Severity' : 'Score';
  return [
    `${what}: ${arithmetic ?? score(found.score)}.`,
    `Weight in ${construct.id}: ${plain(found.weight)} of ${plain(weight)}.`,
  ];
}

function evidenceQuality({ state, coverage, reliability, basis }: Signal): string[] {
  if (state !== 'measured' && state !== 'measured-partial') return [];
  const rests = basis === 'self-declared' ? ' It is what people say of themselves, not what sources saw.' : '';
  return [`Coverage ${percentOf(coverage)}; reliability of the source ${plain(reliability)}.${rests}`];
}

/** What people answered, beside what was observed. */
function asked({ selfDeclared, basis }: Signal): string[] {
  // Where nobody observed it the answers are the value, and its note counts them.
  if (selfDeclared === null || basis === 'self-declared') return [];
  const { answers, items, gap } = selfDeclared;
  const beside = gap === null ? '' : `; ${score(Math.abs(gap))} ${gap >= 0 ? 'above' : 'below'} what was observed`;
  return [
    `People say: ${score(selfDeclared.score)} of 100 (${counted(answers, 'answer')}, ${counted(items, 'item')})${beside}.`,
  ];
}

function inputsOf(found: Signal): NonNullable<Explanation['inputs']> {
  const withheld = found.state === 'suppressed';
  return [
    { name: 'value', value: withheld ? 'withheld' : found.value },
    { name: 'score', value: withheld ? 'withheld' : found.score },
    { name: 'weight', value: found.weight },
    { name: 'coverage', value: found.coverage },
    { name: 'reliability', value: found.reliability },
  ];
}
