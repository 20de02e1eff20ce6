import type { ObservationOf } from '../../model/observation.ts';
import type { Delivery, Request } from '../../model/snapshot.ts';
import type { Convert } from '../money/convert.ts';
import { spelling } from '../people/team-names.ts';
import { keyOf, newestBy } from './newest.ts';
import type { RecordContext } from './records.ts';

/** Repositories number their changes each for itself, so the team belongs to the id. */
export function deliveriesOf(rows: readonly ObservationOf<'delivery'>[], context: RecordContext): Delivery[] {
  const spelled = rows.map((row) => ({ ...row, team: context.team(row.team) }));
  const newest = newestBy(spelled, context, ({ type, team, id }) => keyOf(type, team, id));
  return newest.map(({ kind: _, at, ...delivery }) => ({ ...delivery, evidence: at }));
}

/** Amounts by the rate of the day on which the request was closed; open ones by that of the period's end. */
export function requestsOf(
  rows: readonly ObservationOf<'request'>[],
  context: RecordContext,
  convert: Convert,
  periodEnd: string,
): Request[] {
  return newestBy(rows, context, ({ id }) => id).map(({ kind: _, at, amount, ...request }) => ({
    ...request,
    team: spelling(context.team, request.team),
    amount: amount === null ? null : convert(amount, request.closed ?? periodEnd),
    evidence: at,
  }));
}
