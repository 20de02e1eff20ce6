import type { Construct, Signal } from '../../../../model/audit/profile.ts';
import { type ScoreAxis, type ScoreRow, scoreRows } from '../../../charts/score-rows.ts';
import { sliders } from '../../../charts/sliders.ts';
import { withheld } from '../../../format/formats.ts';
import { apartFromSignals, declaredWords } from '../../../format/self-declared.ts';
import { listed } from '../../../format/words.ts';
import type { Block, Cell, Part, TableBlock } from '../blocks.ts';
import { column, figure, none, numbers, proof, table, words } from '../cells.ts';
import { type Context, missing } from '../context.ts';
import { pictured } from '../figure.ts';
import { fragmentationTable, teamTable } from '../profile-blocks.ts';
import { saidAndSeenTable, saidReading, whatPeopleSay } from '../self-declared-blocks.ts';

const async: ScoreAxis = {
  bands: [
    { name: 'industrial', short: 'industrial', to: 40 },
    { name: 'mixed', short: 'mixed', to: 60 },
    { name: 'mostly async', short: 'mostly', to: 80 },
    { name: 'async-native', short: 'native', to: 100 },
  ],
  direction: 'higher is better →',
};

const severity: ScoreAxis = {
  bands: [
    { name: 'none', short: 'none', to: 50 },
    { name: 'severe', short: 'severe', to: 100 },
  ],
  direction: '← lower is better',
};

/** The two ends of each difference. */
const ends: Readonly<Record<string, readonly [string, string]>> = {
  D1: ['meetings and verbal updates', 'structured writing'],
  D2: ['approval up the hierarchy', 'clear frameworks, autonomy'],
  D3: ['seen at the office', 'seen in the tools'],
  D4: ['tribal and undocumented', 'captured and current'],
};

const INSUFFICIENT = 'insufficient evidence';

function scoreWords({ f }: Context, c: Construct): string {
  if (c.score === null) return INSUFFICIENT;
  const [low, high] = c.interval ?? c.bounds;
  return `${f.number(c.score)} (${f.number(low)} to ${f.number(high)})`;
}

/** In a picture, where there is little room: what people say never looks like what was seen. */
function pictureWords(context: Context, c: Construct): string {
  const share = c.selfDeclaredShare ?? 0;
  if (c.score === null || share === 0) return scoreWords(context, c);
  return `${scoreWords(context, c)}, ${share === 1 ? 'said' : `${context.f.share(share)} said`}`;
}

function row(context: Context, c: Construct): ScoreRow {
  return {
    name: `${c.id} ${c.title}`,
    value: pictureWords(context, c),
    score: c.score,
    bounds: c.bounds,
    interval: c.interval,
  };
}

function state({ f }: Context, signal: Signal): Cell {
  const sub = declaredWords(signal, f);
  if (signal.state === 'suppressed') return { ...words(withheld(f.k), { sub }), state: 'withheld' };
  if (signal.basis === 'self-declared') return words('people say', { sub });
  if (signal.state === 'measured') return words('measured', { sub });
  const text = signal.state.replaceAll('-', ' ');
  return signal.state === 'measured-partial' ? words(text, { sub }) : { ...words(text, { sub }), state: 'unknown' };
}

function signals(context: Context, c: Construct): TableBlock {
  const { f } = context;
  return table(
    `${c.id} ${c.title}: signals`,
    [
      column('Signal'),
      column('What was seen, or what people say'),
      column('State'),
      numbers('Score', c.direction === 'higher-is-better' ? '0 to 100, higher is better' : '0 to 100, lower is better'),
      numbers('Weight'),
      numbers('Coverage'),
      column('Grade'),
      column('Rows'),
    ],
    c.signals.map((s) => [
      words(`${s.id} ${s.title}`, { sub: s.interval === null ? null : rangeWords(s.interval, f).trim() }),
      s.score === null && s.wouldSupply !== null
        ? words(s.words, { sub: `would come from ${s.wouldSupply}`, state: 'unknown' })
        : words(s.words, { sub: s.note }),
      state(context, s),
      figure(s.score, (v) => f.number(v)),
      figure(s.weight, (v) => f.number(v, 2)),
      // Answers of nobody have no place here: 0 says that the number of people in scope is not known.
      figure(s.basis === 'self-declared' && s.coverage === 0 ? null : s.coverage, (v) => f.share(v)),
      words(s.grade),
      proof(context.evidence(s.evidence)),
    ]),
  );
}

