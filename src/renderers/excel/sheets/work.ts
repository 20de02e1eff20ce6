import type { Construct, Signal } from '../../../model/audit/profile.ts';
import { type Cell, formula, text } from '../cells.ts';
import { FIRST_ROW, lastRow } from '../sheet.ts';
import type { SheetMaker } from './context.ts';

interface SignalRow {
  readonly construct: Construct;
  readonly signal: Signal;
}

function signalRows(constructs: readonly Construct[]): readonly SignalRow[] {
  return constructs.flatMap((construct) => construct.signals.map((signal) => ({ construct, signal })));
}

/** All signals; the sheet of constructs computes from it. */
export const signals: SheetMaker = ({ audit }) => ({
  name: 'Signals',
  title: 'What was measured, signal by signal',
  note: 'Score 0 to 100; for challenges 100 = severe. Basis self-declared = people say so in the pulse, no source saw it. Hatched = not known. Not applicable signals carry no weight.',
  columns: [
    { header: 'Construct', kind: 'text' },
    { header: 'Signal', kind: 'text' },
    { header: 'Title', kind: 'long text' },
    { header: 'State', kind: 'text' },
    { header: 'Value', kind: 'decimal' },
    { header: 'Unit', kind: 'text' },
    { header: 'Score', kind: 'decimal' },
    { header: 'Weight', kind: 'decimal' },
    { header: 'Weight that counts', kind: 'decimal' },
    { header: 'Grade', kind: 'text' },
    { header: 'In words', kind: 'long text' },
    { header: 'Would be supplied by', kind: 'long text' },
    { header: 'Formula', kind: 'long text' },
    { header: 'Anchors', kind: 'text' },
    { header: 'Basis', kind: 'text' },
    { header: 'People say', kind: 'decimal' },
    { header: 'Gap, said minus observed', kind: 'decimal' },
    { header: 'Answers', kind: 'number' },
  ],
  rows: signalRows([...audit.principles, ...audit.differences, ...audit.challenges]).map(
    ({ construct, signal }, index) => {
      const row = FIRST_ROW + index;
      const counts = signal.state === 'not-applicable' ? 0 : signal.weight;
      return [
        construct.id,
        signal.id,
        text(signal.title),
        signal.state,
        signal.value,
        text(signal.unit),
        signal.score,
        signal.weight,
        formula(`IF(D${row}="not-applicable",0,H${row})`, counts),
        signal.grade,
        text(signal.words),
        text(signal.wouldSupply),
        text(signal.formula),
        text(signal.anchors),
        signal.basis,
        signal.selfDeclared?.score ?? null,
        signal.selfDeclared === null
          ? null
          : formula(`IF(AND(O${row}="observed",ISNUMBER(G${row})),P${row}-G${row},"")`, signal.selfDeclared.gap ?? ''),
        signal.selfDeclared?.answers ?? null,
      ];
    },
  ),
  whenEmpty: 'No signal is known.',
});

function meanOfKnown(construct: Construct): number | '' {
  const known = construct.signals.filter((signal) => signal.score !== null && signal.state !== 'not-applicable');
  const weight = known.reduce((total, signal) => total + signal.weight, 0);
  return weight === 0 ? '' : known.reduce((total, signal) => total + signal.weight * (signal.score ?? 0), 0) / weight;
}

/** Score = weighted mean of the known signals; printed only where the report's gate lets it through. */
export const constructs: SheetMaker = ({ audit }) => {
  const all = [...audit.principles, ...audit.differences, ...audit.challenges];
  const bottom = lastRow(signalRows(all).length);
  const range = (letter: string) => `Signals!$${letter}$${FIRST_ROW}:$${letter}$${bottom}`;
  return {
    name: 'Profile',
    title: 'How asynchronous the work is',
    note: 'Not scored = insufficient evidence: fewer than two known signals or less than half of the weight known.',
    columns: [
      { header: 'Construct', kind: 'text' },
      { header: 'Title', kind: 'text' },
      { header: 'Reading', kind: 'text' },
      { header: 'Scored', kind: 'text' },
      { header: 'Mean of known signals', kind: 'decimal', bar: true },
      { header: 'Weight known', kind: 'decimal' },
      { header: 'Weight in all', kind: 'decimal' },
      { header: 'Coverage', kind: 'share' },
      { header: 'Lower bound', kind: 'decimal' },
      { header: 'Upper bound', kind: 'decimal' },
      { header: 'Confidence', kind: 'text' },
      { header: 'Would add most', kind: 'long text' },
      { header: 'Self-declared, of known weight', kind: 'share' },
    ],
    rows: all.map((construct, index): readonly Cell[] => {
      const row = FIRST_ROW + index;
      const counting = construct.signals.filter((signal) => signal.state !== 'not-applicable');
      const knownWeight = counting
        .filter((signal) => signal.score !== null)
        .reduce((total, signal) => total + signal.weight, 0);
      const allWeight = counting.reduce((total, signal) => total + signal.weight, 0);
      const match = `(${range('A')}=A${row})*ISNUMBER(${range('G')})*${range('I')}`;
      return [
        construct.id,
        text(construct.title),
        construct.direction,
        construct.score === null ? 'insufficient evidence' : 'scored',
        formula(`IF(F${row}>0,SUMPRODUCT(${match},${range('G')})/F${row},"")`, meanOfKnown(construct)),
        formula(`SUMPRODUCT(${match})`, knownWeight),
        formula(`SUMIF(${range('A')},A${row},${range('I')})`, allWeight),
        formula(`IF(G${row}>0,F${row}/G${row},0)`, allWeight === 0 ? 0 : knownWeight / allWeight),
        construct.bounds[0],
        construct.bounds[1],
        construct.confidenceLabel,
        text(construct.wouldAddMost[0]?.source ?? null),
        construct.selfDeclaredShare === null
          ? null
          : formula(
              `IF(F${row}>0,SUMPRODUCT(${match},--(${range('O')}="self-declared"))/F${row},"")`,
              construct.selfDeclaredShare,
            ),
      ];
    }),
  };
};
