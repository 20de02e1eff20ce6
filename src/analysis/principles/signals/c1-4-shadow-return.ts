import { low } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected, notes } from '../reading.ts';
import { type RetiredUse, readRetiredUse } from '../retired-tool-facts.ts';
import { toolRollouts } from '../rollout-facts.ts';
import type { Reading, SignalInput, SignalUnit } from '../signal-unit.ts';

export const shadowReturn = {
  meta: {
    id: 'C1.4',
    title: 'Retired tools still in use',
    construct: 'C1',
    unit: 'ratio',
    shape: low(0, 0.2),
    grade: 'D',
    weight: 1,
    formula:
      'users of retired tools after cut-over / users in the 90 days before; where these cannot all be told / users in either, a floor',
    reference: 'METHOD 1 C1.4, Annex A',
    source:
      'cut-over dates (template rollouts), and accounts or sign-ins of the retired tools (template usage or events)',
    requires: ['rollouts', 'accounts'],
    privacy: 'usage',
    personDay: false,
    windowed: false,
  },
  measure: ({ snapshot, facts }: SignalInput): Reading => {
    const retired = toolRollouts(snapshot, 'retired-tool');
    if (retired.length === 0) return notConnected('No cut-over of a retired tool is on record.');
    const past = retired.filter((r) => r.date < snapshot.period.end);
    if (past.length === 0) return notConnected('No cut-over of a retired tool lies before the end of the period.');
    const known = past.flatMap((r) => readRetiredUse(r, snapshot) ?? []);
    if (known.length === 0)
      return notConnected('No source tells who used the retired tools before and after cut-over.');
    const before = sizeOf(known, (use) => use.before);
    if (before === 0)
      return notConnected('Nobody is known to have used a retired tool in the 90 days before cut-over.');
    const value = sizeOf(known, (use) => use.after) / before;
    const floor = known.some((use) => use.isFloor);
    return measured({
      state: floor ? 'measured-partial' : 'measured',
      value,
      coverage: coverageOf(known) * (known.length / past.length),
      reliability: Math.min(facts.reliability('accounts', 'usageDays'), facts.reliability('rollouts')),
      people: new Set(known.flatMap((use) => [...use.before, ...use.after])).size,
      words: `retired tools still have ${percent(value)} of their users`,
      note: notes(
        `${known.length} of ${past.length} retired tools.`,
        floor ? 'Who came back may not have used the tool in the 90 days before, so the share is a floor.' : null,
      ),
      evidence: evidenceOf(known.map((use) => use.rollout)),
    });
  },
} as const satisfies SignalUnit;

function sizeOf(uses: readonly RetiredUse[], of: (use: RetiredUse) => ReadonlySet<number>): number {
  return uses.reduce((n, use) => n + of(use).size, 0);
}

/** Share of the people with an account or sign-ins whose use is known. */
function coverageOf(uses: readonly RetiredUse[]): number {
  const holders = uses.reduce((n, use) => n + use.holders, 0);
  return holders === 0 ? 0 : 1 - uses.reduce((n, use) => n + use.unknown, 0) / holders;
}
