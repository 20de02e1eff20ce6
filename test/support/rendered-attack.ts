import { unzipSync } from 'fflate';
import { OTHER_TEAMS } from '../../src/model/audit/structure.ts';
import {
  addressOf,
  EVERYBODY,
  groupsToGuard,
  headsIn,
  KIND_COUNT,
  nameOf,
  othersBehind,
  type People,
  peopleBehind,
  TEAMS,
  TOOLS,
} from './attack-company.ts';
import { attackOn } from './seat-attack.ts';
import { openWorkbook } from './workbook-cells.ts';

export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One figure as it stands in a file: a place of the document, and the number. */
interface Read {
  readonly place: string;
  readonly value: number;
  readonly from: string;
}

const decoder = new TextDecoder();
const isArchive = ({ bytes }: OutputFile) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Every text in a file: the parts of an archive each by itself, hidden sheets, comments and properties included. */
export function textsOf(file: OutputFile): readonly { readonly place: string; readonly text: string }[] {
  if (!isArchive(file)) return [{ place: file.name, text: unescaped(decoder.decode(file.bytes)) }];
  return Object.entries(unzipSync(file.bytes)).map(([part, bytes]) => ({
    place: `${file.name}/${part}`,
    // Words may be cut into runs; the marks between them are left out as well as kept.
    text: `${unescaped(decoder.decode(bytes))}\n${unescaped(decoder.decode(bytes).replace(/<[^>]*>/g, ''))}`,
  }));
}

function unescaped(text: string): string {
  return text
    .replace(/\r?\n[ \t]/g, '')
    .replace(/&#x([0-9a-f]+);|\\u([0-9a-f]{4})/gi, (_, a?: string, b?: string) =>
      String.fromCodePoint(Number.parseInt(a ?? b ?? '', 16)),
    )
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')
    .replaceAll('&nbsp;', ' ');
}

/** Addresses, names and other marks of persons that stand in a file. */
export function marksIn(files: readonly OutputFile[], marks: readonly string[]): readonly string[] {
  return files.flatMap(textsOf).flatMap(({ place, text }) => {
    const lower = text.toLowerCase();
    return marks.filter((mark) => lower.includes(mark.toLowerCase())).map((mark) => `${mark} in ${place}`);
  });
}

export const PERSONS: readonly string[] = EVERYBODY.flatMap((person) => [
  addressOf(person),
  nameOf(person),
  nameOf(person).replace(' ', '.'),
]);

/** Sentences that count a group under k. */
export function smallCountsIn(files: readonly OutputFile[], k: number): readonly string[] {
  const count =
    /(?<![\d.,%]|least |than |under |below )\b(\d+) (?:other |more |active |inactive )?(?:people|persons?|users?|employees|leavers|colleagues)\b/gi;
  return files
    .flatMap(textsOf)
    .flatMap(({ place, text }) =>
      [...text.matchAll(count)].flatMap(([words, number]) =>
        Number(number) > 0 && Number(number) < k ? [`${words} in ${place}`] : [],
      ),
    );
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Numbers of a document by their place, entries of lists by their id, tool, team or threshold. */
function numbersIn(value: Json, place: string, from: string): readonly Read[] {
  // Users stand beside the tool and again beside each capability that it holds.
  if (typeof value === 'number')
    return [{ place: place.replace(/^capabilities\..*\.(tools\.[^.]+\.users)$/, '$1'), value, from }];
  if (value === null || typeof value !== 'object') return [];
  const at = (key: string) => (place === '' ? key : `${place}.${key}`);
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([key, each]) => numbersIn(each, at(key), from));
  return value.flatMap((each: Json, i) => {
    const { a, b, id, tool, team, thresholdDays } = (each ?? {}) as Record<string, Json>;
    const name =
      typeof a === 'string' && typeof b === 'string' ? `${a}+${b}` : (id ?? team ?? thresholdDays ?? tool ?? i);
    return numbersIn(each, at(String(name)), from);
  });
}

const COLUMNS: Readonly<Record<string, string>> = {
  'People active': 'users',
  Active: 'seats.active',
  Inactive: 'seats.inactive',
  Unknown: 'seats.unknown',
  'In grace': 'seats.grace',
  Leavers: 'seats.leavers',
  Assigned: 'seats.assigned',
  'Never used': 'seats.neverUsed',
};

function placeOf(header: string, tool: string, team: string | undefined): string | null {
  if (team !== undefined) {
    const state = { Used: 'active', Unused: 'inactive', Unknown: 'unknown' }[header];
    return state === undefined ? null : `tools.${tool}.seats.byTeam.${team}.${state}`;
  }
  const [, word, days] = /^(Used|Unused) at (\d+) days$/.exec(header) ?? [];
  if (word !== undefined) return `tools.${tool}.seats.sensitivity.${days}.${word === 'Used' ? 'active' : 'inactive'}`;
  const column = COLUMNS[header];
  return column === undefined ? null : `tools.${tool}.${column}`;
}

