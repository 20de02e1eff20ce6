import type { AuditTool, Structure } from '../../model/audit/structure.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { ToldFigures } from '../attack/told-figures.ts';
import { idsToWithhold } from '../attack/withhold.ts';
import { isSmall } from '../suppression.ts';
import { type EstateTotal, pairFigures, teamFigures, tellingThrees, totalFigures } from './estate-figures.ts';
import { toolFigures } from './tool-figures.ts';
import { withoutFiguresOf } from './withhold-figures.ts';

/** Shares over all tools that are shown beside the tools. */
export interface ShownTotals {
  readonly measurements: readonly Measurement[];
  /** Whether the share of paid seats used in the last month (P4.5) is shown. */
  readonly monthlyUse: boolean;
}

export interface Closed {
  readonly structure: Structure;
  /** Ids of what was withheld, in the order in which it went. */
  readonly gone: readonly string[];
}

const MONTH = 30;

/** One share goes before the count of one more tool does; a signal, which a score rests on, goes after. */
function totalsOf(counted: Structure, published: Structure, shown: ShownTotals): readonly EstateTotal[] {
  const byId = new Map(published.tools.map((tool) => [tool.id, tool]));
  const parts = (
    tools: readonly AuditTool[],
    path: string,
    count: (tool: AuditTool) => AuditTool['users'] | undefined,
  ) =>
    tools.map((tool) => {
      const now = byId.get(tool.id);
      return { id: `tools.${tool.id}.${path}`, counted: count(tool) ?? null, published: (now && count(now)) ?? null };
    });
  const { tools, people } = counted;
  const signedIn = tools.filter(({ sources }) => sources.includes('sign-in'));
  const bought = tools.filter(({ seats }) => (seats.purchased ?? 0) > 0);
  const isMeasured = (id: string) => shown.measurements.some((each) => each.id === id && each.state === 'measured');
  const atMonth = ({ seats }: AuditTool) =>
    seats.sensitivity?.find(({ thresholdDays }) => thresholdDays === MONTH)?.active;
  const signOn = {
    id: 'people.sso.byUserApp',
    isTold: people.sso.byUserApp !== null || isMeasured('sign-on-by-user'),
    goes: 'first' as const,
  };
  return [
    { ...signOn, parts: parts(tools, 'users', ({ users }) => users) },
    { ...signOn, parts: parts(signedIn, 'users', ({ users }) => users) },
    {
      id: 'measurements.seat-utilisation',
      isTold: isMeasured('seat-utilisation'),
      goes: 'first' as const,
      parts: parts(bought, 'seats.active', ({ seats }) => seats.active),
    },
    {
      id: 'signals.P4.5',
      isTold: shown.monthlyUse,
      goes: 'last' as const,
      parts: parts(bought, `seats.sensitivity.${MONTH}.active`, atMonth),
    },
  ];
}

/** Everything that shares a sum, apart from what shares none: one small system for each tool, pair and total. */
function* systemsOf(counted: Structure, published: Structure, shown: ShownTotals, k: number): Generator<ToldFigures> {
  yield teamFigures(counted.people, published.people, k);
  const everybody = counted.people.counted;
  const known = {
    // Of an organisation below k nobody is told apart by not using a tool: it is a small group as a whole.
    counted: isSmall(everybody ?? 0, k) ? null : everybody,
    teamSizes: new Map(published.people.teams.map(({ id, size }) => [id, size])),
  };
  for (const [at, tool] of counted.tools.entries()) yield toolFigures(tool, published.tools[at] ?? tool, known);
  const truth = new Map(counted.tools.map(({ id, users }) => [id, users]));
  const told = new Map(published.tools.map(({ id, users }) => [id, users]));
  const users = (tool: string) => [truth.get(tool) ?? null, told.get(tool) ?? null] as const;
  for (const [at, pair] of counted.pairs.entries())
    yield pairFigures(pair, published.pairs[at] ?? pair, users, known.counted);
  for (const total of totalsOf(counted, published, shown)) yield totalFigures(total);
}

/**
 * The differencing attack over everything that the structure shows of people, and complementary suppression of what it
 * finds, until it finds nothing (METHOD 5, 6a.30). `published` is `counted` after the rules for small groups, tool by
 * tool and pair by pair in the same order. Every round withholds something, so it ends.
 * @throws OutputError where what must be shown tells a small group
 */
export function closeStructure(counted: Structure, published: Structure, shown: ShownTotals, k: number): Closed {
  const gone = new Set<string>();
  for (let structure = published; ; ) {
    const found = new Set<string>();
    const isShown = { ...shown, measurements: shown.measurements.filter(({ id }) => !gone.has(`measurements.${id}`)) };
    for (const figures of systemsOf(counted, structure, isShown, k))
      for (const id of idsToWithhold(asLeft(figures, gone), k)) found.add(id);
    for (const id of tellingThrees(structure.tools, structure.pairs, k)) found.add(id);
    if (found.size === 0) return { structure, gone: [...gone] };
    for (const id of found) gone.add(id);
    structure = withoutFiguresOf(structure, found);
  }
}

/** A share of the document that went in an earlier round is told no more. */
function asLeft(figures: ToldFigures, gone: ReadonlySet<string>): ToldFigures {
  if (!figures.quantities.some(({ id, isTold }) => isTold && gone.has(id))) return figures;
  return {
    ...figures,
    quantities: figures.quantities.map((each) => (gone.has(each.id) ? { ...each, isTold: false } : each)),
  };
}
