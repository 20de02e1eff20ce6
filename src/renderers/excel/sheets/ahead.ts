import { rejectReason } from '../../format/rejected-rows.ts';
import { day, formula, text } from '../cells.ts';
import { FIRST_ROW } from '../sheet.ts';
import type { SheetMaker } from './context.ts';

export const calendar: SheetMaker = ({ audit }) => ({
  name: 'Calendar',
  title: 'When to act',
  note: 'Days left are counted from the as-of date on the sheet Summary.',
  columns: [
    { header: 'Date', kind: 'date' },
    { header: 'Days left', kind: 'number' },
    { header: 'Kind', kind: 'text' },
    { header: 'What', kind: 'long text' },
    { header: 'State', kind: 'text' },
    { header: 'Owner', kind: 'text', input: true },
  ],
  rows: audit.transition.calendar.map((entry, index) => [
    day(entry.date),
    formula(`A${FIRST_ROW + index}-As_of`, (Date.parse(entry.date) - Date.parse(audit.asOf)) / 86_400_000),
    entry.kind,
    text(entry.title),
    entry.state,
    '',
  ]),
  whenEmpty: 'No date is known. The template contracts supplies ends and notice periods.',
});

export const moves: SheetMaker = ({ audit, toolName }) => ({
  name: 'Transition',
  title: 'Which moves, in which order',
  note: 'A hub never moves first; a move waits for what it names.',
  columns: [
    { header: 'Wave', kind: 'number' },
    { header: 'Wave title', kind: 'text' },
    { header: 'Tool', kind: 'text' },
    { header: 'Goes to', kind: 'text' },
    { header: 'Start', kind: 'date' },
    { header: 'Go/no-go', kind: 'date' },
    { header: 'Notice by', kind: 'date' },
    { header: 'Cut-over', kind: 'date' },
    { header: 'Parallel run ends', kind: 'date' },
    { header: 'Teams', kind: 'long text' },
    { header: 'Note', kind: 'long text' },
    { header: 'Owner', kind: 'text', input: true },
    { header: 'Done', kind: 'text', input: true, choices: ['yes', 'no'] },
  ],
  rows: audit.transition.waves.flatMap((wave) =>
    wave.moves.map((move) => [
      wave.id,
      text(wave.title),
      text(toolName(move.tool)),
      text(move.target === null ? '' : toolName(move.target)),
      day(move.start),
      day(move.goNoGo),
      day(move.noticeDeadline),
      day(move.cutOver),
      day(move.parallelEnds),
      text(move.teams.join(', ')),
      text(move.note ?? ''),
      '',
      '',
    ]),
  ),
  whenEmpty: 'No move is planned.',
});

export const notAssessed: SheetMaker = ({ audit }) => ({
  name: 'Not assessed',
  title: 'What could not be judged, and what would settle it',
  note: 'Nothing is left out silently.',
  columns: [
    { header: 'What', kind: 'text' },
    { header: 'Why', kind: 'long text' },
    { header: 'What would supply it', kind: 'long text' },
  ],
  rows: [
    ...audit.notAssessed.map((entry) => [text(entry.title), text(entry.why), text(entry.wouldSupply)]),
    ...audit.rejected.map((row) => [
      text(
        `${row.at.source}${row.at.row === null ? '' : ` row ${row.at.row}`}${row.field === null ? '' : `, ${row.field}`}`,
      ),
      text(rejectReason(row)),
      'Mend the row and import the file again.',
    ]),
  ],
  whenEmpty: 'Everything was assessed.',
});