/** Counts of people in every sheet, shown or hidden, by the heading above and the tool (and team) in front. */
async function sheetNumbers(file: OutputFile): Promise<readonly Read[]> {
  const ids = new Map(TOOLS.map(({ id, name }) => [name, id]));
  const workbook = await openWorkbook(file.bytes);
  return workbook.worksheets.flatMap((sheet) => {
    const found: Read[] = [];
    let headers: readonly string[] = [];
    sheet.eachRow((row) => {
      const cells = (row.values as unknown[]).slice(1);
      if (cells[0] === 'Tool') headers = cells.map(String);
      const tool = ids.get(String(cells[0]));
      if (tool === undefined) return;
      const team = headers[1] === 'Team' ? String(cells[1]) : undefined;
      for (const [at, cell] of cells.entries()) {
        const value = typeof cell === 'object' && cell !== null ? (cell as { result?: unknown }).result : cell;
        const place = placeOf(headers[at] ?? '', tool, team);
        if (place !== null && typeof value === 'number')
          found.push({ place, value, from: `${file.name}: ${sheet.name}` });
      }
    });
    return found;
  });
}

/** JSON documents in a page, as `<script type="application/json">` holds them. */
function embedded(file: OutputFile): readonly Json[] {
  const scripts = decoder.decode(file.bytes).matchAll(/<script[^>]*application\/json[^>]*>([\s\S]*?)<\/script>/g);
  return [...scripts].map(([, text]) => JSON.parse(text ?? 'null') as Json);
}

async function readsOf(file: OutputFile): Promise<readonly Read[]> {
  if (file.name.endsWith('.xlsx')) return sheetNumbers(file);
  if (file.name === 'audit.json') return numbersIn(JSON.parse(decoder.decode(file.bytes)) as Json, '', file.name);
  if (file.name.endsWith('.html')) return embedded(file).flatMap((json) => numbersIn(json, '', file.name));
  return [];
}

/** As the places, with the row of other teams of each tool: those of no team that has a row. */
function withOthers(behind: ReadonlyMap<string, People>, reads: readonly Read[]): ReadonlyMap<string, People> {
  const all = new Map(behind);
  for (const { id } of TOOLS) {
    const rows = `tools.${id}.seats.byTeam.`;
    const named = [...TEAMS.keys()].filter((team) => reads.some(({ place }) => place.startsWith(`${rows}${team}.`)));
    for (const state of ['active', 'inactive', 'unknown'] as const)
      all.set(`${rows}${OTHER_TEAMS}.${state}`, othersBehind(id, named, state));
  }
  return all;
}

/** What belongs together: figures of one tool, or of a pair and its tools, and those of the organisation. */
function systems(): readonly RegExp[] {
  const people = 'people\\.(counted|teams)';
  const pairs = TOOLS.flatMap((a) => TOOLS.filter((b) => b.id !== a.id).map((b) => [a.id, b.id] as const));
  return [
    ...TOOLS.map(({ id }) => new RegExp(`^(tools\\.${id}\\.|${people})`)),
    ...pairs.map(
      ([a, b]) => new RegExp(`^(tools\\.(${a}|${b})\\.users|pairs\\.(${a}\\+${b}|${b}\\+${a})\\.|people\\.counted)`),
    ),
  ];
}

export interface Attacked {
  /** Groups under k that are told or follow from what is told, by name. */
  readonly found: readonly string[];
  /** Figures that do not say what the company was made of: the attack would then prove nothing. */
  readonly wrong: readonly string[];
  readonly read: number;
}

/**
 * The differencing attack by somebody who has all files and knows of every figure whom it counts: each kind of people is an
 * unknown, each number read is an equation. Shares nothing with the gate but the idea.
 */
export async function attackFiles(files: readonly OutputFile[], k: number): Promise<Attacked> {
  const reads = (await Promise.all(files.map(readsOf))).flat();
  const behind = withOthers(peopleBehind(), reads);
  const known = reads.flatMap((read) => {
    const people = behind.get(read.place);
    return people === undefined ? [] : [{ ...read, people }];
  });
  const wrong = known
    .filter(({ people, value }) => headsIn(people) !== value)
    .map(({ place, value, from }) => `${place} = ${value} in ${from}`);
  const found = new Set<string>();
  for (const system of systems()) {
    const told = known
      .filter(({ place }) => system.test(place))
      .map(({ people, value }) => ({ kinds: [...people], value }));
    const work = attackOn(told, KIND_COUNT);
    for (const [name, people] of groupsToGuard()) {
      const heads = headsIn(people);
      const count = heads > 0 && heads < k ? work([...people]) : null;
      if (count !== null && count > 0 && count < k) found.add(name);
    }
  }
  return { found: [...found].sort(), wrong: [...new Set(wrong)], read: known.length };
}
