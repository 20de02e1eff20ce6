import type { ObservationOf } from '../../model/observation.ts';
import type { Onboarding, Response } from '../../model/snapshot.ts';
import { keyOf, newestBy } from './newest.ts';
import type { RecordContext } from './records.ts';

/** A later export knows whether a question has been answered since. */
export function responsesOf(rows: readonly ObservationOf<'response'>[], context: RecordContext): Response[] {
  const asked = newestBy(rows, context, (row) => keyOf(row.asked, row.recipient.id, row.channel));
  return asked.map(({ kind: _, at, recipient, ...response }) => ({
    ...response,
    recipient: context.indexer.indexOf(recipient),
    evidence: at,
  }));
}

export function onboardingOf(rows: readonly ObservationOf<'onboarding'>[], context: RecordContext): Onboarding[] {
  const joined = newestBy(rows, context, ({ person }) => person.id);
  return joined.map(({ kind: _, at, person, ...pages }) => ({
    ...pages,
    person: context.indexer.indexOf(person),
    evidence: at,
  }));
}
