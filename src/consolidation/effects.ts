import type { BuiltGroup } from './build-problem.ts';
import type { TeamChoice } from './solve/team-choices.ts';

/** What the chosen plan does to one tool. People are indices; only their numbers leave this stage. */
export interface ToolEffect {
  readonly tool: string;
  readonly kept: boolean;
  /** Where most of its work goes; null where nobody works in it, or it is kept whole. */
  readonly target: string | null;
  /** People who change to another tool. */
  readonly movedOut: ReadonlySet<number>;
  /** People who do not work in it after, moved or already at home elsewhere. */
  readonly leaving: ReadonlySet<number>;
  /** People who start to work in it, by the tool they come from. */
  readonly entering: ReadonlyMap<string, ReadonlySet<number>>;
}

interface Tally {
  readonly movedOut: Set<number>;
  readonly after: Set<number>;
  readonly before: Set<number>;
  readonly entering: Map<string, Set<number>>;
  /** People by the tool that takes them over, whether they have to move or not. */
  readonly heirs: Map<string, Set<number>>;
}

/** One group's part of a plan: the tools kept (bit per tool) and what each team does. */
export interface PlanPart {
  readonly built: BuiltGroup;
  readonly point: { readonly kept: number; readonly choices: readonly TeamChoice[] };
}

export function planEffects({ parts }: { readonly parts: readonly PlanPart[] }): Map<string, ToolEffect> {
  const effects = new Map<string, ToolEffect>();
  for (const part of parts) {
    const tallies = part.built.tools.map(emptyTally);
    part.built.problem.teams.forEach((team, at) => {
      part.point.choices[at]?.options.forEach((option, need) => {
        const capability = team.needs[need]?.capability ?? '';
        const places = team.needs[need]?.options[option]?.places ?? [];
        tallyNeed(part.built, team.id, capability, places, tallies);
      });
    });
    part.built.tools.forEach((tool, at) => {
      const tally = tallies[at] ?? emptyTally();
      const kept = (part.point.kept & (1 << at)) !== 0;
      const merged = merge(effects.get(tool.id), effectOf(tool.id, kept, tally));
      effects.set(tool.id, merged);
    });
  }
  return effects;
}

type Places = NonNullable<BuiltGroup['problem']['teams'][number]['needs'][number]['options'][number]>['places'];

function tallyNeed(
  built: BuiltGroup,
  team: string,
  capability: string,
  places: Places,
  tallies: readonly Tally[],
): void {
  const taken = new Set(places.map((place) => place.tool));
  built.tools.forEach((tool, from) => {
    const users = built.usersIn(tool, capability, team);
    for (const person of users) tallies[from]?.before.add(person);
    if (taken.has(from)) {
      for (const person of users) tallies[from]?.after.add(person);
      return;
    }
    for (const place of places) {
      const movers = new Set(place.movers);
      for (const person of users) {
        add(tallies[from]?.heirs, built.tools[place.tool]?.id ?? '', person);
        if (!movers.has(person)) continue;
        tallies[from]?.movedOut.add(person);
        add(tallies[place.tool]?.entering, tool.id, person);
        tallies[place.tool]?.after.add(person);
      }
    }
  });
}

function effectOf(tool: string, kept: boolean, tally: Tally): ToolEffect {
  const leaving = new Set([...tally.before].filter((person) => !tally.after.has(person)));
  const heir = [...tally.heirs].reduce<readonly [string, number] | null>(
    (most, [id, people]) => (most === null || people.size > most[1] ? [id, people.size] : most),
    null,
  );
  return {
    tool,
    kept,
    target: heir?.[0] ?? null,
    movedOut: tally.movedOut,
    leaving,
    entering: tally.entering,
  };
}

/** A suite may stand in several groups; it is kept in all of them. */
function merge(one: ToolEffect | undefined, other: ToolEffect): ToolEffect {
  if (one === undefined) return other;
  const entering = new Map<string, ReadonlySet<number>>(one.entering);
  for (const [from, people] of other.entering) entering.set(from, new Set([...(entering.get(from) ?? []), ...people]));
  return {
    ...one,
    movedOut: new Set([...one.movedOut, ...other.movedOut]),
    leaving: new Set([...one.leaving, ...other.leaving]),
    entering,
  };
}

function emptyTally(): Tally {
  return { movedOut: new Set(), after: new Set(), before: new Set(), entering: new Map(), heirs: new Map() };
}

function add(map: Map<string, Set<number>> | undefined, key: string, person: number): void {
  if (map === undefined) return;
  const people = map.get(key) ?? new Set<number>();
  map.set(key, people.add(person));
}
