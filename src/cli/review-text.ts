import type { OpenName } from '../model/reconciliation.ts';
import type { KeptAnswer } from '../pipeline/keep-decisions.ts';
import type { SharedDecisions } from '../pipeline/share-decisions.ts';
import { counted } from '../util/counted.ts';
import { moneyText } from './money-text.ts';

/** A name, what is at stake, why it is open, and the candidates. */
export function openNameLines(name: OpenName): readonly string[] {
  const money = name.money.map((sum) => moneyText(sum.minor, sum.currency)).join(', ');
  const candidates = name.candidates
    .map((candidate, at) => `${at + 1} ${candidate.name} (${candidate.confidence.toFixed(2)})`)
    .join(', ');
  return [
    `${name.raw}  [${name.kind}, ${counted(name.rows, 'row')}${money === '' ? '' : `, ${money}`}]`,
    `    ${name.reason}${candidates === '' ? '' : ` Candidates: ${candidates}`}`,
  ];
}

/** What is still open, and how to answer without a conversation. */
export function openNamesText(names: readonly OpenName[]): string {
  return [
    ...names.flatMap(openNameLines),
    `${counted(names.length, 'name')} open.`,
    'Answer in a terminal with `unsprawl review`, in the sheet Review of the workbook, or with --accept "RAW=PRODUCT",',
    '--reject "RAW", --internal "RAW", --platform "RAW" or --merge "RAW=TOOL".',
  ].join('\n');
}

export function keptText(answers: readonly KeptAnswer[]): string {
  return `${counted(answers.length, 'answer')} kept in decisions.yaml. Next: \`unsprawl audit\`.`;
}

export function sharedText({ file, shared, standing, keptBack }: SharedDecisions): string {
  return [
    `${counted(shared.length, 'decision')} added to ${file}${standing === 0 ? '' : `; ${standing} stood there already`}.`,
    ...keptBack.map(({ raw, why }) => `  not shared: ${raw}  (${why})`),
    `A workspace uses it with \`overlays: [PATH]\` in its unsprawl.yaml.`,
  ].join('\n');
}
