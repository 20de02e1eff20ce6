import { addDays, daysBetween } from '../../../util/day-arithmetic.ts';
import { band } from '../../scoring/shape.ts';
import { ratioOf } from '../calendar-reading.ts';
import { deciderOf, tooFewRecords } from '../decision-facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected, notes, wilsonNote } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

const REOPEN_DAYS = 60;

export const reversals = {
  meta: {
    id: 'D2.5',
    title: 'Decisions reopened',
    construct: 'D2',
    unit: 'ratio',
    shape: band(0, 0.02, 0.1, 0.35),
    grade: 'D',
    weight: 1,
    formula: 'decisions superseded or reopened within 60 days / decisions older than 60 days at the end of the period',
    reference: 'METHOD 1 D2.5, Annex A; zero reversals also means that nobody dares',
    source: 'decision records (template decisions) with reversed',
    requires: ['decisions'],
    privacy: 'none',
    personDay: false,
    windowed: false,
  },
  measure: (input: SignalInput) => {
    const { decisions, period } = input.snapshot;
    if (decisions.every((d) => d.reversed === null)) {
      return notConnected('No record carries a date of reversal; whether none was reversed cannot be told.');
    }
    const settledBy = addDays(period.end, -REOPEN_DAYS);
    const old = decisions.flatMap((d) =>
      d.decided !== null && d.decided < settledBy ? [{ ...d, decided: d.decided }] : [],
    );
    const few = tooFewRecords(old);
    if (few !== null) return few;
    const rows = old.map((d) => ({
      person: deciderOf(d),
      numerator: d.reversed !== null && daysBetween(d.decided, d.reversed) <= REOPEN_DAYS ? 1 : 0,
      denominator: 1,
    }));
    const value = ratioOf(rows) ?? 0;
    return measured({
      value,
      reliability: input.facts.reliability('decisions'),
      words: `${percent(value)} of decisions were reopened within ${REOPEN_DAYS} days`,
      note: notes(
        wilsonNote(rows.filter((r) => r.numerator === 1).length, rows.length, 'decisions'),
        'All records on file that are old enough, not only those of the window.',
      ),
      evidence: evidenceOf(old),
      sample: { kind: 'ratio', rows },
    });
  },
} as const satisfies SignalUnit;
