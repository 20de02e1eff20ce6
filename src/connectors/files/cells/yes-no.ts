import { type Cell, CellProblem, readValueText } from './cell.ts';

const ANSWERS: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', 't', '1', 'ja', 'j', 'wahr', 'oui', 'vrai', 'sí', 'si', 'x', '✓', '✔'].map(
    (word) => [word, true] as const,
  ),
  ...['no', 'n', 'false', 'f', '0', 'nein', 'falsch', 'non', 'faux'].map((word) => [word, false] as const),
]);

/** True or false where the text is one of the common forms; undefined where it is something else. */
export function yesNoOf(text: string): boolean | undefined {
  return text.length > 6 ? undefined : ANSWERS.get(text.toLowerCase());
}

export function readYesNo(cell: Cell): boolean | null {
  const text = readValueText(cell);
  if (text === null) return null;
  const answer = yesNoOf(text);
  if (answer === undefined) throw new CellProblem('is neither yes nor no');
  return answer;
}
