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
export function silenceOf(
  snapshot: Pick<Snapshot, 'sources' | 'period' | 'accountUse'>,
): (account: Account) => Silence {
  const byId = new Map(snapshot.sources.map((source) => [source.id, source]));
  const blindDays = blindDaysOf(snapshot);
  return (account) => {
    if (account.lastActive === null && account.activeDays === null) return NOT_TOLD;
    const isNever = account.lastActive === null && account.activeDays === 0;
    return tellersOf(account).reduce<Silence>((strongest, id) => {
      const teller = byId.get(id);
      const listed = { kind: 'listed' as const, blindDays: blindDays(id, account) };
      // Every account of a collected snapshot names its sources; one put together by hand is taken at its word.
      return strongerSilence(strongest, teller === undefined ? listed : ofSource(teller, isNever, listed));
    }, NOT_TOLD);
  };
}

function tellersOf({ toldBy, evidence }: Account): readonly string[] {
  return toldBy ?? evidence.map(({ source }) => source);
}

/** Whether a source that tells of the account's use reaches to a day: a list that ends before it tells nothing of it. */
export function reachesTo(snapshot: Pick<Snapshot, 'sources' | 'period' | 'accountUse'>, day: string) {
  const blindDays = blindDaysOf(snapshot);
  const most = daysBetween(day, snapshot.period.end);
  return (account: Account): boolean => tellersOf(account).some((source) => blindDays(source, account) <= most);
}

/** Nobody used a tool that they never signed in to, so a list of sign-ins tells as much of them as any. */
function ofSource(source: SourceRecord, isNever: boolean, listed: Silence): Silence {
  if (!source.provides.includes('accounts') || source.reliability < OWN_COUNT) return SIGN_INS_ONLY;
  return source.signIns === true && !isNever ? SIGN_INS_ONLY : listed;
}

/**
 * Last days of the period that a source has not seen of an account. A report that is dated says so itself; any other is
 * judged by its newest day, as a whole and for the tool alone: what it still tells of one tool covers no other.
 */
function blindDaysOf({ sources, period, accountUse = [] }: Pick<Snapshot, 'sources' | 'period' | 'accountUse'>) {
  const whole = new Map(sources.map((source) => [source.id, guessedBlindDays(source.accountUse, period.end)]));
  const byTool = new Map(accountUse.map((use) => [`${use.tool} ${use.source}`, guessedBlindDays(use, period.end)]));
  return (source: string, { tool, toldUntil }: Account): number => {
    const until = toldUntil?.[source];
    if (until !== undefined) return daysLeft(until, period.end);
    return Math.max(whole.get(source) ?? 0, byTool.get(`${tool} ${source}`) ?? 0);
  };
}

function guessedBlindDays(use: SourceRecord['accountUse'], end: string): number {
  return use === undefined || use.last === null || use.accounts < MANY_ACCOUNTS ? 0 : daysLeft(use.last, end);
}

function daysLeft(after: string, end: string): number {
  return Math.max(0, daysBetween(after, end));
}
