import { type PulseItem, pulseItemAsked } from '../../model/pulse.ts';
import { headerKey } from './recognition/header-key.ts';

/** Columns of a form in which a team counts how many people chose 1, 2, 3, 4 and 5. */
export interface FormColumns {
  /** null = the form names its team elsewhere, or not at all. */
  readonly team: number | null;
  /** Columns that tell the item, the id first. */
  readonly item: readonly number[];
  /** Of the answers 1 to 5, in this order. */
  readonly counts: readonly number[];
}

/** Columns of an export of a form tool: one row for each respondent, one column for each item. */
export interface AnswerColumns {
  readonly team: number | null;
  readonly items: readonly { readonly item: PulseItem; readonly position: number }[];
  /** No column holds the text of its item. */
  readonly byIdAlone: boolean;
}

const TEAM = ['team', 'team name', 'teamname', 'department', 'abteilung', 'bereich', 'gruppe', 'group'];
const ITEM = ['item', 'id', 'no', 'no.', 'nr', 'nr.', 'item id'];
const STATEMENT = ['statement', 'aussage', 'question', 'frage'];
const ANSWERS = ['1', '2', '3', '4', '5'];

/** Fewer columns may be those of any questionnaire that shares a sentence with this one. */
const LEAST_ITEMS = 3;
/** An id says less than a sentence: other questionnaires number their items too. */
const LEAST_ITEMS_BY_ID = 5;

function positionOf(keys: readonly string[], names: readonly string[]): number | null {
  const found = keys.findIndex((key) => names.includes(key));
  return found === -1 ? null : found;
}

/** `1`, `1 disagree` and `5 = stimme zu`, but not `15` or `1.5`. */
function countColumns(keys: readonly string[]): readonly number[] | null {
  const found = ANSWERS.map((digit) =>
    keys.flatMap((key, position) => (new RegExp(`^${digit}(?![\\d.,]*\\d)`).test(key) ? [position] : [])),
  );
  return found.every((positions) => positions.length === 1) ? found.flat() : null;
}

export function formColumns(header: readonly string[]): FormColumns | null {
  const keys = header.map(headerKey);
  const counts = countColumns(keys);
  const item = [positionOf(keys, ITEM), positionOf(keys, STATEMENT)].filter((position) => position !== null);
  return counts === null || item.length === 0 ? null : { team: positionOf(keys, TEAM), item, counts };
}

/** Grids of form tools head a column with their question and the row in brackets: `Do you agree? [My work ...]`. */
function askedBy(name: string): PulseItem | null {
  const bracketed = /\[([^\]]+)\]\s*$/.exec(name)?.[1];
  return (bracketed === undefined ? null : pulseItemAsked(bracketed)) ?? pulseItemAsked(name);
}

/** `Q01`, as it stands above a column without its text. */
const BARE_ID = /^\W*q\d\d\W*$/i;
/** A column that numbers questions in the same way. */
const NUMBERED = /^\W*q\d+/i;

export function answerColumns(header: readonly string[]): AnswerColumns | null {
  const items = header.flatMap((name, position) => {
    const item = askedBy(name);
    return item === null ? [] : [{ item, position }];
  });
  if (items.length < LEAST_ITEMS || new Set(items.map(({ item }) => item.id)).size < items.length) return null;
  const taken = new Set(items.map(({ position }) => position));
  const byIdAlone = items.every(({ position }) => BARE_ID.test(header[position] ?? ''));
  const isOther = header.some((name, position) => !taken.has(position) && NUMBERED.test(name));
  if (byIdAlone && (items.length < LEAST_ITEMS_BY_ID || isOther)) return null;
  const others = header.map((name, position) => (taken.has(position) ? '' : headerKey(name)));
  const team = positionOf(others, TEAM) ?? others.findIndex((key) => /\bteam\b/.test(key));
  return { team: team === -1 ? null : team, items, byIdAlone };
}

/** Columns that are read under this header; 0 = it is none of the pulse. */
export function pulseScore(header: readonly string[]): number {
  const form = formColumns(header);
  if (form !== null) return form.counts.length + form.item.length + (form.team === null ? 0 : 1);
  return answerColumns(header)?.items.length ?? 0;
}
