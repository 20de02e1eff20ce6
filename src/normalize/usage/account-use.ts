import type { ObservationOf, SourceRecord } from '../../model/observation.ts';
import type { Snapshot, ToolAccountUse } from '../../model/snapshot.ts';
import { textOrder } from '../../util/text-order.ts';
import type { PlaceName } from '../names/place-names.ts';
import { accountSighting } from '../names/sightings.ts';

type AccountSeen = ObservationOf<'account'>;

/** Accounts of which any use is told, and the newest day among them. */
function useOf(rows: readonly AccountSeen[]): { readonly accounts: number; readonly last: string | null } | null {
  const told = rows.filter(({ lastActive, activeDays }) => lastActive !== null || activeDays !== null);
  if (told.length === 0) return null;
  const last = told.reduce<string | null>(
    (newest, { lastActive }) => (lastActive !== null && (newest === null || lastActive > newest) ? lastActive : newest),
    null,
  );
  return { accounts: told.length, last };
}

function grouped<K>(rows: readonly AccountSeen[], keyOf: (row: AccountSeen) => K): ReadonlyMap<K, AccountSeen[]> {
  const groups = new Map<K, AccountSeen[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** By tool, sorted by its id; nothing for a source of one tool, of which the whole tells the same. */
function useByTool(source: string, rows: readonly AccountSeen[], place: PlaceName): ToolAccountUse[] {
  const byTool = [...grouped(rows, (row) => place(accountSighting(row)).tool?.id ?? null)];
  if (byTool.length < 2) return [];
  return byTool
    .flatMap(([tool, seen]) => {
      const use = useOf(seen);
      return tool === null || use === null ? [] : [{ source, tool, ...use }];
    })
    .sort((a, b) => textOrder(a.tool, b.tool));
}

/**
 * Sources with what they tell of the use of accounts, each by its own rows: how far a list reaches must not look better
 * because another source saw the same people later, nor for one tool because the list tells of another.
 */
export function accountUse(
  sources: readonly SourceRecord[],
  accounts: readonly AccountSeen[],
  place: PlaceName,
): Pick<Snapshot, 'sources' | 'accountUse'> {
  const bySource = grouped(accounts, ({ at }) => at.source);
  const byTool = sources.flatMap(({ id }) => useByTool(id, bySource.get(id) ?? [], place));
  return {
    sources: sources.map((source) => {
      const use = useOf(bySource.get(source.id) ?? []);
      return use === null ? source : { ...source, accountUse: use };
    }),
    ...(byTool.length === 0 ? {} : { accountUse: byTool }),
  };
}
