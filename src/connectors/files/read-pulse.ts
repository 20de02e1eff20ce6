import type { Observation, RejectedRow, SourceRecord } from '../../model/observation.ts';
import { readPulseAnswers } from './pulse-answers.ts';
import { itemOfRow, type PulseRows, readPulseForm } from './pulse-form.ts';
import { answerColumns, type FormColumns, formColumns } from './pulse-header.ts';
import type { FileNotice, Sheet } from './tables/sheet.ts';

interface PulseShape {
  /** Kind of the source. */
  readonly id: string;
  readonly title: string;
  readonly tells: string;
  readonly columns: readonly { readonly name: string; readonly required: boolean; readonly help: string }[];
}

const FORM: PulseShape = {
  id: 'pulse-form',
  title: 'Pulse form with answers counted by team',
  tells: 'What the people of a team say about their work, in all principles, differences and challenges.',
  columns: [
    { name: 'team', required: true, help: 'Once for each block of items; in Markdown behind "Team:".' },
    { name: 'item', required: true, help: 'Id or text of the item, as `init` writes them.' },
    { name: '1 to 5', required: true, help: 'How many people chose it; all five empty = not asked.' },
  ],
};

const ANSWERS: PulseShape = {
  id: 'pulse-answers',
  title: 'Pulse export of a form tool, one row for each respondent',
  tells: 'The same; answers are averaged by team while they are read, and teams of fewer than five are joined.',
  columns: [
    { name: 'team', required: false, help: 'Any column that names the team.' },
    { name: 'Q01 ...', required: true, help: 'Headed by the id or the text of an item, at least three; 1 to 5.' },
  ],
};

/** What people say of themselves (METHOD 0.2). */
const RELIABILITY = 0.6;
const CANNOT_TELL = 'What people do.';

/** The shapes of a filled pulse, as they are listed beside the file profiles. */
export const pulseShapes = [FORM, ANSWERS].map((shape) => ({
  ...shape,
  provides: ['survey'],
  reliability: RELIABILITY,
  cannotTell: CANNOT_TELL,
}));

export interface PulseReading {
  readonly profile: string;
  readonly title: string;
  readonly source: SourceRecord;
  readonly rowsTotal: number;
  readonly observations: readonly Observation[];
  readonly rejected: readonly RejectedRow[];
  readonly unusedColumns: readonly string[];
  readonly told: readonly FileNotice[];
}

export interface PulseFile {
  readonly name: string;
  readonly sha256: string | null;
  readonly sourceId: string;
}

/** A header of numbers may stand above anything: only a row that names an item makes a form of it. */
function namesAnItem(sheet: Sheet, columns: FormColumns): boolean {
  let found = false;
  sheet.visit({
    broken: () => undefined,
    row: ({ cells }) => {
      found ||= itemOfRow(cells, columns) !== null;
    },
  });
  return found;
}

function readingOf(
  { id, title }: PulseShape,
  { rows, observations, rejected, notices }: PulseRows,
  unusedColumns: readonly string[],
  sheet: Sheet,
  file: PulseFile,
): PulseReading {
  const source: SourceRecord = {
    id: file.sourceId,
    kind: id,
    title: sheet.name === null ? title : `${title} (sheet ${sheet.name})`,
    file: file.name,
    sha256: file.sha256,
    // A form that nobody has filled leaves it unknown what people say.
    provides: observations.length === 0 ? [] : ['survey'],
    reliability: RELIABILITY,
    cannotTell: CANNOT_TELL,
    rows,
  };
  return {
    ...{ profile: id, title, source, rowsTotal: rows, observations, rejected, unusedColumns },
    told: notices.map((message) => ({ code: 'pulse', message })),
  };
}

/** Reads a table as the pulse where it is one, filled or not; null where it is something else. */
export function readPulse(sheet: Sheet, file: PulseFile): PulseReading | null {
  const form = formColumns(sheet.header);
  if (form !== null && namesAnItem(sheet, form)) {
    return readingOf(FORM, readPulseForm(sheet, form, file.sourceId), [], sheet, file);
  }
  const answers = answerColumns(sheet.header);
  if (answers === null) return null;
  const read = new Set([answers.team, ...answers.items.map(({ position }) => position)]);
  const unused = sheet.header.filter((name, position) => name !== '' && !read.has(position));
  return readingOf(ANSWERS, readPulseAnswers(sheet, answers, file.sourceId), unused, sheet, file);
}
