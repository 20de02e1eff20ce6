import type { Move } from '../../../../model/audit/transition.ts';
import { waveGantt } from '../../../charts/wave-gantt.ts';
import { plural } from '../../../format/words.ts';
import type { Block, Cell, Column, Part } from '../blocks.ts';
import { column, day, figure, none, numbers, table, words } from '../cells.ts';
import { type Context, missing } from '../context.ts';
import { pictured } from '../figure.ts';

function moveName(context: Context, move: Move): string {
  const name = context.tool(move.tool);
  if (move.verdict !== 'retire') return `${name}: ${move.verdict}`;
  return move.target === null ? `${name} ends` : `${name} to ${context.tool(move.target)}`;
}

function gantt(context: Context): Block {
  const { audit, f } = context;
  const moves = audit.transition.waves.flatMap((wave) => wave.moves.map((move) => ({ wave, move })));
  const names = new Map(moves.map(({ move }) => [move.id, moveName(context, move)]));
  const asOf = { day: audit.asOf, words: `as of ${f.shortDay(audit.asOf)}` };
  const rows = moves.slice(0, 40).map(({ wave, move }) => ({
    name: moveName(context, move),
    value: `wave ${wave.id}`,
    start: move.start,
    goNoGo: move.goNoGo,
    notice: move.noticeDeadline,
    cutOver: move.cutOver,
    parallelEnds: move.parallelEnds,
  }));
  const optional = (value: string | null): Cell => (value === null ? none() : day(context, value));
  return pictured({
    id: 'waves',
    title: 'Waves of moves',
    reading:
      'Solid: the move until cut-over. Striped: both tools run, old one read-only. Diamond: go or no-go. T-mark: notice.',
    basis:
      'Cut-over = contract end − parallel run; start = cut-over − migration; go or no-go = notice deadline − decision buffer.',
    draw: (frame, text) => waveGantt(frame, text, rows, { month: f.month, asOf }),
    table: table(
      'Moves',
      [
        column('Wave'),
        column('Move'),
        column('Start'),
        column('Go or no-go'),
        column('Notice'),
        column('Cut-over'),
        column('Both run until'),
        column('Teams'),
        column('After'),
      ],
      moves.map(({ wave, move }) => [
        words(String(wave.id)),
        words(moveName(context, move), { sub: move.note }),
        optional(move.start),
        optional(move.goNoGo),
        optional(move.noticeDeadline),
        optional(move.cutOver),
        optional(move.parallelEnds),
        words(move.teams.join(', ') || '–'),
        words(move.after.map((id) => names.get(id) ?? id).join(', ') || '–'),
      ]),
    ),
  });
}

function optionalTable(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  basis?: string,
): Block[] {
  return rows.length === 0 ? [] : [table(caption, columns, rows, basis === undefined ? {} : { basis })];
}

function rules(context: Context): Block[] {
  const { charter, decisionRights, homes } = context.audit.transition;
  const { f } = context;
  return [
    ...optionalTable(
      'Who decides what',
      [column('Domain'), column('Driver'), column('Approver'), column('Rule')],
      decisionRights.map((r) => [words(r.domain), words(r.driver), words(r.approver), words(r.rule)]),
    ),
    ...optionalTable(
      'Communication charter, proposed',
      [column('Channel'), column('Tool'), column('Use it for'), column('Expected reply'), column('If urgent')],
      charter.map((c) => [
        words(c.channel),
        c.tool === null ? words('to be named') : words(context.tool(c.tool)),
        words(c.use),
        words(c.reply),
        words(c.escalation),
      ]),
      'A proposal to be edited by the teams, not imposed on them.',
    ),
    ...optionalTable(
      'One home for each kind of object',
      [column('Kind of object'), column('Home'), column('Proposed'), numbers('In the home')],
      homes.map((h) => [
        words(h.objectType),
        words(h.home ?? 'none declared'),
        words(h.proposed === null ? '–' : context.tool(h.proposed)),
        figure(h.share, (v) => f.share(v)),
      ]),
    ),
  ];
}

function people(context: Context): Block[] {
  const { training, risks, documents } = context.audit.transition;
  const drafts: Block[] =
    documents.length === 0
      ? []
      : [
          {
            kind: 'text',
            heading: 'Drafts that come with this report',
            paragraphs: [documents.map((d) => d.title).join('; ')],
          },
        ];
  return [
    ...optionalTable(
      'Training',
      [column('Topic'), column('For'), column('When'), column('Measured by')],
      training.map((t) => [
        words(t.topic),
        words(t.audience),
        t.when === null ? words('not dated') : day(context, t.when),
        words(t.measure),
      ]),
    ),
    ...optionalTable(
      'Risks',
      [column('Risk'), column('Trigger'), column('Response'), column('Tools'), column('Probability'), column('Impact')],
      risks.map((r) => [
        words(r.risk),
        words(r.trigger),
        words(r.response),
        words(r.tools.map(context.tool).join(', ') || 'all'),
        words(r.probability),
        words(r.impact),
      ]),
    ),
    ...drafts,
  ];
}

function lead({ audit }: Context): string {
  const { waves, steps } = audit.transition;
  const moves = waves.reduce((sum, wave) => sum + wave.moves.length, 0);
  if (waves.length === 0 && steps.length === 0) return 'No plan can be dated yet: no decision is taken.';
  const met = steps.filter((step) => step.state === 'met').length;
  const open = steps.filter((step) => step.state === 'not assessed').length;
  const unsure = open > 0 ? `, ${open} cannot be judged` : '';
  return `${moves} ${plural(moves, 'move')} in ${waves.length} ${plural(waves.length, 'wave')}; ${met} of ${steps.length} steps ${plural(met, 'is', 'are')} met${unsure}.`;
}

/** Part 12: the transition. */
export function transitionPart(context: Context): Part {
  const { waves, steps } = context.audit.transition;
  const dated = waves.some((wave) => wave.moves.length > 0);
  const blocks: Block[] = [
    ...optionalTable(
      'Five steps',
      [column('Step'), column('Done when'), column('Today'), column('State'), column('Next actions')],
      steps.map((s) => [
        words(`${s.step} ${s.title}`),
        words(s.criterion),
        words(s.value),
        s.state === 'not assessed' ? words(s.state, { state: 'unknown' }) : words(s.state),
        words(s.actions.join('; ') || 'none'),
      ]),
    ),
    dated
      ? gantt(context)
      : missing(context, 'No move is planned.', ['contracts'], 'decisions with a contract end; see part 8'),
    ...optionalTable(
      'Gates',
      [column('Wave'), column('From'), column('To'), column('Passed when')],
      waves.map((w) => [
        words(`${w.id} ${w.title}`),
        w.from === null ? words('not dated') : day(context, w.from),
        w.to === null ? words('not dated') : day(context, w.to),
        words(w.gate),
      ]),
    ),
    ...rules(context),
    ...people(context),
  ];
  return { number: 12, heading: 'Transition', lead: lead(context), summary: false, blocks };
}
