import { high } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { monthlyActivity } from '../tool-activity.ts';

export const seatUtilisation = {
  meta: {
    id: 'P4.5',
    title: 'Use of paid seats',
    construct: 'P4',
    unit: 'ratio',
    shape: high(0.5, 0.85),
    grade: 'B',
    weight: 1,
    formula: 'people active in the last 30 days of the period / purchased seats of which activity is known',
    reference: 'METHOD 1 P4.5; 53 % of licences idle over 30 days in vendor data [R16]',
    source: 'accounts (template usage or a directory connector) and contracts with seats',
    requires: ['accounts', 'contracts'],
    privacy: 'usage',
    personDay: false,
    windowed: false,
  },
  measure: ({ snapshot, structure, facts }: SignalInput) => {
    const { active, unknown, seen } = monthlyActivity(snapshot);
    const paid = structure.tools.flatMap(({ id, seats }) =>
      seats.purchased !== null && seats.purchased > 0 ? [{ id, purchased: seats.purchased }] : [],
    );
    const known = paid
      .filter(({ id }) => seen.has(id))
      .map(({ id, purchased }) => {
        const seatsKnown = Math.max(0, purchased - (unknown.get(id)?.size ?? 0));
        return { id, seats: seatsKnown, active: Math.min(seatsKnown, active.get(id)?.size ?? 0) };
      });
    const seats = known.reduce((n, t) => n + t.seats, 0);
    if (seats === 0) return notConnected('No tool has both a number of purchased seats and known activity.');
    const value = known.reduce((n, t) => n + t.active, 0) / seats;
    const ids = new Set(known.map((t) => t.id));
    const accounts = snapshot.accounts.filter((a) => ids.has(a.tool));
    return measured({
      value,
      coverage: Math.min(1, seats / paid.reduce((n, t) => n + t.purchased, 0)),
      reliability: facts.reliability('accounts', 'usageDays'),
      people: facts.toolUsers(),
      words: `${percent(value)} of paid seats were used in the last month`,
      note: `${known.length} of ${paid.length} tools with paid seats.`,
      evidence: evidenceOf(accounts.map((a) => ({ evidence: a.evidence[0] ?? { source: 'accounts', row: null } }))),
    });
  },
} as const satisfies SignalUnit;
