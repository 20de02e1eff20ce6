import type { MatchPath } from '../model/product.ts';
import type { MatchedName } from '../pipeline/match-names.ts';
import { counted } from '../util/counted.ts';
import { columns } from './columns.ts';

/** Each distinct answer once, in order of appearance, with the number of its rows. */
export function matchText(times: ReadonlyMap<MatchedName, number>): string {
  const rows = [...times].map(([name, count]) => [
    count === 1 ? name.raw : `${name.raw} (${count} rows)`,
    name.status,
    name.product ?? name.vendor ?? '-',
    name.confidence.toFixed(2),
    name.reason,
  ]);
  return columns(rows);
}

/** The path of one name: what was read, which rules were asked, and the answer. */
export function matchPathText({ kind, raw, read, steps, answer }: MatchPath): string {
  const candidates = answer.candidates.map(({ name, confidence }) => `${name} (${confidence.toFixed(2)})`);
  const asked = steps.map(({ rule, looksFor, answered }) => [answered ? 'yes' : 'no', rule, looksFor]);
  return [
    `${raw}  [${kind}]`,
    ...read.map(({ what, text }) => `  ${what}: ${text === '' ? 'nothing' : text}`),
    '',
    `${counted(steps.length, 'rule')} asked, in order of how much they prove:`,
    ...columns(asked)
      .split('\n')
      .map((line) => `  ${line}`),
    '',
    `${answer.status}${answer.productName === null ? '' : `: ${answer.productName}`}${answer.vendor === null ? '' : `, vendor ${answer.vendor}`} (confidence ${answer.confidence.toFixed(2)}, rule ${answer.rule})`,
    `  because ${answer.reason}`,
    ...(answer.instance === null ? [] : [`  instance: ${answer.instance}`]),
    ...(answer.formerName === null ? [] : [`  former name: ${answer.formerName}`]),
    ...(candidates.length === 0 ? [] : [`  candidates: ${candidates.join(', ')}`]),
  ].join('\n');
}
