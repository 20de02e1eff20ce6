import type { Money } from '../../model/money.ts';
import { smallGroupWords } from '../format/words.ts';
import { bullets, inline, missing, type Part, table } from './lines.ts';

/** Part 8: one block a decision; tools that simply stay are listed in one line. */
export const decisions: Part = ({ audit, format, toolName }) => {
  const all = audit.consolidation.decisions;
  const open = all.filter((decision) => decision.verdict !== 'keep');
  const kept = all.filter((decision) => decision.verdict === 'keep').map((decision) => inline(toolName(decision.tool)));
  const undecided = audit.consolidation.groups.filter((group) => group.status !== 'optimal');
  const blocks = open.flatMap((decision) => [
    `### ${inline(toolName(decision.tool))}: ${decision.verdict}${decision.target === null ? '' : `, work goes to ${inline(toolName(decision.target))}`}`,
    ...bullets(
      [
        ...decision.why,
        ...decision.lost.map((line) => `Lost: ${line}`),
        ...(decision.runnerUp === null ? [] : [`Runner-up: ${decision.runnerUp}`]),
        ...(decision.flipsIf === null ? [] : [`Flips if ${decision.flipsIf}`]),
        ...(decision.costOfReversal === null
          ? []
          : [
              `Deciding otherwise costs ${format.money(decision.costOfReversal)} over ${audit.consolidation.horizonYears} years.`,
            ]),
        `Decide by ${format.day(decision.decideBy)}; driver: ${decision.daci.driver ?? 'to be named'}; approver: ${decision.daci.approver ?? 'to be named'}.`,
        `To undo: ${decision.undo}`,
        ...(decision.unknown === null ? [] : [decision.unknown]),
      ].map(inline),
    ),
  ]);
  return [
    open.length === 0 ? 'Nothing is asked to be decided.' : `${open.length} decisions are asked.`,
    ...bullets(
      undecided.map((group) => `${inline(group.note)} (${group.tools.map((id) => inline(toolName(id))).join(', ')})`),
    ),
    '',
    ...blocks,
    ...(kept.length === 0 ? [] : [`Kept without a question: ${kept.join(', ')}.`]),
  ];
};

/** Part 9. */
export const tradeOff: Part = ({ audit, format, toolName }) => {
  const { frontier, plans, horizonYears } = audit.consolidation;
  if (frontier.length === 0)
    return missing('There is no trade-off to show.', 'It needs usage and cost of tools that overlap.');
  return [
    `Each point is an exact optimum: no plan with as few moves costs less over ${horizonYears} years. ${smallGroupWords(format.k)}`,
    ...table([
      ['Plan', 'Retires', 'People moved', `Cost over ${horizonYears} years`, 'Cash a year'],
      ...plans.map((plan) => [
        inline(plan.title),
        plan.retires.map((id) => inline(toolName(id))).join(', ') || 'nothing',
        String(plan.moves),
        format.money(plan.total),
        format.money(plan.cashRunRate),
      ]),
    ]),
    ...table([
      ['People moved', `Cost over ${horizonYears} years`, 'Retires'],
      ...frontier.map((point) => [
        String(point.moves),
        format.money(point.total),
        point.retires.map((id) => inline(toolName(id))).join(', ') || 'nothing',
      ]),
    ]),
  ];
};

/** Part 10. */
export const bridge: Part = ({ audit, format, toolName }) => {
  const { savings } = audit;
  if (savings.bridge.lines.length === 0)
    return missing('No saving can be booked.', 'It needs contracts or spend together with usage.');
  const cells = (line: {
    gross: Money;
    commitFloor: Money;
    missedNotice: Money;
    migration: Money;
    dualRunning: Money;
  }) =>
    [line.gross, line.commitFloor, line.missedNotice, line.migration, line.dualRunning].map((money) =>
      format.amount(money),
    );
  const { net, netLikely } = savings.bridge;
  return [
    `Four columns that are never added: cash this fiscal year ${format.money(savings.cashThisYear)}; cash run-rate ${format.money(savings.cashRunRate)}; avoided ${format.money(savings.avoided)}; hours freed ${savings.hours === null ? 'unknown' : `${format.number(savings.hours.low)} to ${format.number(savings.hours.high)}`}.`,
    '',
    `Net in the first twelve months: likely total ${format.money(netLikely)}; simulated middle (p50) ${format.money(net.p50)}, between ${format.money(net.p10)} and ${format.money(net.p90)}. ${inline(savings.bridge.method)}`,
    ...table([
      [
        `First twelve months, ${savings.currency}`,
        'Gross',
        'Commit floors',
        'Missed notice',
        'Migration',
        'Dual running',
        'Net, likely',
      ],
      ...savings.bridge.lines.map((line) => [inline(toolName(line.tool)), ...cells(line), format.amount(line.net)]),
      ['**Net total**', ...cells(savings.bridge), format.amount(netLikely)],
    ]),
  ];
};

