import type { Signal } from '../../../model/audit/profile.ts';
import type { Block } from './blocks.ts';
import { column, figure, none, numbers, table, words } from './cells.ts';
import type { Context } from './context.ts';

/** What tool fragmentation is made of, each part with its remedy; empty where nothing of it is known. */
export function fragmentationTable({ audit, f }: Context): Block[] {
  if (audit.fragmentation.every(({ severity }) => severity === null)) return [];
  return [
    table(
      'What tool fragmentation is made of',
      [column('Part'), numbers('Severity', '0 none to 100 severe'), column('Known signals'), column('Remedy')],
      audit.fragmentation.map((part) => [
        words(part.title),
        figure(part.severity, (v) => f.number(v)),
        words(part.signals.join(', ') || `none of ${part.asked.join(', ')}`),
        words(part.remedy),
      ]),
      {
        basis:
          'Mean severity of the known signals of each part. The parts have different remedies, so the score never stands alone.',
      },
    ),
  ];
}

/** Teams beside the organisation; empty where no team is large enough or nothing is known by person. */
export function teamTable(context: Context): Block[] {
  const { audit, f } = context;
  if (audit.teamProfiles.length === 0) return [];
  const all = [...audit.principles, ...audit.differences, ...audit.challenges].flatMap(({ signals }) => signals);
  const titles = new Map(all.map((signal: Signal) => [signal.id, signal.title]));
  const rows = audit.teamProfiles.flatMap(({ team, signals }) =>
    signals.map((signal) => [
      words(team),
      words(`${signal.id} ${titles.get(signal.id) ?? ''}`, { sub: signal.unit }),
      figure(signal.value, (v) => f.number(v, 2)),
      figure(signal.shrunk, (v) => f.number(v, 2)),
      figure(signal.organisation, (v) => f.number(v, 2)),
      words(`${f.number(signal.difference[0], 2)} to ${f.number(signal.difference[1], 2)}`, { number: true }),
      signal.differs ? words('yes') : none(),
    ]),
  );
  const differing = audit.teamProfiles.flatMap(({ signals }) => signals).filter(({ differs }) => differs).length;
  return [
    {
      kind: 'fold',
      summary: `Teams beside the organisation: ${f.number(differing)} of ${f.number(rows.length)} figures differ beyond chance`,
      blocks: [
        table(
          'Teams beside the organisation',
          [
            column('Team'),
            column('Signal'),
            numbers('Observed'),
            numbers('Shrunk', 'towards the organisation'),
            numbers('Organisation'),
            numbers('Difference', '95 % interval'),
            column('Differs'),
          ],
          rows,
          {
            basis:
              'Small teams vary by chance, so the shrunk figure is the one to read. A team is called different only where the interval leaves out 0 after a Benjamini-Hochberg correction at 10 % over all rows. No team under the group threshold, and no ranking.',
          },
        ),
      ],
    },
  ];
}
