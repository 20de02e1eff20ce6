import type { OpenName } from '../../../model/reconciliation.ts';
import { toMajor } from '../../../util/minor-units.ts';
import { moneyWords } from '../../../util/money-words.ts';
import { FIXED_ANSWERS, REVIEW_COLUMNS } from '../../../util/review-sheet.ts';
import { stakeOrder } from '../../../util/stake-order.ts';
import { type Cell, text } from '../cells.ts';
import type { SheetMaker } from './context.ts';

/** Names of inventories and sign-ins carry no money, which is not the same as unknown money. */
function moneyIn({ money }: OpenName, currency: string): Cell {
  const found = money.find((sum) => sum.currency === currency);
  return found === undefined ? '' : toMajor(found.minor, currency);
}

function otherMoney({ money }: OpenName, currency: string): Cell {
  const others = money.filter((sum) => sum.currency !== currency);
  return text(others.map((sum) => moneyWords(sum.minor, sum.currency)).join('; '));
}

function choices({ candidates, vendor }: OpenName): readonly string[] {
  return [
    ...FIXED_ANSWERS,
    ...(vendor === null ? [] : [`vendor: ${vendor}`]),
    ...candidates.map((candidate) => candidate.name),
  ];
}

/** The open names with room for answers; `import` reads the filled sheet back, whatever the file is called by then. */
export const review: SheetMaker = ({ audit }) => {
  const names = [...audit.openNames].sort(stakeOrder);
  return {
    name: 'Review',
    title: 'Names that need you',
    note:
      'Fill the coloured columns and send the file back: choose an answer or write a product, "vendor: NAME" or "merge: ' +
      'TOOL". By is a role, not a name of a person. An empty answer leaves the name open.',
    columns: [
      { header: REVIEW_COLUMNS.name, kind: 'text' },
      { header: REVIEW_COLUMNS.kind, kind: 'text' },
      { header: 'State', kind: 'text' },
      { header: 'Rows', kind: 'number' },
      { header: 'Money', kind: 'money' },
      { header: 'Other currencies', kind: 'text' },
      { header: 'Why', kind: 'long text' },
      { header: REVIEW_COLUMNS.candidates, kind: 'long text' },
      { header: REVIEW_COLUMNS.answer, kind: 'text', input: true, rowChoices: names.map(choices) },
      { header: REVIEW_COLUMNS.by, kind: 'text', input: true },
      { header: REVIEW_COLUMNS.note, kind: 'text', input: true },
    ],
    rows: names.map((name) => [
      text(name.raw),
      name.kind,
      name.status,
      name.rows,
      moneyIn(name, audit.currency),
      otherMoney(name, audit.currency),
      text(name.reason),
      text(name.candidates.map((candidate) => candidate.name).join('; ')),
      '',
      '',
      '',
    ]),
    whenEmpty: 'Every name is placed.',
  };
};
