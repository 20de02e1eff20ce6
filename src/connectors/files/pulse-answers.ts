import type { Observation, RejectedRow } from '../../model/observation.ts';
import { PULSE_SCALE, type PulseItem, pulseQuestion } from '../../model/pulse.ts';
import { textOrder } from '../../util/text-order.ts';
import { type Cell, CellProblem, readText, readValueText } from './cells/cell.ts';
import type { PulseRows } from './pulse-form.ts';
import type { AnswerColumns } from './pulse-header.ts';
import { RowRejected } from './row-reader.ts';
import type { Sheet } from './tables/sheet.ts';

/** The least group that METHOD 5 lets anybody see; answers of smaller ones do not even enter a snapshot. */
const LEAST_GROUP = 5;
const SMALL_TEAMS = 'Small teams, taken together';
/** Group of all where the export has no column for the team. */
const EVERYBODY = 'Everybody';

/** Answers to one item by team. */
type ByTeam = ReadonlyMap<string, readonly number[]>;

interface Respondent {
  readonly team: string;
  readonly answers: readonly { readonly item: PulseItem; readonly answer: number }[];
}

/** `4`, and `4 - agree` as some tools write it; null = left open. */
function answerOf(cell: Cell, item: PulseItem): number | null {
  const text = typeof cell === 'number' ? String(cell) : readValueText(cell);
  if (text === null) return null;
  if (!/^[1-5](?:[.,]0+)?(?![\d.,]*\d)/.test(text)) throw new RowRejected(item.id, 'is not 1, 2, 3, 4 or 5');
  return Number(text.charAt(0));
}

function respondentOf(cells: readonly Cell[], { team, items }: AnswerColumns): Respondent {
  const named = team === null ? EVERYBODY : readText(cells[team] ?? '');
  if (named === null) throw new RowRejected('team', 'is empty');
  const answers = items.flatMap(({ item, position }) => {
    const answer = answerOf(cells[position] ?? '', item);
    return answer === null ? [] : [{ item, answer }];
  });
  if (answers.length === 0) throw new RowRejected(null, 'answers no item');
  return { team: named, answers };
}

function teamsOf(respondents: readonly Respondent[], asked: PulseItem): ByTeam {
  const teams = new Map<string, number[]>();
  const spelling = new Map<string, string>();
  for (const { team, answers } of respondents) {
    const key = team.trim().toLowerCase();
    const name = spelling.get(key) ?? team.trim();
    spelling.set(key, name);
    const own = answers.flatMap(({ item, answer }) => (item === asked ? [answer] : []));
    if (own.length > 0) teams.set(name, [...(teams.get(name) ?? []), ...own]);
  }
  return teams;
}

/**
 * Joins the teams of which fewer than five answered, and the next smallest with them until there are five: so neither a
 * single answer nor one that is left when the others are taken off enters a snapshot. Empty = there are not five in all.
 */
export function withoutSmallTeams(teams: ByTeam): ByTeam {
  const rising = [...teams].sort((a, b) => a[1].length - b[1].length || textOrder(a[0], b[0]));
  const joined: number[] = [];
  const apart: (readonly [string, readonly number[]])[] = [];
  for (const [team, answers] of rising) {
    const isOpen = joined.length > 0 && joined.length < LEAST_GROUP;
    if (answers.length < LEAST_GROUP || isOpen) joined.push(...answers);
    else apart.push([team, answers]);
  }
  if (joined.length === 0) return new Map(apart);
  return joined.length < LEAST_GROUP ? new Map() : new Map([...apart, [SMALL_TEAMS, joined]]);
}

function observationsOf(item: PulseItem, teams: ByTeam, source: string): readonly Observation[] {
  return [...teams]
    .sort(([a], [b]) => textOrder(a, b))
    .map(([team, answers]) => ({
      kind: 'survey-answer',
      // Of all rows together: the row of one respondent would name that person's answer.
      at: { source, row: null },
      question: pulseQuestion(item, 'en'),
      team,
      answersN: answers.length,
      mean: answers.reduce((sum, answer) => sum + answer, 0) / answers.length,
      scale: PULSE_SCALE,
      signal: null,
    }));
}

interface Walked {
  readonly respondents: readonly { readonly row: number; readonly respondent: Respondent }[];
  readonly rejected: readonly RejectedRow[];
}

function walk(sheet: Sheet, columns: AnswerColumns, source: string): Walked {
  const respondents: { row: number; respondent: Respondent }[] = [];
  const rejected: RejectedRow[] = [];
  const reject = (row: number, field: string | null, reason: string): void => {
    rejected.push({ at: { source, row }, field, reason, money: null });
  };
  sheet.visit({
    broken: (row, reason) => reject(row, null, reason),
    row: ({ row, cells }) => {
      try {
        respondents.push({ row, respondent: respondentOf(cells, columns) });
      } catch (thrown) {
        if (thrown instanceof RowRejected) reject(row, thrown.field, thrown.reason);
        else if (thrown instanceof CellProblem) reject(row, null, thrown.reason);
        else throw thrown;
      }
    },
  });
  return { respondents, rejected };
}

const TOO_FEW = `is one of fewer than ${LEAST_GROUP} answers, which are not taken in`;

function noticesOf({ team, byIdAlone }: AnswerColumns, small: readonly string[], joins: boolean): readonly string[] {
  return [
    ...(byIdAlone ? ['Its columns are told by the ids of the items alone.'] : []),
    ...(team === null ? ['No column names the team: all answers are taken as one group.'] : []),
    ...(joins ? [`Teams of which fewer than ${LEAST_GROUP} answered an item are taken together.`] : []),
    ...(small.length === 0 ? [] : [`${small.join(', ')}: fewer than ${LEAST_GROUP} answers, left out.`]),
  ];
}

/**
 * Reads an export with one row for each respondent. Only means by item and team leave this function: no answer of one
 * person does, and no address or name beside it is read.
 */
export function readPulseAnswers(sheet: Sheet, columns: AnswerColumns, source: string): PulseRows {
  const { respondents, rejected } = walk(sheet, columns, source);
  const rows = respondents.length + rejected.length;
  if (rows === 0) return { rows, observations: [], rejected, notices: ['Nobody has answered yet: 0 answers.'] };
  const perItem = columns.items.map(({ item }) => {
    const teams = teamsOf(
      respondents.map(({ respondent }) => respondent),
      item,
    );
    return { item, teams, kept: withoutSmallTeams(teams) };
  });
  const observations = perItem.flatMap(({ item, kept }) => observationsOf(item, kept, source));
  const small = perItem.flatMap(({ item, teams, kept }) => (teams.size > 0 && kept.size === 0 ? [item.id] : []));
  const joins = perItem.some(({ kept }) => kept.has(SMALL_TEAMS));
  const tooFew = observations.length > 0 ? [] : respondents.map(({ row }) => row);
  return {
    rows,
    observations,
    rejected: [
      ...rejected,
      ...tooFew.map((row) => ({ at: { source, row }, field: null, reason: TOO_FEW, money: null })),
    ].sort((a, b) => (a.at.row ?? 0) - (b.at.row ?? 0)),
    notices: noticesOf(columns, tooFew.length > 0 ? [] : small, joins),
  };
}
