import type { Observation, RejectedRow } from '../../model/observation.ts';
import {
  PULSE_SCALE,
  type PulseItem,
  pulseItem,
  pulseItemAsked,
  pulseItems,
  pulseQuestion,
} from '../../model/pulse.ts';
import { type Cell, CellProblem, readText } from './cells/cell.ts';
import { readCount } from './cells/number.ts';
import type { FormColumns } from './pulse-header.ts';
import { RowRejected } from './row-reader.ts';
import type { Sheet } from './tables/sheet.ts';

/** What a table of the pulse says. Lines that nobody filled are no rows. */
export interface PulseRows {
  readonly rows: number;
  readonly observations: readonly Observation[];
  readonly rejected: readonly RejectedRow[];
  /** In sentences. */
  readonly notices: readonly string[];
}

/** How many chose 1, 2, 3, 4 and 5. */
type Counts = readonly number[];

/** Item named in the cells of a row, whatever else was written beside its id. */
export function itemOfRow(cells: readonly Cell[], { item }: Pick<FormColumns, 'item'>): PulseItem | null {
  for (const position of item) {
    const text = String(cells[position] ?? '').trim();
    const found = pulseItem(text) ?? pulseItemAsked(text);
    if (found !== null) return found;
  }
  return null;
}

function countOf(cell: Cell, field: string): number | null {
  try {
    const count = readCount(cell);
    if (count === null || Number.isInteger(count)) return count;
  } catch (thrown) {
    if (!(thrown instanceof CellProblem)) throw thrown;
    throw new RowRejected(field, thrown.reason);
  }
  throw new RowRejected(field, 'is no whole number');
}

/** Where one answer is counted, an empty cell beside it means that nobody chose it. Null = nobody answered. */
function countsOf(cells: readonly Cell[], { counts }: FormColumns): Counts | null {
  const read = counts.map((position, index) => countOf(cells[position] ?? '', String(index + 1)));
  return read.every((count) => count === null || count === 0) ? null : read.map((count) => count ?? 0);
}

/** Mean of the answers 1 to 5 and how many there are. */
function meanOf(counts: Counts): { readonly answers: number; readonly mean: number } {
  const answers = counts.reduce((sum, count) => sum + count, 0);
  return { answers, mean: counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / answers };
}

/** The team is written once for a block of items: a row without one belongs to the team above while the items go on. */
function teamReader({ team }: FormColumns): (cells: readonly Cell[], item: PulseItem) => string | null {
  let current: string | null = null;
  let last = -1;
  return (cells, item) => {
    const own = team === null ? null : readText(cells[team] ?? '');
    const position = pulseItems.indexOf(item);
    if (own !== null) current = own;
    else if (position <= last) current = null;
    last = position;
    return current;
  };
}

function missingNotices(unanswered: ReadonlyMap<string, readonly string[]>, answered: ReadonlySet<string>): string[] {
  return [...unanswered].flatMap(([team, items]) => {
    if (!answered.has(team)) return team === '' ? [] : [`${team}: not filled in.`];
    const [is, they] = items.length === 1 ? ['is', 'it stays'] : ['are', 'they stay'];
    return [`${team === '' ? '' : `${team}: `}${items.join(', ')} ${is} not answered; ${they} unknown.`];
  });
}

const NOBODY = 'Nobody has filled it in yet: 0 answers.';

/** Reads a form of counted answers: each filled line becomes the mean of one item in one team. */
export function readPulseForm(sheet: Sheet, columns: FormColumns, source: string): PulseRows {
  const observations: Observation[] = [];
  const rejected: RejectedRow[] = [];
  const unanswered = new Map<string, string[]>();
  const answered = new Set<string>();
  const seen = new Set<string>();
  const teamOf = teamReader(columns);

  function read(row: number, cells: readonly Cell[]): Observation | null {
    const item = itemOfRow(cells, columns);
    // Asked for each item, so that a line which is rejected does not lose the team for those that follow.
    const team = item === null ? null : teamOf(cells, item);
    const counts = countsOf(cells, columns);
    if (counts === null) {
      if (item !== null) unanswered.set(team ?? '', [...(unanswered.get(team ?? '') ?? []), item.id]);
      return null;
    }
    if (item === null) throw new RowRejected('item', 'names no item of the pulse');
    if (team === null) throw new RowRejected('team', 'is empty');
    const key = `${team.toLowerCase()}\u0000${item.id}`;
    if (seen.has(key)) throw new RowRejected('item', 'stands above already for this team');
    seen.add(key);
    answered.add(team);
    const { answers, mean } = meanOf(counts);
    const question = pulseQuestion(item, 'en');
    const at = { source, row };
    return { kind: 'survey-answer', at, question, team, answersN: answers, mean, scale: PULSE_SCALE, signal: null };
  }

  sheet.visit({
    broken: (row, reason) => rejected.push({ at: { source, row }, field: null, reason, money: null }),
    row: ({ row, cells }) => {
      try {
        const observation = read(row, cells);
        if (observation !== null) observations.push(observation);
      } catch (thrown) {
        if (!(thrown instanceof RowRejected)) throw thrown;
        rejected.push({ at: { source, row }, field: thrown.field, reason: thrown.reason, money: null });
      }
    },
  });
  const rows = observations.length + rejected.length;
  return { rows, observations, rejected, notices: rows === 0 ? [NOBODY] : missingNotices(unanswered, answered) };
}
