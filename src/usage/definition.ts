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
  /** `person`, `tool`: numbers or keys; `moment`: whole seconds since 1970 in UTC. Null where the row does not say or cannot be read. */
  readonly events: string;
  /** `person`: as in events; `zone`: number. People who are missing have zone 0. */
  readonly zones: string;
  /** As `calendarSql` makes it. */
  readonly calendar: string;
  /** Further columns of events, of which each fact keeps any value. */
  readonly carried?: readonly string[];
}

export interface FactWindow {
  /** First and last local day of the audited period, as seconds since 1970. */
  readonly start: number;
  readonly end: number;
  /** First and last quarter of an hour that the offsets cover; other moments are read with the nearest offset. */
  readonly covered: number;
  readonly until: number;
  /** False = neither days nor hours are computed, only when somebody was last active (METHOD 6a.30). */
  readonly byDay: boolean;
}

/** Stands in the calendar for times that cannot be read. */
const NO_QUARTER = -1;
const [BEFORE, AFTER, UNDATED] = [0, 1, -1];

/**
 * What each quarter of an hour is in each zone: the local day, whether it lies outside working time, and the days with
 * which it is counted. Days before the period count as one, on the last of them: they say only when somebody was last
 * active. So do days after it, which say nothing and are counted so that no row is lost.
 * @param quarters `zone`, `quarter`: seconds since 1970 at which it begins; `seconds` to add for local time
 */
export function calendarSql(quarters: string, { start, end, byDay }: FactWindow): string {
  const isOutside = `l.second < ${MORNING} or l.second >= ${EVENING} or l.day % ${WEEK} in (${SATURDAY}, ${SUNDAY})`;
  const before = byDay ? start : end + DAY;
  return `
select l.zone, l.quarter, l.day, case when ${byDay ? isOutside : '1 = 0'} then 1 else 0 end as outside,
  case when l.day < ${before} then ${BEFORE} when l.day > ${end} then ${AFTER} else l.day end as counted_with
from (
  select q.zone, q.quarter, (q.quarter + q.seconds) - (q.quarter + q.seconds) % ${DAY} as day,
    (q.quarter + q.seconds) % ${DAY} as second
  from ${quarters} q
) l
union all
select distinct q.zone, ${NO_QUARTER}, cast(null as bigint), 0, ${UNDATED} from ${quarters} q`;
}

/**
 * The one definition of the usage facts: events per person, tool and day of that person, and how many of them lie
 * outside working time. Rows whose time cannot be read are one row without a day. Whole seconds and remainders alone,
 * so that every engine counts alike.
 */
export function factsSql({ events, zones, calendar, carried = [] }: Relations, { covered, until }: FactWindow): string {
  const nearest = `greatest(least(e.moment - e.moment % ${QUARTER}, ${until}), ${covered})`;
  const kept = carried.map((column) => `, any_value(e.${column}) as ${column}`).join('');
  return `
select e.person, e.tool, max(case when e.moment < ${covered} then e.moment - e.moment % ${DAY} else c.day end) as day,
  count(*) as events, sum(c.outside) as events_outside_hours${kept}
from ${events} e
left join ${zones} z on z.person = e.person
join ${calendar} c on c.zone = coalesce(z.zone, 0)
  and c.quarter = case when e.moment is null then ${NO_QUARTER} else ${nearest} end
group by e.person, e.tool, c.counted_with`;
}
