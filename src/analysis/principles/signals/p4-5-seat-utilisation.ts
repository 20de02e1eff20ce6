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
    const { active, unknown, idle, seen } = monthlyActivity(snapshot);
    const paid = structure.tools.flatMap(({ id, seats }) =>
      seats.purchased !== null && seats.purchased > 0
        ? [{ id, purchased: seats.purchased, isListed: seats.assigned !== null }]
        : [],
    );
    const mostUsed = paid.reduce(
      (n, { id, purchased: all }) =>
        n + Math.max(Math.min(all, active.get(id)?.size ?? 0), all - (idle.get(id)?.size ?? 0)),
      0,
    );
    const known = paid
      // Sign-ins alone show who uses a seat and never who does not: of such a tool no share can be told.
      .filter(({ id, isListed }) => seen.has(id) && (isListed || (idle.get(id)?.size ?? 0) > 0))
      .map(({ id, purchased, isListed }) => {
        const told = (active.get(id)?.size ?? 0) + (idle.get(id)?.size ?? 0);
        // Where no source lists who holds a seat, whoever was not seen may hold one, and use it, all the same.
        const open = isListed ? (unknown.get(id)?.size ?? 0) : purchased - told;
        const seatsKnown = Math.min(purchased, Math.max(0, purchased - open));
        return { id, seats: seatsKnown, active: Math.min(seatsKnown, active.get(id)?.size ?? 0) };
      });
    const seats = known.reduce((n, t) => n + t.seats, 0);
    if (seats === 0)
      return notConnected('No tool has a number of purchased seats and a list of who holds and uses them.');
    const value = known.reduce((n, t) => n + t.active, 0) / seats;
    const used = paid.reduce((n, t) => n + Math.min(t.purchased, active.get(t.id)?.size ?? 0), 0);
    const purchased = paid.reduce((n, t) => n + t.purchased, 0);
    const ids = new Set(known.map((t) => t.id));
    const accounts = snapshot.accounts.filter((a) => ids.has(a.tool));
    return measured({
      value,
      coverage: Math.min(1, seats / purchased),
      // As long as some seats are not told of, another list may show that any but those told to be idle are used.
      ...(seats < purchased ? { range: [used / purchased, mostUsed / purchased] as const } : {}),
      reliability: facts.reliability('accounts', 'usageDays'),
      people: facts.toolUsers(),
      words: `${percent(value)} of paid seats were used in the last month`,
      note: `${known.length} of ${paid.length} tools with paid seats.`,
      evidence: evidenceOf(accounts.map((a) => ({ evidence: a.evidence[0] ?? { source: 'accounts', row: null } }))),
    });
  },
} as const satisfies SignalUnit;
