import type { Structure } from '../model/audit/structure.ts';
import type { CalendarEntry } from '../model/audit/transition.ts';
import type { Policy } from '../model/policy.ts';
import { addDays } from '../util/day-arithmetic.ts';
import { textOrder } from '../util/text-order.ts';
import type { DatedMove } from './schedule.ts';

type Entry = Omit<CalendarEntry, 'id' | 'state'> & { readonly state?: CalendarEntry['state'] };

/** Reviews follow the as-of date by a quarter and by half a year. */
const REVIEW_DAYS = [90, 180] as const;

/** Every dated fact and step: contracts, moves, expiry of exceptions, reviews. Sorted by day, then kind, then tool. */
export function calendarOf(
  structure: Structure,
  policy: Policy,
  moves: readonly DatedMove[],
  asOf: string,
): CalendarEntry[] {
  const entries: Entry[] = [
    ...structure.tools.flatMap(contractEntries),
    ...moves.flatMap(moveEntries),
    ...policy.deliberate_redundancy.map(({ tools, owner, expires }) => ({
      date: expires,
      kind: 'redundancy expires' as const,
      tool: null,
      title: `${tools.join(' and ')} beside each other: the reason is due for review by ${owner}`,
    })),
    ...REVIEW_DAYS.map((days) => ({
      date: addDays(asOf, days),
      kind: 'review' as const,
      tool: null,
      title: 'Review of the plan: gates, savings booked, effects on the teams',
    })),
  ];
  const known = new Map<string, CalendarEntry>();
  for (const entry of entries) {
    const id = `${entry.kind.replaceAll(/[ /]/g, '-')}-${entry.tool ?? entry.title.split(':')[0]}-${entry.date}`;
    if (!known.has(id)) known.set(id, { ...entry, id, state: entry.state ?? (entry.date < asOf ? 'past' : 'open') });
  }
  return [...known.values()].sort(
    (a, b) => textOrder(a.date, b.date) || textOrder(a.kind, b.kind) || textOrder(a.id, b.id),
  );
}

function contractEntries({ id, name, contract }: Structure['tools'][number]): Entry[] {
  if (contract === null) return [];
  const assumed = contract.noticeState === 'assumed';
  const notice: Entry = {
    date: contract.noticeDeadline,
    kind: 'notice',
    tool: id,
    title: `${name}: last day for notice${assumed ? ` (${contract.noticeDays} days assumed)` : ''}`,
    ...(contract.noticeState === 'missed' ? { state: 'missed' as const } : {}),
    ...(assumed ? { state: 'assumed' as const } : {}),
  };
  const end: Entry = { date: contract.end, kind: 'contract end', tool: id, title: `${name}: the term ends` };
  return contract.autoRenew === false ? [end] : [notice, end];
}

function moveEntries({ movement, dates }: DatedMove): Entry[] {
  const { tool, target, isMigration } = movement;
  const to = target === null ? '' : ` to ${target.name}`;
  const entries: Entry[] = [];
  const add = (date: string | null, kind: Entry['kind'], title: string) => {
    if (date !== null) entries.push({ date, kind, tool: tool.id, title: `${tool.name}: ${title}` });
  };
  add(dates.goNoGo, 'go-no-go', 'go or no-go, before notice is sent');
  add(dates.noticeDeadline, 'notice', 'last day for notice');
  if (isMigration) {
    add(dates.start, 'start', `the move${to} starts`);
    add(dates.cutOver, 'cut-over', `cut-over${to}; write in the new, read in the old`);
    add(dates.parallelEnds, 'parallel-run ends', 'the parallel run ends; the old tool is closed');
  }
  if (dates.noticeDeadline !== null) add(dates.exit, 'contract end', 'the term ends');
  return entries;
}
