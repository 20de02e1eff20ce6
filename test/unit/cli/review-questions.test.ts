import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readTyped } from '../../../src/cli/review-answer.ts';
import { askNames } from '../../../src/cli/review-questions.ts';
import type { OpenName } from '../../../src/model/reconciliation.ts';
import type { KeptAnswer } from '../../../src/pipeline/keep-decisions.ts';
import type { Review } from '../../../src/pipeline/review.ts';

function open(raw: string, more: Partial<OpenName> = {}): OpenName {
  return {
    raw,
    kind: 'expense',
    status: 'review',
    vendor: null,
    reason: 'Why.',
    candidates: [],
    rows: 1,
    money: [],
    ...more,
  };
}

const candidates = [
  { product: 'asana', name: 'Asana', confidence: 0.6 },
  { product: 'trello', name: 'Trello', confidence: 0.5 },
];

describe('a typed line', () => {
  const name = open('X', { candidates, vendor: 'Adobe' });
  test.each([
    ['', { does: 'later' }],
    [' q ', { does: 'stop' }],
    ['?', { does: 'help' }],
    ['/two words', { does: 'search', word: 'two words' }],
    ['y', { does: 'answer', answer: 'asana', reason: undefined }],
    ['2', { does: 'answer', answer: 'trello', reason: undefined }],
    ['3', { does: 'answer', answer: '3', reason: undefined }], // no third candidate: perhaps a product called 3
    ['n', { does: 'answer', answer: 'not-software', reason: undefined }],
    ['P', { does: 'answer', answer: 'platform-client', reason: undefined }],
    ['i # our own', { does: 'answer', answer: 'internal', reason: 'our own' }],
    ['v', { does: 'answer', answer: 'vendor: Adobe', reason: undefined }],
    ['v Dropbox', { does: 'answer', answer: 'vendor: Dropbox', reason: undefined }],
    ['m', { does: 'ask', verb: 'merge' }],
    ['m Old wiki # same address', { does: 'answer', answer: 'merge: Old wiki', reason: 'same address' }],
    ['Monday.com', { does: 'answer', answer: 'Monday.com', reason: undefined }],
    ['C# Tools', { does: 'answer', answer: 'C# Tools', reason: undefined }],
  ])('"%s"', (line, typed) => expect(readTyped(line, name)).toEqual(typed));

  test('v alone asks which vendor where none is told', () => {
    expect(readTyped('v', open('X'))).toEqual({ does: 'ask', verb: 'vendor' });
  });
});

/** Types lines ahead, then ends the input as a closed terminal does; tells what was said and kept. */
async function converse(names: readonly OpenName[], typed: string) {
  const kept: KeptAnswer[] = [];
  const review: Review = {
    names,
    understand: (answer) => {
      if (answer.startsWith('merge: ')) return { as: 'merge', tool: answer.slice(7), words: 'the same tool' };
      if (['asana', 'trello', 'not-software'].includes(answer)) return { as: 'name', is: answer, words: answer };
      return { as: 'unclear', of: 'product', problem: 'No such product.', nearest: ['Asana (asana)'] };
    },
    search: (word) => (word === 'tre' ? [{ id: 'trello', name: 'Trello', vendor: 'Atlassian' }] : []),
    keep: async (answer) => {
      kept.push(answer);
    },
  };
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(typed);
  const answers = await askNames(review, { input, output });
  return { answers, kept, said: String(output.read() ?? '') };
}

describe('the conversation', () => {
  const names = [
    open('ONE', { candidates, rows: 3, money: [{ currency: 'EUR', minor: 120_000 }] }),
    open('TWO'),
    open('THREE'),
  ];

  test('an answer that is not understood is asked again, with what comes near', async () => {
    const { kept, said } = await converse(names, 'asanna\n/tre\n/zzz\ntrello\nq\n');
    expect(kept).toEqual([{ raw: 'ONE', kind: 'expense', is: 'trello' }]);
    expect(said).toContain('No such product. Nearest: Asana (asana).');
    expect(said).toMatch(/trello +Trello +Atlassian/);
    expect(said).toContain('Nothing found for "zzz".');
    expect(said).toContain('ONE  [expense, 3 rows, EUR 1,200.00]');
    expect(said).toContain('1 Asana (0.60), 2 Trello (0.50)');
  });

  test('the end of the input in the middle loses nothing that was answered', async () => {
    const { kept, answers } = await converse(names, 'y # seen on the bill\n\nhalf a li');
    expect(kept).toEqual([{ raw: 'ONE', kind: 'expense', is: 'asana', reason: 'seen on the bill' }]);
    expect(answers).toEqual(kept);
  });

  test('Enter leaves a name for later, m asks which tool, an empty line there asks again', async () => {
    const { kept } = await converse(names, '\nm\n\nm\nOld wiki\nn\n');
    expect(kept).toEqual([
      { raw: 'TWO', kind: 'expense', merge: 'Old wiki' },
      { raw: 'THREE', kind: 'expense', is: 'not-software' },
    ]);
  });
});
