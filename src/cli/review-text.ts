import type { OpenName } from '../model/reconciliation.ts';
import { counted } from '../util/counted.ts';
import { moneyText } from './money-text.ts';

/** A name, what is at stake, why it is open, and the candidates. */
export function openNameLines(name: OpenName): readonly string[] {
  const money = name.money.map((sum) => moneyText(sum.minor, sum.currency)).join(', ');
  const candidates = name.candidates
    .map((candidate) => `${candidate.product} (${candidate.confidence.toFixed(2)})`)
    .join(', ');
  return [
    `${name.raw}  [${name.kind}, ${counted(name.rows, 'row')}${money === '' ? '' : `, ${money}`}]`,
    `    ${name.reason}${candidates === '' ? '' : ` Candidates: ${candidates}`}`,
  ];
}
