import { createInterface } from 'node:readline/promises';
import type { OpenName } from '../model/reconciliation.ts';
import type { NameAnswer } from '../pipeline/review.ts';
import { openNameLines } from './review-text.ts';

/** Goes through the open names in the terminal; Enter leaves one open, q stops. What was answered is kept. */
export async function askNames(names: readonly OpenName[]): Promise<readonly NameAnswer[]> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answers: NameAnswer[] = [];
  try {
    for (const [index, name] of names.entries()) {
      process.stderr.write(`\n${index + 1} of ${names.length}\n${openNameLines(name).join('\n')}\n`);
      const first = name.candidates[0]?.product;
      const hint = first === undefined ? 'product id' : `product id, y = ${first}`;
      const answer = (
        await terminal.question(`${hint}, n = not software, i = in-house, Enter = later, q = stop: `)
      ).trim();
      if (answer === 'q') break;
      const is =
        answer === 'n'
          ? 'not-software'
          : answer === 'i'
            ? 'internal'
            : answer === 'y' && first !== undefined
              ? first
              : answer;
      if (is !== '') answers.push({ raw: name.raw, is });
    }
  } finally {
    terminal.close();
  }
  return answers;
}
