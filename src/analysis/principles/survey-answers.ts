import { type PulseItem, pulseItemAsked } from '../../model/pulse.ts';
import type { Snapshot, SurveyResult } from '../../model/snapshot.ts';
import { counted } from '../../util/counted.ts';
import { high, low, type Shape } from '../scoring/shape.ts';
import { isChallenge } from './constructs.ts';
import { figure } from './phrases.ts';
import { evidenceOf, measured, suppressed } from './reading.ts';
import type { Reading, SignalInput, SignalMeta } from './signal-unit.ts';

/** Self-declared (METHOD 0.2, 6a.27). */
const SELF_DECLARED = 0.6;
/** "One pulse item, 1-5" (METHOD 1), where the file does not state its scale. */
const PULSE_SCALE = 5;
/** A scale this long is taken to start at 0, as percentages do. */
const PERCENT_SCALE = 100;
/** Signals whose measure is the pulse itself: they take the anchors of the policy, a stand-in those of the survey. */
const PULSE_UNIT = '0-100';
/** A fact of the inventory, which nobody's opinion replaces. */
const NEVER_ASKED = 'C4.1';

/** What people answered about a signal; `suppressed` where they are too few. */
export interface DeclaredReading extends Reading {
  /** People who answered; where several items speak to the signal, a mean over them. */
  readonly answers: number;
  readonly items: number;
}

/**
 * Anchors of an answer that stands in for a measurement. To agree is asynchronous for principles and differences, with
 * the anchors of the one pulse item of METHOD 1 (P3.6); it is trouble for challenges, which have none: the scale itself.
 */
function standInShape(id: string): Shape {
  return isChallenge(id) ? low(0, 100) : high(40, 80);
}

/** Signal that an answer speaks to: its column, else an id that leads the question; null = none. */
export function signalOf({ signal, question }: SurveyResult): string | null {
  const id = signal ?? /^\s*([PDC]\d\.\d)\b/i.exec(question)?.[1] ?? null;
  return id === null ? null : id.trim().toUpperCase();
}

/** Mean of an item on 0..100, the top of the scale being full agreement; null = off its scale. */
export function rescaled({ mean, scale }: SurveyResult): number | null {
  const top = scale ?? PULSE_SCALE;
  const bottom = top >= PERCENT_SCALE ? 0 : 1;
  return top <= bottom || mean < bottom || mean > top ? null : (100 * (mean - bottom)) / (top - bottom);
}

interface Answer {
  readonly result: SurveyResult;
  /** Item of the pulse; null = another question. */
  readonly item: PulseItem | null;
  /** 0..100, full agreement is 100. */
  readonly agreement: number;
  /** An answer whose number is not stated weighs nothing: its group cannot be judged against the threshold. */
  readonly count: number;
}

function answersOf({ survey }: Snapshot): readonly Answer[] {
  return survey.flatMap((result) => {
    const agreement = rescaled(result);
    if (agreement === null || result.answersN === 0) return [];
    return [{ result, item: pulseItemAsked(result.question), agreement, count: result.answersN ?? 0 }];
  });
}

/** One question to several teams is one item, in whatever language it was put. */
function itemsIn(answers: readonly Answer[]): readonly string[] {
  return [...new Set(answers.map(({ item, result }) => item?.id ?? result.question))];
}

interface Group {
  readonly answers: readonly Answer[];
  readonly items: number;
  /** All answers over the items. */
  readonly people: number;
  /** Share of those in scope; 0 where their number is not known. */
  readonly coverage: number;
}

function groupOf(answers: readonly Answer[], { facts, snapshot }: SignalInput): Group | null {
  if (answers.length === 0) return null;
  const items = itemsIn(answers).length;
  const people = Math.round(answers.reduce((n, { count }) => n + count, 0) / items);
  // Without a people list the number that the organisation gives of itself is the next best.
  const inScope = facts.population.length > 0 ? facts.population.length : (snapshot.organisation.headcount ?? 0);
  return { answers, items, people, coverage: inScope === 0 ? 0 : Math.min(1, people / inScope) };
}

/** Mean over all teams, weighted by answers. */
function meanOf(answers: readonly Answer[], of: (answer: Answer) => number): number {
  const all = answers.reduce((n, { count }) => n + count, 0);
  return answers.reduce((n, answer) => n + of(answer) * answer.count, 0) / all;
}

/** Agreement in the sense of the scale: an item that asks for the opposite is turned. */
function towards(shape: Shape): (answer: Answer) => number {
  return ({ item, agreement }) => {
    if (item === null) return agreement;
    const isTrouble = shape.kind === 'low';
    return (item.agree === 'bad') === isTrouble ? agreement : 100 - agreement;
  };
}

function wordsOf(answers: readonly Answer[], value: number): string {
  const [{ item } = { item: null }] = answers;
  if (item === null || itemsIn(answers).length > 1) return `people rate this ${figure(value)} of 100`;
  const agreed = 1 + (meanOf(answers, (a) => a.agreement) * (PULSE_SCALE - 1)) / 100;
  return `people say ${figure(agreed)} of 5 to “${item.text.en}”`;
}

function noteOf(id: string, { answers, items, people, coverage }: Group): string {
  const pulse = answers.flatMap(({ item }) => item ?? []);
  const ids = [...new Set(pulse.map((item) => item.id))];
  const others = [...new Set(pulse.flatMap((item) => item.signals))].filter((other) => other !== id);
  const parts = [
    `Self-declared, ${counted(items, 'item')}${ids.length === 0 ? '' : ` (${ids.join(', ')})`}, ${counted(people, 'answer')}`,
    ...(others.length === 0 ? [] : [`they speak for ${others.join(', ')} too`]),
    ...(answers.some(({ result }) => result.scale === null)
      ? ['a scale of 1 to 5 is assumed where none is given']
      : []),
    ...(coverage === 0 ? ['how many could have answered is not known'] : []),
  ];
  return `${parts.join('; ')}.`;
}

/** What people answered about a signal, over all teams, weighted by answers; null = nobody was asked. */
export function readSurvey({ id, unit, shape }: SignalMeta, input: SignalInput): DeclaredReading | null {
  const asked = answersOf(input.snapshot).filter(({ item, result }) =>
    item === null ? signalOf(result) === id : item.signals.includes(id),
  );
  const group = id === NEVER_ASKED ? null : groupOf(asked, input);
  if (group === null) return null;
  const { people, items, coverage } = group;
  const { collaboration } = input.facts.k;
  if (people < collaboration) {
    return { ...suppressed(`Fewer than ${collaboration} people answered.`), answers: people, items };
  }
  const isPulse = unit === PULSE_UNIT;
  const inForce = isPulse ? shape : standInShape(id);
  const value = meanOf(asked, towards(inForce));
  const reading = measured({
    value,
    unit: PULSE_UNIT,
    coverage,
    reliability: SELF_DECLARED,
    people,
    words: wordsOf(asked, value),
    note: noteOf(id, group),
    evidence: evidenceOf(asked.map((a) => a.result)),
  });
  return { ...reading, answers: people, items, ...(isPulse ? {} : { shape: inForce }) };
}

/** Agreement with one item of the pulse, 0..100; null = not asked, or by too few. */
export function agreementWith(
  id: string,
  input: SignalInput,
): { readonly agreement: number; readonly answers: number } | null {
  const answers = answersOf(input.snapshot).filter(({ item }) => item?.id === id);
  const group = groupOf(answers, input);
  if (group === null || group.people < input.facts.k.collaboration) return null;
  return { agreement: meanOf(answers, (answer) => answer.agreement), answers: group.people };
}
