import type { Account } from '../../model/snapshot.ts';
import { NOT_TOLD, type Silence, strongerSilence } from './silence.ts';

/** All that the sources say of one person in one tool. */
export interface Holder {
  readonly person: number;
  readonly lastActive: string | null;
  readonly activeDays: number | null;
  readonly assigned: boolean | null;
  readonly hasOpenAccount: boolean;
  readonly silence: Silence;
}

const NOTHING_TOLD = { activeDays: null, assigned: null, hasOpenAccount: false, silence: NOT_TOLD } as const;

/** Several sources may tell of one person: the latest activity, any assignment and any open account hold. */
export function holdersOf(
  accounts: readonly Account[],
  lastDays: ReadonlyMap<number, string>,
  silenceOf: (account: Account) => Silence,
): readonly Holder[] {
  const holders = new Map<number, Holder>();
  for (const account of accounts) {
    const { person, lastActive, activeDays, assigned, closed } = account;
    const before = holders.get(person);
    holders.set(person, {
      person,
      lastActive: later(before?.lastActive ?? null, lastActive),
      activeDays: activeDays === null ? (before?.activeDays ?? null) : Math.max(activeDays, before?.activeDays ?? 0),
      assigned: before?.assigned === true ? true : (assigned ?? before?.assigned ?? null),
      hasOpenAccount: (before?.hasOpenAccount ?? false) || !closed,
      silence: strongerSilence(before?.silence ?? NOT_TOLD, silenceOf(account)),
    });
  }
  for (const [person, day] of lastDays) {
    const before = holders.get(person) ?? { ...NOTHING_TOLD, person, lastActive: null };
    holders.set(person, { ...before, lastActive: later(before.lastActive, day) });
  }
  return [...holders.values()];
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}
