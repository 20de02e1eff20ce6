import type { MatchAnswer, MatchPath } from '../../model/product.ts';

/** One step of a matcher: what it looks for, in words, and its answer; undefined = not its case. */
export interface Rule<Question> {
  readonly id: string;
  readonly looksFor: string;
  readonly ask: (question: Question) => MatchAnswer | undefined;
}

/** The first rule that answers wins; `none` where none does. */
export function firstAnswer<Question>(
  rules: readonly Rule<Question>[],
  question: Question,
  none: MatchAnswer,
): MatchAnswer {
  for (const { ask } of rules) {
    const answer = ask(question);
    if (answer !== undefined) return answer;
  }
  return none;
}

/** The same, rule by rule; what comes after the answer is not asked. */
export function stepsOf<Question>(rules: readonly Rule<Question>[], question: Question): MatchPath['steps'] {
  const steps: { rule: string; looksFor: string; answered: boolean }[] = [];
  for (const { id, looksFor, ask } of rules) {
    const answered = ask(question) !== undefined;
    steps.push({ rule: id, looksFor, answered });
    if (answered) break;
  }
  return steps;
}
