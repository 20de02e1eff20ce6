import { minorDigits, toMinor } from '../../../util/minor-units.ts';
import { low } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notApplicable, notConnected, notes, stale, wilsonNote } from '../reading.ts';
import type { Reading, SignalInput, SignalUnit } from '../signal-unit.ts';
import { isInWindow } from '../work-item-facts.ts';

/** The trivial limit is one day's wage (METHOD Annex A, C4.4). */
const HOURS_A_DAY = 8;

export const trivialApprovals = {
  meta: {
    id: 'C4.4',
    title: 'Approval of trivial spend',
    construct: 'C4',
    unit: 'ratio',
    shape: low(0.1, 0.6),
    grade: 'D',
    weight: 1,
    formula:
      'requests closed in the window below one day’s wage (8 x hourly wage of the policy) that needed an approval / such requests',
    reference: 'METHOD 1 C4.4, Annex A',
    source: 'procurement or cards (template requests) with closed, approval_steps and amount',
    requires: ['requests'],
    privacy: 'none',
    personDay: false,
    windowed: true,
  },
  measure: ({ snapshot, policy, facts }: SignalInput): Reading => {
    const { currency } = snapshot.organisation;
    if (snapshot.requests.every((r) => r.closed === null)) return notConnected('No request tells when it was closed.');
    const closed = snapshot.requests.filter((r) => isInWindow(r.closed, facts.window));
    if (closed.length === 0) return stale('No request was closed in the window.');
    const known = closed.flatMap((r) => (r.amount?.currency === currency ? [{ ...r, minor: r.amount.minor }] : []));
    if (known.length === 0) return notConnected('No request tells its amount in the currency of the organisation.');
    const limit = HOURS_A_DAY * policy.costs.hourly_wage.likely;
    // Money that comes back is no spend, however small.
    const trivial = known.filter((r) => r.minor >= 0 && r.minor < toMinor(limit, currency));
    if (trivial.length === 0) return notApplicable('No request is below one day’s wage.');
    const approved = trivial.filter((r) => r.approvalSteps >= 1).length;
    const value = approved / trivial.length;
    return measured({
      value,
      coverage: known.length / closed.length,
      reliability: facts.reliability('requests'),
      words: `${percent(value)} of requests below one day’s wage needed an approval`,
      note: notes(
        wilsonNote(approved, trivial.length, 'requests'),
        `Below ${limit.toFixed(minorDigits(currency))} ${currency}, as the policy has wages.`,
      ),
      evidence: evidenceOf(trivial),
    });
  },
} as const satisfies SignalUnit;
