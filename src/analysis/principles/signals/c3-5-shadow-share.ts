import type { Structure } from '../../../model/audit/structure.ts';
import { low } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import { measured, notConnected, partlyMeasured } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const shadowShare = {
  meta: {
    id: 'C3.5',
    title: 'Tools outside inventory and contracts',
    construct: 'C3',
    unit: 'ratio',
    shape: low(0.05, 0.4),
    grade: 'D',
    weight: 1,
    formula: 'share of shadow tools in users and in annual cost, the larger of the two',
    reference: 'METHOD 1 C3.5, 2.8, 6a.17',
    source: 'inventory beside sign-ins (templates inventory, usage) and a card statement (template spend)',
    requires: ['tools'],
    privacy: 'usage',
    personDay: false,
    windowed: false,
  },
  measure: ({ snapshot, structure, facts }: SignalInput) => {
    if (!snapshot.tools.some((t) => t.seenIn.includes('inventory'))) {
      return notConnected('Without an inventory nothing can be called outside it.');
    }
    const byUsers = shareOfUsers(structure);
    const bySpend = shareOfCost(structure);
    const known = [byUsers, bySpend].filter((share): share is number => share !== null);
    if (known.length === 0) return notConnected('Neither users nor spend of tools are known.');
    const value = Math.max(...known);
    const parts = {
      value,
      coverage: known.length / 2,
      // Cost is a fact of contracts and payments: no group of people stands behind it.
      ...(byUsers === null ? { ofRecords: true as const } : { people: facts.toolUsers() }),
      words: `${percent(value)} of ${value === bySpend ? 'annual cost of tools' : 'tool use'} is outside inventory and contracts`,
      note: `By users ${said(byUsers)}, by annual cost ${said(bySpend)}.`,
    };
    // The larger of two is only a floor while one of them is unknown: shown, but not scored.
    if (known.length < 2) return partlyMeasured({ ...parts, reliability: facts.reliability('tools'), unscored: true });
    const reliability = Math.min(facts.reliability('accounts', 'usageDays'), facts.reliability('spend'));
    return measured({ ...parts, reliability });
  },
} as const satisfies SignalUnit;

/** User-tool pairs; tools whose users are unknown or withheld stay out. */
function shareOfUsers({ tools }: Pick<Structure, 'tools'>): number | null {
  const counted = tools.flatMap((t) =>
    typeof t.users === 'number' ? [{ shadow: t.listing === 'shadow', n: t.users }] : [],
  );
  return shareOf(counted);
}

/**
 * One annual cost per tool (METHOD 6a.21), so that what is under contract counts beside what is booked; what was booked
 * where too little is known to tell a year.
 */
function shareOfCost({ tools }: Pick<Structure, 'tools'>): number | null {
  return shareOf(
    tools.flatMap(({ listing, spend: { annual, trailing12Months, period } }) => {
      const cost = annual ?? trailing12Months ?? period;
      return cost === null ? [] : [{ shadow: listing === 'shadow', n: cost.minor }];
    }),
  );
}

function shareOf(parts: readonly { readonly shadow: boolean; readonly n: number }[]): number | null {
  const all = parts.reduce((sum, p) => sum + p.n, 0);
  const shadow = parts.reduce((sum, p) => sum + (p.shadow ? p.n : 0), 0);
  return all > 0 ? Math.min(1, Math.max(0, shadow / all)) : null;
}

function said(share: number | null): string {
  return share === null ? 'unknown' : percent(share);
}
