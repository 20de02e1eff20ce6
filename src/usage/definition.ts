/** Seconds of one step of the offset table. All zones in use differ from UTC by whole quarters of an hour. */
export const QUARTER = 900;
const DAY = 86_400;
const WEEK = 7 * DAY;
/** Day zero of the Unix clock is a Thursday: the first Saturday and Sunday begin so many seconds into it. */
const [SATURDAY, SUNDAY] = [2 * DAY, 3 * DAY];
/** Working time is 9 to 17 on weekdays (METHOD 1). */
const [MORNING, EVENING] = [9 * 3600, 17 * 3600];

/** Sub-selects or table names that the definition reads; each engine supplies its own. */
export interface Relations {
  /** `person`, `tool`: keys; `moment`: whole seconds since 1970 in UTC. Null where the row does not say or cannot be read. */
  readonly events: string;
  /** `name`: key as in events; `person`: number; `zone`: number. */
  readonly persons: string;
  /** `name`: key as in events; `tool`: number. */
  readonly tools: string;
  /** `zone`, `quarter`: seconds since 1970 at which a quarter of an hour begins; `seconds` to add for local time. */
  readonly offsets: string;
}

export interface FactWindow {
  /** First and last local day of the audited period, as seconds since 1970. */
  readonly start: number;
  readonly end: number;
  /** First quarter of an hour that the offsets cover; earlier moments are read with its offset. */
  readonly covered: number;
  /** False = neither days nor hours are computed, only when somebody was last active (METHOD 6a.30). */
  readonly byDay: boolean;
}

/**
 * Whom and what a log names, before anything is decided: one row per person key, one per tool key, and one over all
 * with the rows of the log. `usable`: rows that name both.
 * @returns one text that every engine understands
 */
export function surveySql(events: string): string {
  return `
select grouping(e.person) as over_people, grouping(e.tool) as over_tools, e.person, e.tool, count(*) as total,
  sum(case when e.person is not null and e.tool is not null then 1 else 0 end) as usable
from ${events} e
group by grouping sets ((e.person), (e.tool), ())`;
}

/**
 * The one definition of the usage facts: events per tool, person and day of that person, and how many of them lie
 * outside working time. Days before the period are one row per tool and person, on the last of them: they say only when
 * somebody was last active. Rows whose time cannot be read are one row without a day. Whole seconds and remainders
 * alone, so that every engine counts alike.
 */
export function factsSql({ events, persons, tools, offsets }: Relations, window: FactWindow): string {
  const isOutside = `f.second < ${MORNING} or f.second >= ${EVENING} or f.day % ${WEEK} in (${SATURDAY}, ${SUNDAY})`;
  const from = window.byDay ? window.start : window.end + DAY;
  return `
select f.tool, f.person, max(f.day) as day, count(*) as events,
  sum(case when ${window.byDay ? isOutside : '1 = 0'} then 1 else 0 end) as events_outside_hours
from (
  select x.tool, x.person, x.local - x.local % ${DAY} as day, x.local % ${DAY} as second
  from (
    select t.tool, p.person, e.moment + o.seconds as local
    from ${events} e
    join ${persons} p on p.name = e.person
    join ${tools} t on t.name = e.tool
    join ${offsets} o on o.zone = p.zone
      and o.quarter = greatest(coalesce(e.moment - e.moment % ${QUARTER}, ${window.covered}), ${window.covered})
  ) x
) f
where f.day <= ${window.end} or f.day is null
group by f.tool, f.person, case when f.day < ${from} then 0 else f.day end`;
}
