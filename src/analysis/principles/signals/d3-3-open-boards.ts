import { counted } from '../../../util/counted.ts';
import { high } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notApplicable, notes, wilsonNote } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const openBoards = {
  meta: {
    id: 'D3.3',
    title: 'Boards open to everybody',
    construct: 'D3',
    unit: 'ratio',
    shape: high(0.2, 0.8),
    grade: 'D',
    weight: 1,
    formula: 'boards or projects that the whole organisation can read / active boards',
    reference: 'METHOD 1 D3.3, Annex A',
    source: 'permissions of the issue tracker (template boards)',
    requires: ['boards'],
    privacy: 'none',
    personDay: false,
    windowed: false,
  },
  measure: ({ snapshot, facts }: SignalInput) => {
    const active = snapshot.boards.filter((board) => board.active !== false);
    if (active.length === 0) return notApplicable('No board is active.');
    const open = active.filter((board) => board.openToAll).length;
    const unknown = active.filter((board) => board.active === null).length;
    const value = open / active.length;
    return measured({
      value,
      reliability: facts.reliability('boards'),
      words: `${percent(value)} of boards can be read by everybody`,
      note: notes(
        wilsonNote(open, active.length, 'boards'),
        unknown > 0 ? `Counted as active although it is not said: ${counted(unknown, 'board')}.` : null,
      ),
      evidence: evidenceOf(active),
    });
  },
} as const satisfies SignalUnit;
