import type { ObservationOf, SourceRecord } from '../../model/observation.ts';

/**
 * Sources with what they tell of the use of accounts, each by its own rows: how far a list reaches must not look better
 * because another source saw the same people later.
 */
export function withAccountUse(
  sources: readonly SourceRecord[],
  accounts: readonly ObservationOf<'account'>[],
): SourceRecord[] {
  const told = new Map<string, { accounts: number; last: string | null }>();
  for (const { at, lastActive, activeDays } of accounts) {
    if (lastActive === null && activeDays === null) continue;
    const use = told.get(at.source) ?? { accounts: 0, last: null };
    use.accounts += 1;
    if (lastActive !== null && (use.last === null || lastActive > use.last)) use.last = lastActive;
    told.set(at.source, use);
  }
  return sources.map((source) => {
    const accountUse = told.get(source.id);
    return accountUse === undefined ? source : { ...source, accountUse };
  });
}
