import type { Evidence } from '../../model/evidence.ts';
import type { Money } from '../../model/money.ts';
import type { ObservationOf, RawTool } from '../../model/observation.ts';
import type { SourceKind } from '../../model/snapshot.ts';
import type { ByKind } from '../by-kind.ts';

/** One place where a source names a tool. */
export interface Sighting {
  readonly raw: RawTool;
  readonly at: Evidence;
  readonly seen: SourceKind;
  /**
   * The source itself shows that there is a tool of this name, even if the matcher does not know it. A card line or a
   * grant shows a payment or a consent, which may be anything.
   */
  readonly proves: boolean;
  /** What the row paid; null where it is no payment. */
  readonly money: Money | null;
  /** What the source itself calls a payment, such as `Travel-Rail`. */
  readonly category?: string | null;
  /** Rows that it stands for; absent = one. */
  readonly rows?: number;
}

/** A merchant's line as the name of a tool. */
export function spendSighting(row: ObservationOf<'spend'>): Sighting {
  return {
    raw: { name: row.merchant, nameKind: 'expense' },
    at: row.at,
    seen: 'spend',
    proves: false,
    money: row.amount,
    category: row.category,
  };
}

export function toolSeenSighting(row: ObservationOf<'tool-seen'>): Sighting {
  const proves = row.origin === 'inventory' || (row.origin === 'sign-in' && row.tool.nameKind !== 'oauth');
  return { raw: row.tool, at: row.at, seen: row.origin, proves, money: null };
}

/** An assignment at the identity provider shows the sign-in, a member list of the tool the account. */
export function accountSighting(row: ObservationOf<'account'>): Sighting {
  const seen = row.tool.nameKind === 'sso' ? 'sign-in' : row.tool.nameKind === 'oauth' ? 'grant' : 'account';
  return { raw: row.tool, at: row.at, seen, proves: provesUse(row.tool), money: null };
}

export function eventSighting(row: ObservationOf<'usage-event'>): Sighting {
  return { raw: row.tool, at: row.at, seen: 'sign-in', proves: provesUse(row.tool), money: null };
}

export function logSightings({ at, nameKind, tools }: ObservationOf<'usage-log'>): readonly Sighting[] {
  return tools.map(({ name, rows }) => {
    const raw = { name, nameKind };
    return { raw, at, seen: 'sign-in', proves: provesUse(raw), money: null, rows };
  });
}

export function contractSighting(row: ObservationOf<'contract'>): Sighting {
  return { raw: row.tool, at: row.at, seen: 'contract', proves: true, money: null };
}

export function integrationSightings(row: ObservationOf<'integration'>): readonly [Sighting, Sighting] {
  const end = (raw: RawTool): Sighting => ({ raw, at: row.at, seen: 'integration', proves: true, money: null });
  return [end(row.from), end(row.to)];
}

function provesUse(raw: RawTool): boolean {
  return raw.nameKind !== 'oauth' && raw.nameKind !== 'expense';
}

/**
 * All sightings, the best described first: the inventory's spelling names a tool of the client's own, then the
 * contract's. `spend` comes without the rows that are duplicates of another file.
 */
export function sightingsOf(kinds: ByKind, spend: readonly ObservationOf<'spend'>[]): readonly Sighting[] {
  const seen = kinds['tool-seen'].map(toolSeenSighting);
  return [
    ...seen.filter((sighting) => sighting.seen === 'inventory'),
    ...kinds.contract.map(contractSighting),
    ...seen.filter((sighting) => sighting.seen !== 'inventory'),
    ...kinds.account.map(accountSighting),
    ...spend.map(spendSighting),
    ...kinds.integration.flatMap(integrationSightings),
    ...kinds['usage-event'].map(eventSighting),
    ...kinds['usage-log'].flatMap(logSightings),
  ];
}
