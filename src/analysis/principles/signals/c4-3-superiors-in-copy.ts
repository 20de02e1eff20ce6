import type { WorkItem } from '../../../model/snapshot.ts';
import type { ClusterSample } from '../../scoring/cluster-bootstrap.ts';
import type { WeekWindow } from '../../scoring/iso-weeks.ts';
import { low } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected, notes, partlyMeasured, stale, wilsonNote } from '../reading.ts';
import type { Reading, SignalInput, SignalUnit } from '../signal-unit.ts';
import { roleHolders, superiorsByPerson, superiorsInCopyOf } from '../superior-facts.ts';
import { ownerOf } from '../work-item-facts.ts';

export const superiorsInCopy = {
  meta: {
    id: 'C4.3',
    title: 'Superiors in copy',
    construct: 'C4',
    unit: 'ratio',
    shape: low(0.05, 0.3),
    grade: 'D',
    weight: 1,
    formula:
      'items watched by a superior of a contributor who neither works on the item nor holds a decision role / items with watchers',
    reference: 'METHOD 1 C4.3, Annex A; off by default, METHOD 5',
    source:
      'issue tracker (template work_items) with contributors and watchers, people list with manager_email, decision records, and C4.3 in privacy.opt_in of unsprawl.yaml',
    requires: ['workItems', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: (input: SignalInput): Reading =>
    input.snapshot.privacy.opt_in.includes('C4.3')
      ? shareInCopy(input)
      : notConnected('Off by default: it looks at single people.'),
} as const satisfies SignalUnit;

interface WatchedItem {
  readonly item: WorkItem;
  readonly superiors: readonly number[];
}

function shareInCopy({ snapshot, facts }: SignalInput): Reading {
  if (snapshot.people.every((p) => p.manager === null)) {
    return notConnected('The people list does not say who leads whom.');
  }
  const open = snapshot.workItems.filter((item) => isOpenIn(item, facts.window));
  if (open.length === 0) return stale('No item was open in the window.');
  const watched = open.filter((item) => item.watchers !== null && item.watchers.length > 0);
  if (watched.length === 0) return notConnected('The tracker names no watcher.');
  const superiorsOf = superiorsByPerson(snapshot.people);
  const holders = roleHolders(snapshot.decisions);
  const known = watched.flatMap((item) => {
    const superiors = superiorsInCopyOf(item, superiorsOf, holders);
    return superiors === null ? [] : [{ item, superiors }];
  });
  if (known.length === 0) return notConnected('No watched item names a contributor whose superior is known.');
  const copied = known.filter(({ superiors }) => superiors.length > 0).length;
  const value = copied / known.length;
  const parts = {
    value,
    // Where watchers are not told, the item may have some.
    coverage: known.length / open.filter((item) => item.watchers?.length !== 0).length,
    reliability: facts.reliability('workItems'),
    people: new Set(known.flatMap(({ item }) => item.contributors ?? [])).size,
    dominance: largestPart(known),
    words: `${percent(value)} of watched items have a superior in copy who has no part in them`,
    evidence: evidenceOf(known.map((k) => k.item)),
    sample: sampleOf(known),
  };
  const note = wilsonNote(copied, known.length, 'items');
  if (holders.size > 0) return measured({ ...parts, note });
  return partlyMeasured({ ...parts, note: notes(note, 'No record names decision roles, so the share is a ceiling.') });
}

function isOpenIn({ created, closed }: WorkItem, { start, end }: WeekWindow): boolean {
  if (start === null || end === null) return false;
  return (created === null || created <= end) && (closed === null || closed >= start);
}

/** By person, but no ratio: that would be shown by team, and a team has one superior. */
function sampleOf(known: readonly WatchedItem[]): ClusterSample {
  const sums = new Map<number | null, { items: number; copied: number }>();
  for (const { item, superiors } of known) {
    const owner = ownerOf(item);
    const sum = sums.get(owner) ?? { items: 0, copied: 0 };
    sums.set(owner, { items: sum.items + 1, copied: sum.copied + (superiors.length > 0 ? 1 : 0) });
  }
  const parts = [...sums.values()];
  return {
    kind: 'statistic',
    people: [...sums.keys()],
    evaluate: (weights) => {
      const items = parts.reduce((n, part, i) => n + part.items * (weights[i] ?? 0), 0);
      return items > 0 ? parts.reduce((n, part, i) => n + part.copied * (weights[i] ?? 0), 0) / items : null;
    },
  };
}

/** Share of the items of the contributor, or of the copies of the superior, who is named most often (METHOD 5). */
function largestPart(known: readonly WatchedItem[]): number {
  const contributed = mostNamed(known.map(({ item }) => item.contributors ?? [])) / known.length;
  const copied = known.filter(({ superiors }) => superiors.length > 0).length;
  return copied === 0 ? contributed : Math.max(contributed, mostNamed(known.map((k) => k.superiors)) / copied);
}

/** In how many of these lists the person named most often is. */
function mostNamed(lists: readonly (readonly number[])[]): number {
  const counts = new Map<number, number>();
  for (const person of lists.flatMap((people) => [...new Set(people)])) {
    counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  return [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
}
