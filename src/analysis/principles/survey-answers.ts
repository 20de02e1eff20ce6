import type { SurveyResult } from '../../model/snapshot.ts';
import { counted } from '../../util/counted.ts';
import { high, low, type Shape } from '../scoring/shape.ts';
import { isChallenge } from './constructs.ts';
import { figure } from './phrases.ts';
import { evidenceOf, measured, suppressed } from './reading.ts';
import type { Reading, SignalInput } from './signal-unit.ts';

/** Self-declared (METHOD 0.2, 6a.27). */
const SELF_DECLARED = 0.6;
/** "One pulse item, 1-5" (METHOD 1), where the file does not state its scale. */
const PULSE_SCALE = 5;
/** A scale this long is taken to start at 0, as percentages do. */
const PERCENT_SCALE = 100;
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

/** What people answered about a signal, over all teams, weighted by answers; null = nobody was asked. */
export function readSurvey(id: string, { snapshot, facts }: SignalInput): Reading | null {
  const answers = snapshot.survey.flatMap((result) => {
    const score = signalOf(result) === id ? rescaled(result) : null;
    return score === null || result.answersN === 0 ? [] : [{ result, score, count: result.answersN ?? 0 }];
  });
  if (answers.length === 0) return null;
  // Answers whose number is not stated weigh nothing: their group cannot be judged against the threshold.
  const all = answers.reduce((n, a) => n + a.count, 0);
  const items = new Set(answers.map((a) => a.result.question)).size;
  const people = Math.round(all / items);
  if (people < facts.k.collaboration) return suppressed(`Fewer than ${facts.k.collaboration} people answered.`);
  const value = answers.reduce((n, a) => n + a.score * a.count, 0) / all;
  return measured({
    value,
    unit: '0-100',
    shape: standInShape(id),
    coverage: facts.population.length === 0 ? 0 : Math.min(1, people / facts.population.length),
    reliability: SELF_DECLARED,
    people,
    words: `people rate this ${figure(value)} of 100`,
    note: `Self-declared, ${counted(items, 'item')}, ${counted(people, 'answer')}${
      answers.some((a) => a.result.scale === null) ? '; a scale of 1 to 5 is assumed where none is given' : ''
    }.`,
    evidence: evidenceOf(answers.map((a) => a.result)),
  });
}
