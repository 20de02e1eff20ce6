import { beforeAll, describe, expect, test } from 'vitest';
import { BYTE_MUTANTS } from '../support/mutated-files/byte-mutants.ts';
import { diceOf } from '../support/mutated-files/dice.ts';
import { faultsOf } from '../support/mutated-files/faults.ts';
import type { Mutant } from '../support/mutated-files/mutant.ts';
import { type Original, originals } from '../support/mutated-files/originals.ts';
import { PACKED_MUTANTS } from '../support/mutated-files/packed-mutants.ts';
import { TEXT_MUTANTS } from '../support/mutated-files/text-mutants.ts';
import { readTable } from '../support/read-table.ts';

/*
 * What is promised of a spoilt file, and how it is told here:
 * - no crash: reading never throws, whatever the bytes are
 * - no hang: no file takes ten seconds
 * - no lost good row: a row of which no byte was touched, under a header of which none was, gives what it gave in the
 *   good file, observation by observation, or is rejected for the same reason; or nothing of the file is taken and a
 *   problem or a question says so
 * - no silent acceptance: every row that goes in comes out, in one place only; a row with a defect that cannot be a value
 *   is rejected under its number, unless it reads exactly as a good row does; where a defect can be a value (the file
 *   ends inside of a word, bytes that Windows-1252 has letters for) a notice tells of it; archives that are cut off or
 *   altered give the same content or a problem
 */
const ALL = [...TEXT_MUTANTS, ...BYTE_MUTANTS, ...PACKED_MUTANTS];
const FILES = 500;
const MOST_MS = 10_000;

let good: readonly Original[] = [];
beforeAll(async () => {
  good = await originals();
});

async function mutantOf(number: number): Promise<Mutant> {
  const dice = diceOf(number);
  const mutate = ALL[number % ALL.length];
  const original = dice.pick(good);
  if (mutate === undefined) throw new Error('there are no mutants');
  return mutate(original, dice);
}

test('the originals are one good file for each shape that is recognised', () => {
  expect(good.length).toBeGreaterThan(50);
  for (const { id, rows, rowsTotal } of good) expect(rows.size, id).toBe(rowsTotal);
});

describe('500 spoilt files', () => {
  const PARTS = 10;
  test.each(Array.from({ length: PARTS }, (_, part) => part))(
    'part %i',
    async (part) => {
      for (let number = part; number < FILES; number += PARTS) {
        const mutant = await mutantOf(number);
        const start = performance.now();
        const reading = await readTable(mutant.bytes, mutant.name);
        const name = `${number}: ${mutant.kind} of ${mutant.original.id}`;
        expect(faultsOf(mutant, reading), name).toEqual([]);
        expect(performance.now() - start, name).toBeLessThan(MOST_MS);
      }
    },
    60_000,
  );
});
