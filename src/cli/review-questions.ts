import type { OpenName } from '../model/reconciliation.ts';
import type { KeptAnswer } from '../pipeline/keep-decisions.ts';
import type { Review } from '../pipeline/review.ts';
import { columns } from './columns.ts';
import { type LineReader, openLineReader, type Streams } from './line-reader.ts';
import { readTyped, type Typed } from './review-answer.ts';
import { openNameLines } from './review-text.ts';

const HELP = [
  'Answer with a product by name or id, or with one of these:',
  '  y, 1-9   that candidate                v   the vendor alone (v NAME)',
  '  /WORD    search the catalogue          m   the same as a tool of this workspace (m NAME)',
  '  n        not software                  i   in-house',
  '  p        a client of the platform      q   stop; answers are kept one by one',
  '  Enter    later                         A reason may follow: monday # the invoice says so',
].join('\n');

const MOST_HITS = 12;

function searchLines(review: Review, word: string): string {
  const hits = review.search(word);
  if (hits.length === 0) return `  Nothing found for "${word}".`;
  const shown = columns(hits.slice(0, MOST_HITS).map(({ id, name, vendor }) => [`  ${id}`, name, vendor]));
  return hits.length > MOST_HITS ? `${shown}\n  and ${hits.length - MOST_HITS} more` : shown;
}

/** `m` or `v` alone is completed by a second question; nothing said there asks the first again. */
async function readAnswer(name: OpenName, reader: LineReader): Promise<Typed> {
  const line = await reader.ask('Answer (? for help): ');
  if (line === null) return { does: 'stop' };
  const typed = readTyped(line, name);
  if (typed.does !== 'ask') return typed;
  const which = (await reader.ask(typed.verb === 'merge' ? 'Which tool? ' : 'Which vendor? '))?.trim();
  if (which === undefined) return { does: 'stop' };
  return which === '' ? { does: 'help' } : { does: 'answer', answer: `${typed.verb}: ${which}`, reason: undefined };
}

/** Asks for one name until an answer is understood. */
async function askOne(
  name: OpenName,
  review: Review,
  reader: LineReader,
  say: (text: string) => void,
): Promise<KeptAnswer | 'later' | 'stop'> {
  for (;;) {
    const typed = await readAnswer(name, reader);
    if (typed.does === 'stop' || typed.does === 'later') return typed.does;
    if (typed.does === 'help') say(HELP);
    if (typed.does === 'search') say(searchLines(review, typed.word));
    if (typed.does !== 'answer') continue;
    const understood = review.understand(typed.answer);
    if (understood.as === 'unclear') {
      say(
        `  ${understood.problem}${understood.nearest.length === 0 ? '' : ` Nearest: ${understood.nearest.join(', ')}.`}`,
      );
      continue;
    }
    const { raw, kind } = name;
    const reason = typed.reason === undefined ? {} : { reason: typed.reason };
    const meant = understood.as === 'merge' ? { merge: understood.tool } : { is: understood.is };
    const answer: KeptAnswer = { raw, kind, ...meant, ...reason };
    await review.keep(answer);
    say(`  Kept: ${understood.words}.`);
    return answer;
  }
}

/**
 * Goes through the open names in the terminal. Each answer is checked as it is typed and is on disk before the next
 * question, so closing the terminal or Ctrl-C loses nothing.
 */
export async function askNames(review: Review, streams: Streams): Promise<readonly KeptAnswer[]> {
  const reader = openLineReader(streams);
  const say = (text: string): void => void streams.output.write(`${text}\n`);
  const answers: KeptAnswer[] = [];
  try {
    if (review.names.length > 0) say(HELP);
    for (const [index, name] of review.names.entries()) {
      say(`\n${index + 1} of ${review.names.length}\n${openNameLines(name).join('\n')}`);
      const answer = await askOne(name, review, reader, say);
      if (answer === 'stop') say('');
      if (answer === 'stop') break;
      if (answer !== 'later') answers.push(answer);
    }
  } finally {
    reader.close();
  }
  return answers;
}
