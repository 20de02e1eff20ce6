import type { Construct } from '../../../model/audit/profile.ts';
import { gapWords, saidAndSeen } from '../../format/self-declared.ts';
import type { Block } from './blocks.ts';
import { column, figure, numbers, table, words } from './cells.ts';
import type { Context } from './context.ts';

/** Explains the mark of the pictures that bear it. */
export function saidReading(list: readonly Construct[]): string {
  const bears = list.some((c) => c.score !== null && (c.selfDeclaredShare ?? 0) > 0);
  return bears ? ' "Said": people say so of themselves (self-declared); a share is of the known weight.' : '';
}

/** How far the profile rests on what people say; empty where it does not. */
export function whatPeopleSay(context: Context, all: readonly Construct[]): Block[] {
  const { f } = context;
  if (!all.some((c) => c.selfDeclaredShare !== null && c.selfDeclaredShare > 0)) return [];
  const whole = all.filter((c) => c.selfDeclaredShare === 1).length;
  return [
    {
      kind: 'text',
      heading: 'What people say',
      paragraphs: [
        `Where no source tells, the answers of the pulse stand in: ${f.number(whole)} of ${f.number(all.length)} constructs rest on them alone. They are self-declared, of reliability 0.6, and say how people see the work, not what they do. One answer may speak for several signals; each of them names its item.`,
      ],
    },
  ];
}

/** How sayings compare with what was seen; empty where nothing was both seen and asked. */
export function saidAndSeenTable(context: Context, all: readonly Construct[]): Block[] {
  const { f } = context;
  const both = saidAndSeen(all);
  if (both.length === 0) return [];
  return [
    table(
      'Saying and doing: signals that were both seen and asked',
      [
        column('Signal'),
        numbers('Observed', '0 to 100'),
        numbers('People say', '0 to 100'),
        numbers('Gap', 'said minus observed'),
        numbers('Answers'),
      ],
      both.map((s) => [
        words(`${s.id} ${s.title}`, { sub: s.words }),
        figure(s.score, (v) => f.number(v)),
        figure(s.selfDeclared?.score ?? null, (v) => f.number(v)),
        figure(s.selfDeclared?.gap ?? null, (v) => gapWords(v, f)),
        figure(s.selfDeclared?.answers ?? null, (v) => f.number(v)),
      ]),
      {
        basis:
          'The observed score counts. For C signals 100 is severe, so a gap above 0 means that people see more trouble.',
      },
    ),
  ];
}