function constructTable(context: Context, caption: string, list: readonly Construct[]): TableBlock {
  const { f } = context;
  const range = (pair: readonly [number, number] | null) =>
    words(pair === null ? null : `${f.number(pair[0])} to ${f.number(pair[1])}`, { number: true });
  return table(
    caption,
    [
      column('Construct'),
      numbers('Score', '0 to 100'),
      numbers('Interval'),
      numbers('Bounds'),
      column('Band'),
      numbers('Coverage'),
      numbers('Self-declared', 'of known weight'),
      column('Confidence'),
      column('Would add most'),
    ],
    list.map((c) => [
      words(`${c.id} ${c.title}`, { sub: c.question }),
      figure(c.score, (v) => f.number(v)),
      range(c.interval),
      range(c.bounds),
      words(c.band),
      figure(c.coverage, (v) => f.share(v)),
      c.selfDeclaredShare === null ? none() : figure(c.selfDeclaredShare, (v) => f.share(v)),
      words(c.confidenceLabel, { sub: c.confidence === null ? null : f.fixed(c.confidence, 2) }),
      words(c.wouldAddMost.map((w) => w.source).join('; ') || 'nothing open'),
    ]),
  );
}

function scores(context: Context, id: string, title: string, list: readonly Construct[], scale: ScoreAxis): Block {
  const higher = scale === async ? 'Higher is better.' : 'These are troubles: lower is better.';
  return pictured({
    id,
    title,
    reading: `Dot: score. Thick line: interval. Thin line: where the score would lie if every unknown signal were worst or best. ${higher} A hatched row has too little evidence for a score.${saidReading(list)}`,
    basis: 'A score needs two known signals and half of the weight; unknown signals are never counted as zero.',
    draw: (frame, text) =>
      scoreRows(
        frame,
        text,
        list.map((c) => row(context, c)),
        scale,
      ),
    table: constructTable(context, title, list),
  });
}

function differences(context: Context): Block {
  const rows = context.audit.differences.map((c) => {
    const [left, right] = ends[c.id] ?? ['industrial', 'async'];
    return {
      name: `${c.id} ${c.title}`,
      left,
      right,
      value: pictureWords(context, c),
      score: c.score,
      bounds: c.interval ?? c.bounds,
    };
  });
  return pictured({
    id: 'differences',
    title: 'Four differences, from industrial to async',
    reading: `Left is the industrial playbook, right the async way; further right is better. The line is the range of the score.${saidReading(context.audit.differences)}`,
    basis: 'Each is the async side over both sides of a pair, 0 to 100.',
    draw: (frame, text) => sliders(frame, text, rows),
    table: constructTable(context, 'Four differences', context.audit.differences),
  });
}

function lead(context: Context): string {
  const { audit, f } = context;
  const scored = audit.principles.filter((c) => c.score !== null);
  if (scored.length === 0) return 'None of the five principles has enough evidence for a score.';
  const sorted = [...scored].sort((a, b) => (a.score ?? 0) - (b.score ?? 0));
  const say = (c: Construct): string => `${c.title.toLowerCase()} at ${scoreWords(context, c)}`;
  const [worst] = sorted;
  const best = sorted.at(-1);
  const open = audit.principles.filter((c) => c.score === null).map((c) => c.title.toLowerCase());
  const declared = scored.filter((c) => c.selfDeclaredShare === 1).length;
  const basis =
    declared === 0
      ? ''
      : declared === scored.length
        ? ', by what people say of themselves'
        : `, ${f.number(declared)} by what people say of themselves`;
  const rest = open.length > 0 ? `; too little is known about ${listed(open)}` : '';
  if (worst === undefined || best === undefined || worst === best)
    return `${f.number(scored.length)} of ${audit.principles.length} principles is scored: ${scored.map(say).join('')}${basis}${rest}.`;
  const count = open.length === 0 ? 'All five principles' : `${f.number(scored.length)} of five principles`;
  return `${count} are scored${basis}: weakest ${say(worst)}, strongest ${say(best)}, of 100${rest}.`;
}

