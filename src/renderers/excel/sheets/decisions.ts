import { Verdict } from '../../../model/audit/consolidation.ts';
import { toMajor } from '../../../util/minor-units.ts';
import { smallGroupWords } from '../../format/words.ts';
import { count, day, formula, money, text } from '../cells.ts';
import { FIRST_ROW, lastRow } from '../sheet.ts';
import { cents, type SheetMaker, sum } from './context.ts';

export const decisions: SheetMaker = ({ audit, toolName }) => ({
  name: 'Decisions',
  title: 'What is asked to be decided',
  note: 'Coloured columns are for you: verdict, approval, role and date. Roles, not names of people.',
  columns: [
    { header: 'Tool', kind: 'text' },
    { header: 'Proposed', kind: 'text' },
    { header: 'Work goes to', kind: 'text' },
    { header: 'Decide by', kind: 'date' },
    { header: 'Gross a year', kind: 'money', bar: true },
    { header: 'People moved', kind: 'number' },
    { header: 'Why', kind: 'long text' },
    { header: 'What is lost', kind: 'long text' },
    { header: 'Runner-up', kind: 'text' },
    { header: 'Flips if', kind: 'long text' },
    { header: 'Cost of deciding otherwise', kind: 'money' },
    { header: 'Not known', kind: 'long text' },
    { header: 'Undo', kind: 'long text' },
    { header: 'Your verdict', kind: 'text', input: true, choices: Verdict.options },
    { header: 'Approval', kind: 'text', input: true, choices: ['approve', 'object', 'defer'] },
    { header: 'Role', kind: 'text', input: true },
    { header: 'Date', kind: 'date', input: true },
    { header: 'Reason', kind: 'text', input: true },
  ],
  rows: audit.consolidation.decisions.map((decision) => [
    text(toolName(decision.tool)),
    decision.verdict,
    text(decision.target === null ? '' : toolName(decision.target)),
    day(decision.decideBy),
    money(decision.savingGross),
    count(decision.peopleMoved),
    text(decision.why.join(' ')),
    text(decision.lost.join(' ')),
    text(decision.runnerUp),
    text(decision.flipsIf),
    money(decision.costOfReversal),
    text(decision.unknown ?? ''),
    text(decision.undo),
    '',
    '',
    '',
    '',
    '',
  ]),
  whenEmpty: 'Nothing is decided yet. Usage and contracts supply it.',
});

export const tradeOff: SheetMaker = ({ audit, toolName }) => {
  const { frontier, horizonYears, currency } = { ...audit.consolidation, currency: audit.currency };
  const first = frontier[0];
  return {
    name: 'Trade-off',
    title: 'How far to go: savings against disruption',
    note: `Each line is an exact optimum over ${horizonYears} years, in ${currency}; saving is against the first line. ${smallGroupWords(audit.people.privacy.k.usage)}`,
    columns: [
      { header: 'People moved', kind: 'number' },
      { header: `Cost over ${horizonYears} years`, kind: 'money' },
      { header: 'Saving', kind: 'money', bar: true },
      { header: 'Plan', kind: 'text' },
      { header: 'Retires', kind: 'long text' },
    ],
    rows: frontier.map((point, index) => [
      point.moves,
      money(point.total),
      formula(
        `B$${FIRST_ROW}-B${FIRST_ROW + index}`,
        first === undefined ? 0 : toMajor(first.total.minor - point.total.minor, point.total.currency),
      ),
      point.plan ?? '',
      text(point.retires.map(toolName).join(', ')),
    ]),
    whenEmpty: 'There is no trade-off: it needs usage and cost of tools that overlap.',
  };
};

/** Net = gross - floors - missed notice - migration - dual running, line by line and in sum. */
export const savings: SheetMaker = ({ audit, toolName }) => {
  const { lines } = audit.savings.bridge;
  const steps = ['gross', 'commitFloor', 'missedNotice', 'migration', 'dualRunning'] as const;
  const bottom = lastRow(lines.length);
  const major = (step: (typeof steps)[number] | 'net') =>
    lines.map((line) => toMajor(line[step].minor, line[step].currency));
  const total = (letter: string, step: (typeof steps)[number] | 'net') =>
    formula(`SUM(${letter}${FIRST_ROW}:${letter}${bottom})`, cents(sum(major(step))));
  return {
    name: 'Savings',
    title: 'From gross to net, first twelve months',
    note: audit.savings.bridge.method,
    columns: [
      { header: 'Tool', kind: 'text' },
      { header: 'Gross', kind: 'money' },
      { header: 'Commit floors', kind: 'money' },
      { header: 'Missed notice', kind: 'money' },
      { header: 'Migration', kind: 'money' },
      { header: 'Dual running', kind: 'money' },
      { header: 'Net, likely', kind: 'money', bar: true },
    ],
    rows: lines.map((line, index) => {
      const row = FIRST_ROW + index;
      return [
        text(toolName(line.tool)),
        ...steps.map((step) => money(line[step])),
        formula(`B${row}-C${row}-D${row}-E${row}-F${row}`, toMajor(line.net.minor, line.net.currency)),
      ];
    }),
    ...(lines.length === 0
      ? {}
      : {
          totals: [
            'Net total',
            total('B', 'gross'),
            total('C', 'commitFloor'),
            total('D', 'missedNotice'),
            total('E', 'migration'),
            total('F', 'dualRunning'),
            total('G', 'net'),
          ],
        }),
    whenEmpty: 'No saving can be booked: it needs contracts or spend together with usage.',
  };
};
