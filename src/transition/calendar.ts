import type { AuditTool, Structure, ToolContract } from '../model/audit/structure.ts';
import type { CalendarEntry } from '../model/audit/transition.ts';
import type { Policy } from '../model/policy.ts';
import { addDays } from '../util/day-arithmetic.ts';
import { textOrder } from '../util/text-order.ts';
import type { DatedMove } from './schedule.ts';

interface Entry extends Omit<CalendarEntry, 'id' | 'state'> {
  readonly state?: CalendarEntry['state'];
  /** From 2 on: which of a tool's contracts it is about, so that two of one day stay two. */
  readonly nth?: number;
}

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
    ...structure.tools.flatMap((tool) => contractEntries(tool, asOf)),
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
  for (const { nth, ...entry } of entries) {
    const about = `${entry.kind.replaceAll(/[ /]/g, '-')}-${entry.tool ?? entry.title.split(':')[0]}-${entry.date}`;
    const id = nth === undefined ? about : `${about}-${nth}`;
    if (!known.has(id)) known.set(id, { ...entry, id, state: entry.state ?? (entry.date < asOf ? 'past' : 'open') });
  }
  return [...known.values()].sort(
    (a, b) => textOrder(a.date, b.date) || textOrder(a.kind, b.kind) || textOrder(a.id, b.id),
  );
}

/** All contracts of a tool; where there are several, each is named by its plan. */
function contractEntries(tool: AuditTool, asOf: string): Entry[] {
  if (tool.contract === null) return [];
  const further = tool.furtherContracts ?? [];
  const named = (contract: ToolContract) =>
    further.length === 0 ? tool.name : `${tool.name} (${contract.plan ?? `contract to ${contract.end}`})`;
  return [
    ...termEntries(tool.id, named(tool.contract), tool.contract, asOf),
    ...further.flatMap((contract, at) =>
      termEntries(tool.id, named(contract), contract, asOf).map((entry) => ({ ...entry, nth: at + 2 })),
    ),
  ];
}

function termEntries(tool: string, name: string, contract: ToolContract, asOf: string): Entry[] {
  const { end, noticeDays, noticeState, renewedFrom } = contract;
  const last = { date: end, kind: 'contract end' as const, tool };
  if (contract.autoRenew === false) {
    const title = end < asOf ? 'the term ended and does not renew: no future cost' : 'the term ends';
    return [{ ...last, title: `${name}: ${title}` }];
  }
  const assumed = [
    ...(noticeState === 'assumed' ? [`${noticeDays} days assumed`] : []),
    ...(renewedFrom === undefined ? [] : [`renewal after ${renewedFrom} assumed`]),
  ].join(', ');
  const words = assumed === '' ? '' : ` (${assumed})`;
  const notice: Entry = {
    date: contract.noticeDeadline,
    kind: 'notice',
    tool,
    title: `${name}: last day for notice${words}`,
    ...(assumed === '' ? {} : { state: 'assumed' }),
    ...(noticeState === 'missed' ? { state: 'missed' } : {}),
  };
  if (renewedFrom === undefined) return [notice, { ...last, title: `${name}: the term ends` }];
  return [
    notice,
    { ...last, title: `${name}: the term ends (renewal after ${renewedFrom} assumed)`, state: 'assumed' },
  ];
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
