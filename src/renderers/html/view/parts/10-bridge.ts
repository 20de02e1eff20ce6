import type { Savings } from '../../../../model/audit/consolidation.ts';
import { type WaterfallStep, waterfall } from '../../../charts/waterfall.ts';
import type { Block, NumbersBlock, Part } from '../blocks.ts';
import { amount, column, numbers, table, words } from '../cells.ts';
import { type Context, missing } from '../context.ts';
import { pictured } from '../figure.ts';

type Minus = 'commitFloor' | 'missedNotice' | 'migration' | 'dualRunning';

const minus: readonly (readonly [Minus, string])[] = [
  ['commitFloor', 'Contract minimum'],
  ['missedNotice', 'Missed notice'],
  ['migration', 'Migration'],
  ['dualRunning', 'Running both'],
];

/** Positions of the bars: each deduction starts where the one before it ended. */
function steps({ f }: Context, bridge: Savings['bridge']): WaterfallStep[] {
  let level = bridge.gross.minor;
  const falls = minus.map(([key, name]): WaterfallStep => {
    const from = level;
    level -= bridge[key].minor;
    return { name, value: `−${f.whole(bridge[key])}`, from, to: level, kind: 'minus', range: null };
  });
  const { p10, p90 } = bridge.net;
  return [
    { name: 'Gross saving', value: f.whole(bridge.gross), from: 0, to: bridge.gross.minor, kind: 'total', range: null },
    ...falls,
    {
      name: 'Net, first twelve months, likely',
      value: f.whole(bridge.netLikely),
      from: 0,
      to: bridge.netLikely.minor,
      kind: 'net',
      range: [p10.minor, p90.minor],
    },
  ];
}

function picture(context: Context): Block {
  const { audit, f } = context;
  const { bridge } = audit.savings;
  const { p10, p50, p90 } = bridge.net;
  const unit = audit.savings.currency;
  return pictured({
    id: 'bridge',
    title: 'What is really saved',
    reading: `From the gross saving of a year to what arrives in the first twelve months. The last bar is the likely net total; the line over it is the simulated range: one in ten below ${f.whole(p10)}, half below ${f.whole(p50)}, one in ten above ${f.whole(p90)}. Higher is better.`,
    basis: bridge.method,
    draw: (frame, text) => waterfall(frame, text, steps(context, bridge)),
    table: table(
      'Bridge by decision',
      [
        column('Decision on'),
        numbers('Gross', unit),
        ...minus.map(([, name]) => numbers(name, unit)),
        numbers('Net, likely', unit),
      ],
      bridge.lines.map((line) => [
        words(context.tool(line.tool)),
        amount(context, line.gross),
        ...minus.map(([key]) => amount(context, line[key])),
        amount(context, line.net),
      ]),
      {
        basis: `Net = gross − contract minimum − missed notice − migration − running both, each at its likely value. Net total, likely: ${f.money(bridge.netLikely)}. Net, simulated middle (p50): ${f.money(p50)}, between ${f.money(p10)} and ${f.money(p90)}; why it is another figure stands in the method under the chart.`,
        total: [
          words('Net total'),
          amount(context, bridge.gross),
          ...minus.map(([key]) => amount(context, bridge[key])),
          amount(context, bridge.netLikely),
        ],
      },
    ),
  });
}

function columns({ audit, f }: Context): NumbersBlock {
  const { cashThisYear, cashRunRate, avoided, hours, paybackMonths } = audit.savings;
  const item = (value: string, label: string, basis: string) => ({
    value,
    label,
    basis,
    state: value === 'unknown' ? ('unknown' as const) : ('known' as const),
  });
  const time = hours === null ? 'unknown' : `${f.number(hours.low)} to ${f.number(hours.high)} h`;
  return {
    kind: 'numbers',
    items: [
      item(f.whole(cashThisYear), 'cash this fiscal year', 'Arrives on the account before the year ends'),
      item(
        f.whole(cashRunRate),
        'cash a year, once all is done',
        paybackMonths === null ? 'Payback unknown' : `Pays back in ${f.number(paybackMonths, 1)} months`,
      ),
      item(f.whole(avoided), 'avoided', 'Price rises and seats not bought; not cash'),
      item(time, 'working time freed a year', 'Not cash'),
    ],
  };
}

/** Part 10: the savings bridge from gross to net. */
export function bridgePart(context: Context): Part {
  const { audit, f } = context;
  const { bridge } = audit.savings;
  const { p10, p50, p90 } = bridge.net;
  const known = bridge.lines.length > 0;
  const lead = known
    ? `Of ${f.whole(bridge.gross)} gross a year, ${f.whole(bridge.netLikely)} is likely to arrive net in the first twelve months (simulated: middle ${f.whole(p50)}, ${f.whole(p10)} to ${f.whole(p90)}).`
    : 'No net saving can be stated: no decision has a price and a date.';
  const apart: Block = {
    kind: 'text',
    heading: 'Four columns that are never added',
    paragraphs: ['Cash, avoided cost and working time are different things. Only cash stands in a headline.'],
  };
  const blocks: Block[] = known
    ? [picture(context), apart, columns(context)]
    : [missing(context, 'No saving was computed.', ['contracts', 'spend'], 'the templates contracts and usage')];
  return { number: 10, heading: 'From gross to net', lead, summary: true, blocks };
}
