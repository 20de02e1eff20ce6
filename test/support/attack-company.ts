import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../src/util/day-arithmetic.ts';

/** End of the audited quarter; the last full week ends on 2026-09-27, the first begins on 2026-07-06. */
const END = '2026-09-30';
const THRESHOLDS = [30, 60, 90, 120] as const;
const DOMAIN = 'smallgroups.example';

/** Days since the last use of each of `people`; null = they have a seat and never used it. */
interface Holders {
  readonly people: readonly number[];
  readonly age: number | null;
}

/** A set of people that a figure counts, or that nobody may learn the size of. */
export type People = ReadonlySet<number>;

export interface PlantedTool {
  readonly id: string;
  readonly name: string;
  readonly holders: readonly Holders[];
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

/** 60 people in five teams: 24, 16, 12, 5 and 3. */
const SIZES = { Alpha: 24, Beta: 16, Gamma: 12, Delta: 5, Epsilon: 3 } as const;
export const TEAMS: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries(SIZES).map(([team, size], at, all) => {
    const from = all.slice(0, at).reduce((sum, [, before]) => sum + before, 0);
    return [team, range(from, from + size)];
  }),
);
export const EVERYBODY = range(0, 60);
const of = (team: keyof typeof SIZES, from: number, to: number) => (TEAMS.get(team) ?? []).slice(from, to);

/** Each holds small groups of another kind. */
export const TOOLS: readonly PlantedTool[] = [
  // Four of Beta have a seat and do not use it.
  {
    id: 'figma',
    name: 'Figma',
    holders: [
      { people: [...of('Alpha', 0, 20), ...of('Beta', 0, 8)], age: 10 },
      { people: of('Beta', 8, 12), age: 200 },
    ],
  },
  // Three of Alpha use it within 60 days and not within 30; two use Mural and not this.
  {
    id: 'miro',
    name: 'Miro',
    holders: [
      { people: [...of('Alpha', 0, 15), ...of('Gamma', 0, 10)], age: 5 },
      { people: of('Alpha', 15, 18), age: 45 },
    ],
  },
  {
    id: 'mural',
    name: 'Mural',
    holders: [{ people: [...of('Alpha', 0, 12), ...of('Gamma', 0, 6), ...of('Beta', 0, 2)], age: 5 }],
  },
  // Thirteen do not use it, three of whom never did.
  {
    id: 'notion',
    name: 'Notion',
    holders: [
      { people: range(0, 40), age: 3 },
      { people: range(40, 50), age: 150 },
      { people: range(50, 53), age: null },
    ],
  },
  // All but two use it.
  { id: 'slack', name: 'Slack', holders: [{ people: range(0, 58), age: 1 }] },
  // Three people have it.
  { id: 'trello', name: 'Trello', holders: [{ people: of('Epsilon', 0, 3), age: 8 }] },
  // Of Beta two.
  {
    id: 'asana',
    name: 'Asana',
    holders: [{ people: [...of('Gamma', 0, 12), ...of('Beta', 0, 2), ...of('Alpha', 0, 9)], age: 8 }],
  },
];

const FIRST = [
  'Quirin',
  'Xenia',
  'Wolfgard',
  'Zdenka',
  'Ysolde',
  'Ottokar',
  'Jadwiga',
  'Thorvald',
  'Eulalia',
  'Balthasar',
];
const LAST = ['Adlwart', 'Brzeska', 'Chvatal', 'Drosselmann', 'Eyzaguirre', 'Fjeldstad'];

export const nameOf = (person: number) => `${FIRST[person % 10]} ${LAST[Math.floor(person / 10)]}`;
export const addressOf = (person: number) => `${nameOf(person).toLowerCase().replace(' ', '.')}@${DOMAIN}`;

function csv(header: string, rows: readonly (readonly (string | number)[])[]): string {
  return `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`;
}

function teamOf(person: number): string {
  return [...TEAMS].find(([, people]) => people.includes(person))?.[0] ?? '';
}

function usageRows({ name, holders }: PlantedTool): readonly (readonly (string | number)[])[] {
  return holders.flatMap(({ people, age }) =>
    people.map((person) => [
      name,
      addressOf(person),
      age === null ? '' : addDays(END, -age),
      age === null ? 0 : 12,
      'yes',
    ]),
  );
}

/** The company as filled-in templates; returns the paths to import. Free text of the inventory names a person. */
export function writeCompany(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const seats = ({ holders }: PlantedTool) => holders.reduce((sum, { people }) => sum + people.length, 0);
  const files = {
    'people.csv': csv(
      'email,team,start_date',
      EVERYBODY.map((person) => [addressOf(person), teamOf(person), '2021-03-01']),
    ),
    'inventory.csv': csv(
      'name,owner_email,department,purpose',
      TOOLS.map(({ name }, at) => [name, addressOf(at), 'Alpha', `Ask ${addressOf(at)}`]),
    ),
    'contracts.csv': csv(
      'tool,seats,unit_price,currency,billing_period,start,end,notice_days',
      TOOLS.map((tool) => [tool.name, seats(tool) + 10, 20, 'EUR', 'month', '2026-01-01', '2026-12-31', 30]),
    ),
    'usage.csv': csv('tool,email,last_active,active_days,assigned', TOOLS.flatMap(usageRows)),
  };
  return Object.entries(files).map(([file, text]) => {
    writeFileSync(join(folder, file), text);
    return join(folder, file);
  });
}

