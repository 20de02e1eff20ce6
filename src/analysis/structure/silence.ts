import type { SourceRecord } from '../../model/observation.ts';
import type { Account, Snapshot } from '../../model/snapshot.ts';
import { daysBetween } from '../../util/day-arithmetic.ts';

/** What it means that the sources tell of no use of an account: nothing is known, or the seat may lie idle indeed. */
export type Silence =
  | { readonly kind: 'not-told' | 'sign-ins-only' }
  /** A list of the tool itself. `blindDays` = last days of the period that it may not have seen any more, from 0. */
  | { readonly kind: 'listed'; readonly blindDays: number };

export const NOT_TOLD: Silence = { kind: 'not-told' };
const SIGN_INS_ONLY: Silence = { kind: 'sign-ins-only' };

/** Reliability of a vendor's own count; what lies below is declared, guessed or seen at the door only (METHOD 0.2). */
const OWN_COUNT = 0.85;
/** Of so many accounts one is used nearly every day: where the last days show none, the list was drawn earlier. */
const MANY_ACCOUNTS = 20;
/** A list may miss a third of the days that count, such as the last 30 of 90, and still tell of an idle seat. */
const BLIND_SHARE = 1 / 3;

const RANK = { 'not-told': 0, 'sign-ins-only': 1, listed: 2 } as const;

/** Of several sources the one that says most holds. */
export function strongerSilence(a: Silence, b: Silence): Silence {
  if (a.kind === 'listed' && b.kind === 'listed') return b.blindDays < a.blindDays ? b : a;
  return RANK[b.kind] > RANK[a.kind] ? b : a;
}

/** Whether nobody can have used the seat within the threshold without the list showing it. */
export function provesIdle(silence: Silence, thresholdDays: number): boolean {
  return silence.kind === 'listed' && silence.blindDays <= thresholdDays * BLIND_SHARE;
}

/**
 * Only a list of accounts with the tool's own record of their use speaks of seats that nobody used. A log holds what
 * happened and nothing else, a sign-in may last for weeks (METHOD, Annex), and a list that was drawn before the period
 * ended, or a source that failed midway, has not seen the rest. Judged by each source's own rows, so that a source less
 * never makes an unknown seat idle.
 */
export function silenceOf({ sources, period }: Pick<Snapshot, 'sources' | 'period'>): (account: Account) => Silence {
  const byId = new Map(sources.map((source) => [source.id, { source, listed: listed(source, period.end) }]));
  return (account) => {
    if (account.lastActive === null && account.activeDays === null) return NOT_TOLD;
    const isNever = account.lastActive === null && account.activeDays === 0;
    const tellers = account.toldBy ?? account.evidence.map(({ source }) => source);
    return tellers.reduce<Silence>((strongest, id) => {
      const teller = byId.get(id);
      // Every account of a collected snapshot names its sources; one put together by hand is taken at its word.
      const says = teller === undefined ? { kind: 'listed' as const, blindDays: 0 } : ofSource(teller, isNever);
      return strongerSilence(strongest, says);
    }, NOT_TOLD);
  };
}

/** Nobody used a tool that they never signed in to, so a list of sign-ins tells as much of them as any. */
function ofSource({ source, listed }: { source: SourceRecord; listed: Silence }, isNever: boolean): Silence {
  if (!source.provides.includes('accounts') || source.reliability < OWN_COUNT) return SIGN_INS_ONLY;
  return source.signIns === true && !isNever ? SIGN_INS_ONLY : listed;
}

function listed({ accountUse }: SourceRecord, end: string): Silence {
  const last = accountUse?.last ?? null;
  const tells = accountUse !== undefined && accountUse.accounts >= MANY_ACCOUNTS && last !== null;
  return { kind: 'listed', blindDays: tells ? Math.max(0, daysBetween(last, end)) : 0 };
}
