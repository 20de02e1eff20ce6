import { OutputError } from '../../errors/audit-error.ts';
import { attack } from './attack.ts';
import type { Quantity, Sum, ToldFigures } from './told-figures.ts';

/** Nothing is left to withhold, and a small group still comes out: no report is written (METHOD 6a.30). */
function refusal(ids: readonly string[]): OutputError {
  return new OutputError({
    code: 'disclosure',
    message: `A group of people below the threshold could be worked out from figures that must be shown: ${ids.join(', ')}.`,
    nextSteps: ['Raise privacy.k in unsprawl.yaml, or leave the source of these figures out of the audit.'],
  });
}

/** Detail first, then the smallest; at equal size the figure that stands further back in the document. Zeros go last. */
function nextToGo(figures: ToldFigures, near: ReadonlySet<string>): Quantity | undefined {
  const told = figures.quantities.filter(({ id, isTold, goes }) => isTold && goes !== 'never' && near.has(id));
  const filled = told.filter(({ people }) => people > 0);
  const pool = filled.length > 0 ? filled : told;
  const detail = pool.filter(({ goes }) => goes === 'first');
  const [head, ...rest] = detail.length > 0 ? detail : pool;
  return rest.reduce((least, each) => (least !== undefined && each.people > least.people ? least : each), head);
}

function membersOf(sums: readonly Sum[], ids: ReadonlySet<string>): ReadonlySet<string> {
  const touching = sums.filter(({ of, parts }) => ids.has(of) || parts.some((part) => ids.has(part)));
  return new Set([...ids, ...touching.flatMap(({ of, parts }) => [of, ...parts])]);
}

/** The figure to withhold next for a group: itself if told, else the nearest ones that share a sum with it. */
function complementOf(figures: ToldFigures, group: readonly string[]): Quantity | undefined {
  let near: ReadonlySet<string> = new Set(group);
  for (let size = 0; ; ) {
    const next = nextToGo(figures, near);
    if (next !== undefined || near.size === size) return next;
    size = near.size;
    near = membersOf(figures.sums, near);
  }
}

/**
 * Ids of figures that must be withheld beside those that already are, until the attack finds nothing: complementary
 * suppression for whatever sums there are (METHOD 5). In the order in which they went; empty where nothing came out.
 * @throws OutputError where what may not be withheld is enough to tell a small group
 */
export function idsToWithhold(figures: ToldFigures, k: number): readonly string[] {
  const gone: string[] = [];
  for (let left = figures; ; ) {
    const [found] = attack(left, k);
    if (found === undefined) return gone;
    const next = complementOf(left, found.ids);
    if (next === undefined) throw refusal(found.ids);
    gone.push(next.id);
    left = { ...left, quantities: left.quantities.map((each) => (each === next ? { ...each, isTold: false } : each)) };
  }
}
