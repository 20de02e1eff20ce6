import type { WorkItem } from '../../../model/snapshot.ts';
import { daysBetween } from '../../../util/day-arithmetic.ts';
import { quantile } from '../../scoring/quantile.ts';
import { high } from '../../scoring/shape.ts';
import { commonWorkingHours, offsetHours } from '../../scoring/working-hours.ts';
import type { Facts } from '../facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notApplicable, notConnected, wilsonNote } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { closedInWindow, cycleDays } from '../work-item-facts.ts';

/** Working days that share less than this are apart (METHOD 1 P1.6). */
const LITTLE_OVERLAP_HOURS = 2;

export const progressWithoutOverlap = {
  meta: {
    id: 'P1.6',
    title: 'Progress without overlap',
    construct: 'P1',
    unit: 'ratio',
    shape: high(0.3, 0.75),
    grade: 'D',
    weight: 1,
    formula:
      'items of people whose working days share under 2 h and that closed within their team’s p75 of cycle time / such items, closed or older than that p75',
    reference: 'METHOD 1 P1.6',
    source: 'issue tracker (template work_items) with contributors, and people list with time zones',
    requires: ['workItems', 'people'],
    privacy: 'usage',
    personDay: false,
    windowed: true,
  },
  measure: ({ snapshot, facts }: SignalInput) => {
    const started = snapshot.workItems.filter((item) => item.started !== null && item.contributors !== null);
    if (started.length === 0) return notConnected('No work item names its contributors and its start.');
    if (!facts.population.some((p) => snapshot.people[p]?.timeZone != null)) {
      return notConnected('The people list has no time zones.');
    }
    const apart = started.filter((item) => isApart(item, facts));
    const usual = usualDaysByTeam(snapshot.workItems, facts);
    const verdicts = apart.flatMap((item) => judge(item, usual.get(item.team), snapshot.period.end, facts));
    if (verdicts.length === 0)
      return notApplicable('No work item joins people whose working days share under two hours.');
    const good = verdicts.filter((v) => v.inTime);
    const value = good.length / verdicts.length;
    return measured({
      value,
      coverage: started.length / snapshot.workItems.length,
      reliability: facts.reliability('workItems'),
      people: new Set(verdicts.flatMap((v) => v.item.contributors ?? [])).size,
      words: `${percent(value)} of the work shared across distant time zones closed in the usual time`,
      note: wilsonNote(good.length, verdicts.length, 'items'),
      evidence: evidenceOf(verdicts.map((v) => v.item)),
    });
  },
} as const satisfies SignalUnit;

function isApart(item: WorkItem, facts: Facts): boolean {
  const people = item.contributors ?? [];
  const at = Date.parse(item.closed ?? item.started ?? '');
  const offsets = [...new Set(people.map((p) => offsetHours(at, facts.zoneOf(p))))];
  return offsets.some((a, i) => offsets.slice(i + 1).some((b) => commonWorkingHours(a, b) < LITTLE_OVERLAP_HOURS));
}

/** Team -> p75 of the cycle time of its items closed in the window. */
function usualDaysByTeam(items: readonly WorkItem[], facts: Facts): ReadonlyMap<string, number> {
  const byTeam = new Map<string, number[]>();
  for (const item of closedInWindow(items, facts.window)) {
    byTeam.set(item.team, [...(byTeam.get(item.team) ?? []), ...cycleDays(item)]);
  }
  return new Map([...byTeam].flatMap(([team, days]) => (days.length === 0 ? [] : [[team, quantile(days, 0.75) ?? 0]])));
}

/** An open item is judged once it is older than the usual time; until then its end is not known. */
function judge(item: WorkItem, usual: number | undefined, periodEnd: string, facts: Facts) {
  if (usual === undefined || item.started === null) return [];
  if (closedInWindow([item], facts.window).length === 1) {
    return cycleDays(item).map((days) => ({ item, inTime: days <= usual }));
  }
  const open = item.closed === null || item.closed > periodEnd;
  return open && daysBetween(item.started, periodEnd) > usual ? [{ item, inTime: false }] : [];
}