function rangeWords(interval: readonly [number, number] | null, f: Context['f']): string {
  return interval === null ? '' : ` (95 % interval ${f.number(interval[0], 1)} to ${f.number(interval[1], 1)})`;
}

function legacy(context: Context): Block[] {
  const { legacyTraits, messageNoise, delivery } = context.audit;
  const { f } = context;
  const noise: Block = {
    kind: 'text',
    heading: 'Work and messages',
    paragraphs: [
      ...(delivery.cycleDays === null
        ? []
        : [
            `Half of the work items are closed within ${f.number(delivery.cycleDays, 1)} days of their start${rangeWords(delivery.interval, f)}; ${f.number(delivery.items)} items.`,
          ]),
      `Messages a week for each person: ${f.number(messageNoise.perPersonWeek)}${rangeWords(messageNoise.interval, f)}; in open channels: ${f.share(messageNoise.publicShare)}; outside working hours: ${f.share(messageNoise.afterHoursShare)}.`,
      ...apartFromSignals(context.audit, f),
    ],
  };
  if (legacyTraits.length === 0) return [noise];
  const rows = legacyTraits.map((trait) => [
    words(trait.title),
    trait.state === 'measured' ? words(trait.words) : words('not assessed', { state: 'unknown', sub: trait.words }),
    words(trait.signals.join(', ') || 'none'),
  ]);
  return [
    noise,
    table(
      'The industrial playbook in the mirror',
      [column('Trait'), column('What was seen, or what people say'), column('Signals')],
      rows,
      { basis: 'The same signals read the other way; no score of their own.' },
    ),
  ];
}

/** Part 7: the async profile. */
export function profilePart(context: Context): Part {
  const { principles, differences: pairs, challenges, overall } = context.audit;
  const all = [...principles, ...pairs, ...challenges];
  const folds = all
    .filter((c) => c.signals.length > 0)
    .map(
      (c): Block => ({
        kind: 'fold',
        summary: `${c.id} ${c.title}: ${c.signals.filter((s) => s.score !== null).length} of ${c.signals.length} signals known`,
        blocks: [signals(context, c)],
      }),
    );
  const f = context.f;
  const whole: Block = {
    kind: 'text',
    heading: 'All five together',
    paragraphs: [
      overall.geometric === null
        ? `No overall figure. ${overall.note}`
        : `${f.number(overall.geometric)} of 100 (geometric mean; arithmetic ${f.number(overall.arithmetic)}). ${overall.note}`,
    ],
  };
  const blocks: Block[] = [
    principles.length > 0
      ? scores(context, 'principles', 'Five principles', principles, async)
      : missing(
          context,
          'No principle was assessed.',
          [],
          'the templates meetings, messages, documents, decisions and work_items',
        ),
    ...(principles.length > 0 ? [whole] : []),
    ...whatPeopleSay(context, all),
    ...(pairs.length > 0 ? [differences(context)] : []),
    ...(challenges.length > 0 ? [scores(context, 'challenges', 'Four challenges', challenges, severity)] : []),
    ...fragmentationTable(context),
    ...saidAndSeenTable(context, all),
    ...teamTable(context),
    ...legacy(context),
    ...folds,
  ];
  return { number: 7, heading: 'The async profile', lead: lead(context), summary: false, blocks };
}
