import type { Capability, OneHome } from '../../model/capability.ts';
import type {
  CapabilityName,
  FirstLook,
  LookedName,
  LookedOverlap,
  LookedTool,
  NamesSource,
  Nature,
} from '../../model/first-look.ts';
import { type MatchAnswer, MatchStatus, type NameKind, type Product } from '../../model/product.ts';
import { textOrder } from '../../util/text-order.ts';
import { whatWouldTell } from './would-tell.ts';

/** A distinct name of a list with its answer. */
export interface AnsweredName {
  readonly raw: string;
  readonly kind: NameKind;
  readonly times: number;
  readonly answer: MatchAnswer;
  readonly entry: Product | null;
}

export interface ReadList {
  readonly source: string | null;
  readonly readAs: string;
  /** What the rows of the list are, which decides what it cannot tell. */
  readonly holds: readonly NamesSource[];
  readonly names: readonly AnsweredName[];
  readonly capabilities: readonly Capability[];
}

/** Strength from which a product can stand in for another (METHOD 2: 3 bought for it, 2 full substitute). */
const SUBSTITUTE = 2;
const BOUGHT_FOR = 3;

const HOME_ORDER: readonly OneHome[] = ['strong', 'team', 'free'];

function lookedName({ raw, kind, times, answer }: AnsweredName): LookedName {
  const { status, product, productName, vendor, confidence, reason, candidates } = answer;
  return {
    ...{ raw, kind, times, status, product, name: productName, vendor, confidence, reason },
    candidates: candidates.map(({ name }) => name),
  };
}

type Taxonomy = ReadonlyMap<string, Capability>;

/** Capabilities held at this strength or above, in the order of the entry. */
function held(entry: Product, least: number, taxonomy: Taxonomy): readonly Capability[] {
  return Object.entries(entry.capabilities).flatMap(([id, strength]) =>
    strength >= least ? (taxonomy.get(id) ?? []) : [],
  );
}

function nameOf({ id, name }: Capability): CapabilityName {
  return { capability: id, name };
}

/** Synchronous or asynchronous by what it is bought for; `mixed` where that goes several ways. */
export function natureOf(entry: Product, taxonomy: Taxonomy): Nature {
  const [mode, ...others] = new Set(held(entry, BOUGHT_FOR, taxonomy).map((capability) => capability.mode));
  return mode === undefined || others.length > 0 ? 'mixed' : mode;
}

function unique(texts: readonly (string | null)[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== null))];
}

function lookedTools(names: readonly AnsweredName[], taxonomy: Taxonomy): readonly LookedTool[] {
  const byProduct = new Map<string, { entry: Product; names: AnsweredName[] }>();
  for (const name of names) {
    if (name.entry === null) continue;
    const tool = byProduct.get(name.entry.id) ?? { entry: name.entry, names: [] };
    byProduct.set(name.entry.id, tool);
    tool.names.push(name);
  }
  const tools = [...byProduct.values()].map(({ entry, names: all }) => ({
    ...{ product: entry.id, name: entry.name, vendor: entry.vendor, isSuite: entry.members.length > 0 },
    names: all.map(({ raw }) => raw),
    formerNames: unique(all.map(({ answer }) => answer.formerName)),
    instances: unique(all.map(({ answer }) => answer.instance)),
    boughtFor: held(entry, BOUGHT_FOR, taxonomy).map(nameOf),
    nature: natureOf(entry, taxonomy),
  }));
  return tools.sort((a, b) => textOrder(a.name, b.name));
}

/** A suite holds a capability only where the member that does it is seen, and then the member is counted itself. */
function lookedOverlaps(entries: readonly Product[], capabilities: readonly Capability[]): readonly LookedOverlap[] {
  const counted = entries.filter(({ members }) => members.length === 0);
  const overlaps = capabilities.flatMap(({ id, name, mode, oneHome }): LookedOverlap[] => {
    const tools = counted
      .flatMap((entry) => {
        const strength = entry.capabilities[id] ?? 0;
        return strength === 2 || strength === 3 ? [{ product: entry.id, name: entry.name, strength }] : [];
      })
      .sort((a, b) => b.strength - a.strength || textOrder(a.name, b.name));
    return tools.length < 2 ? [] : [{ capability: id, name, mode, oneHome, tools } as LookedOverlap];
  });
  const bought = ({ tools }: LookedOverlap) => tools.filter(({ strength }) => strength === BOUGHT_FOR).length;
  return overlaps.sort(
    (a, b) =>
      HOME_ORDER.indexOf(a.oneHome) - HOME_ORDER.indexOf(b.oneHome) ||
      bought(b) - bought(a) ||
      b.tools.length - a.tools.length ||
      textOrder(a.name, b.name),
  );
}

function countsOf(names: readonly AnsweredName[]): FirstLook['counts'] {
  const counted = MatchStatus.options.map((status) => [
    status,
    names.filter(({ answer }) => answer.status === status).length,
  ]);
  return Object.fromEntries(counted) as FirstLook['counts'];
}

function balanceOf(tools: readonly LookedTool[]): FirstLook['balance'] {
  const of = (nature: Nature) => tools.filter((tool) => !tool.isSuite && tool.nature === nature).length;
  return { sync: of('sync'), async: of('async'), either: of('either'), mixed: of('mixed') };
}

/** What the names alone can tell. No verdict: whether a tool is needed hangs on use, cost and terms. */
export function firstLook({ source, readAs, holds, names, capabilities }: ReadList): FirstLook {
  const taxonomy = new Map(capabilities.map((capability) => [capability.id, capability]));
  const tools = lookedTools(names, taxonomy);
  const entries = [...new Map(names.flatMap(({ entry }) => (entry === null ? [] : [[entry.id, entry]]))).values()];
  return {
    format: 'unsprawl/look@1',
    source,
    readAs,
    rows: names.reduce((sum, { times }) => sum + times, 0),
    counts: countsOf(names),
    names: names.map(lookedName),
    tools,
    overlaps: lookedOverlaps(entries, capabilities),
    suites: entries
      .filter(({ members }) => members.length > 0)
      .map((entry) => ({
        product: entry.id,
        name: entry.name,
        couldCover: held(entry, SUBSTITUTE, taxonomy).map(nameOf),
      }))
      .sort((a, b) => textOrder(a.name, b.name)),
    balance: balanceOf(tools),
    wouldTell: whatWouldTell(holds),
  };
}