/**
 * Kinds of people that are nobody here and that a reader cannot rule out, unless a zero says so: of each team and tool
 * those of every age of use, of unknown use and new ones, and for each two tools people of both. They follow the people.
 */
const AGES = [10, 45, 75, 100, 200, null, 'unknown', 'grace'] as const;
type Age = number | (typeof AGES)[number];

interface Kind {
  readonly at: number;
  readonly team: string;
  readonly ages: ReadonlyMap<string, Age>;
}

function kinds(): readonly Kind[] {
  const ages = EVERYBODY.map(() => new Map<string, Age>());
  for (const { id, holders } of TOOLS)
    for (const { people, age } of holders) for (const person of people) ages[person]?.set(id, age);
  const nobody = [...TEAMS.keys()].flatMap((team) => [
    ...TOOLS.flatMap(({ id }) => AGES.map((age) => ({ team, ages: new Map<string, Age>([[id, age]]) }))),
    ...TOOLS.flatMap((a) =>
      TOOLS.map((b) => ({
        team,
        ages: new Map<string, Age>([
          [a.id, 10],
          [b.id, 10],
        ]),
      })),
    ),
  ]);
  return [...ages.map((of, person) => ({ team: teamOf(person), ages: of })), ...nobody].map((kind, at) => ({
    at,
    ...kind,
  }));
}
const KINDS = kinds();
export const KIND_COUNT = KINDS.length;

/** How many of the kinds are people of this company. */
export const headsIn = (people: People) => [...people].filter((at) => at < EVERYBODY.length).length;

const isWithin = (age: Age | undefined, days: number) => typeof age === 'number' && age < days;
const isIdle = (age: Age | undefined, days: number) => age === null || (typeof age === 'number' && age >= days);

/** People in each place of the document: what a figure there counts, whether or not it is shown. */
export function peopleBehind(): ReadonlyMap<string, People> {
  const behind = new Map<string, People>();
  const add = (place: string, isCounted: (kind: Kind) => boolean) =>
    behind.set(place, new Set(KINDS.filter(isCounted).map(({ at }) => at)));
  add('people.counted', () => true);
  for (const team of TEAMS.keys()) add(`people.teams.${team}.size`, (kind) => kind.team === team);
  for (const { id } of TOOLS) {
    const seats = `tools.${id}.seats`;
    add(`tools.${id}.users`, ({ ages }) => isWithin(ages.get(id), 87));
    add(`${seats}.assigned`, ({ ages }) => ages.has(id));
    add(`${seats}.unknown`, ({ ages }) => ages.get(id) === 'unknown');
    add(`${seats}.grace`, ({ ages }) => ages.get(id) === 'grace');
    add(`${seats}.neverUsed`, ({ ages }) => ages.get(id) === null);
    for (const [path, days] of [
      [seats, 90],
      ...THRESHOLDS.map((days) => [`${seats}.sensitivity.${days}`, days] as const),
    ] as const) {
      add(`${path}.active`, ({ ages }) => isWithin(ages.get(id), days));
      add(`${path}.inactive`, ({ ages }) => isIdle(ages.get(id), days));
    }
    for (const name of TEAMS.keys()) {
      add(`${seats}.byTeam.${name}.active`, ({ team, ages }) => team === name && isWithin(ages.get(id), 90));
      add(`${seats}.byTeam.${name}.inactive`, ({ team, ages }) => team === name && isIdle(ages.get(id), 90));
      add(`${seats}.byTeam.${name}.unknown`, ({ team, ages }) => team === name && ages.get(id) === 'unknown');
    }
    for (const other of TOOLS.filter((each) => each.id !== id))
      add(
        `pairs.${id}+${other.id}.shared`,
        ({ ages }) => isWithin(ages.get(id), 87) && isWithin(ages.get(other.id), 87),
      );
  }
  return behind;
}

/** People of the row of other teams, beside rows of the teams named. */
export function othersBehind(tool: string, named: readonly string[], state: 'active' | 'inactive' | 'unknown'): People {
  const isIn = (age: Age | undefined) =>
    state === 'active' ? isWithin(age, 90) : state === 'inactive' ? isIdle(age, 90) : age === 'unknown';
  return new Set(KINDS.filter(({ team, ages }) => !named.includes(team) && isIn(ages.get(tool))).map(({ at }) => at));
}

function less(a: People | undefined, b: People | undefined): People {
  return new Set([...(a ?? [])].filter((person) => !b?.has(person)));
}

/** Groups whose size nobody may learn where it is under k: every place, and the differences a reader would take. */
export function groupsToGuard(): ReadonlyMap<string, People> {
  const behind = peopleBehind();
  const groups = new Map([...behind].filter(([place]) => !/counted|assigned/.test(place)));
  for (const { id } of TOOLS) {
    const at = (place: string) => behind.get(`tools.${id}.${place}`);
    groups.set(`no users of ${id}`, less(behind.get('people.counted'), at('users')));
    groups.set(`inactive in ${id} who used it once`, less(at('seats.inactive'), at('seats.neverUsed')));
    for (const days of THRESHOLDS)
      for (const more of THRESHOLDS)
        if (more > days)
          groups.set(
            `users of ${id} between ${days} and ${more} days`,
            less(at(`seats.sensitivity.${more}.active`), at(`seats.sensitivity.${days}.active`)),
          );
    for (const other of TOOLS)
      if (other.id !== id)
        groups.set(`users of ${id} and not of ${other.id}`, less(at('users'), behind.get(`tools.${other.id}.users`)));
  }
  return groups;
}