/** Part 11. */
export const calendar: Part = ({ audit, format }) => {
  const entries = audit.transition.calendar;
  if (entries.length === 0)
    return missing('No date is known.', 'The template contracts supplies ends and notice periods.');
  return table([
    ['Date', 'What', 'State'],
    ...entries.map((entry) => [format.day(entry.date), inline(entry.title), entry.state]),
  ]);
};

/** Part 12. */
export const transition: Part = ({ audit, format, toolName }) => {
  const { steps, waves, decisionRights, homes, risks, charter } = audit.transition;
  if (steps.length + waves.length === 0)
    return missing('No step can be planned yet.', 'Decisions need usage and contracts first.');
  return [
    ...table([
      ['Step', 'Done when', 'Now', 'State'],
      ...steps.map((step) => [
        `${step.step} ${inline(step.title)}`,
        inline(step.criterion),
        inline(step.value),
        step.state,
      ]),
    ]),
    ...waves.flatMap((wave) => [
      `### Wave ${wave.id}: ${inline(wave.title)}`,
      '',
      `${format.day(wave.from)} to ${format.day(wave.to)}. Gate: ${inline(wave.gate)}`,
      ...bullets(
        wave.moves.map(
          (move) =>
            `${inline(toolName(move.tool))}${move.target === null ? '' : ` to ${inline(toolName(move.target))}`}: start ${format.day(move.start)}, cut-over ${format.day(move.cutOver)}, notice by ${format.day(move.noticeDeadline)}${move.note === null ? '' : `. ${inline(move.note)}`}`,
        ),
      ),
    ]),
    ...table([
      ['Channel', 'Tool', 'Use', 'Reply'],
      ...charter.map((row) => [
        inline(row.channel),
        inline(row.tool === null ? 'to be named' : toolName(row.tool)),
        inline(row.use),
        inline(row.reply),
      ]),
    ]),
    ...table([
      ['Decisions about', 'Driver', 'Approver', 'Rule'],
      ...decisionRights.map((row) => [row.domain, row.driver, row.approver, row.rule].map(inline)),
    ]),
    ...table([
      ['Kind of object', 'Declared home', 'Proposed'],
      ...homes.map((row) => [inline(row.objectType), inline(row.home ?? 'none'), inline(row.proposed ?? '')]),
    ]),
    ...table([
      ['Risk', 'Trigger', 'Response'],
      ...risks.map((row) => [inline(row.risk), inline(row.trigger), inline(row.response)]),
    ]),
  ];
};

/** Part 13. */
export const changes: Part = ({ audit, format }) => {
  if (audit.changes === null)
    return missing('This is the first audit in this workspace.', 'The next one shows here what changed.');
  const { figures, toolsAdded, toolsGone, sourcesAdded, sourcesGone, rulesChanged } = audit.changes;
  return [
    `Since ${format.period(audit.changes.since)}. A figure whose sources or rules changed is no movement of the organisation, and no movement tells its cause.`,
    ...table([
      ['Figure', 'Then', 'Now', 'Unit', 'Change, 95 % interval', 'Told apart from chance', 'Compared on'],
      ...figures.map((figure) => [
        inline(figure.title),
        format.number(figure.before, 1),
        format.number(figure.now, 1),
        inline(figure.unit),
        figure.interval === null
          ? ''
          : `${format.number(figure.interval[0], 1)} to ${format.number(figure.interval[1], 1)}`,
        figure.moved === null ? '' : { up: 'yes, up', down: 'yes, down', unclear: 'no' }[figure.moved],
        { world: 'the same', sources: 'other sources', rules: 'other rules' }[figure.cause],
      ]),
    ]),
    ...bullets(
      [
        ['Tools that came', toolsAdded],
        ['Tools that went', toolsGone],
        ['Sources that came', sourcesAdded],
        ['Sources that went', sourcesGone],
        ['Rules that changed', rulesChanged],
      ].map(([title, entries]) => `${title}: ${(entries as readonly string[]).map(inline).join(', ') || 'none'}.`),
    ),
  ];
};
