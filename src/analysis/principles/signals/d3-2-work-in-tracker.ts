import { high } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected, stale, wilsonNote } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { isInWindow } from '../work-item-facts.ts';

export const workInTracker = {
  meta: {
    id: 'D3.2',
    title: 'Work found in the tracker',
    construct: 'D3',
    unit: 'ratio',
    shape: high(0.3, 0.9),
    grade: 'D',
    weight: 1,
    formula: 'merged changes and published documents of the window with an item key / those of which it is known',
    reference: 'METHOD 1 D3.2, Annex A',
    source: 'code review and wiki (template deliveries) with item',
    requires: ['deliveries'],
    privacy: 'none',
    personDay: false,
    windowed: true,
  },
  measure: ({ snapshot, facts }: SignalInput) => {
    const inWindow = snapshot.deliveries.filter((d) => isInWindow(d.date, facts.window));
    if (inWindow.length === 0) return stale('No change was merged and no document published in the window.');
    const known = inWindow.filter((d) => d.hasItem !== null);
    if (known.length === 0) return notConnected('The list of deliveries does not say which of them belong to an item.');
    const linked = known.filter((d) => d.hasItem === true).length;
    const value = linked / known.length;
    return measured({
      value,
      coverage: known.length / inWindow.length,
      reliability: facts.reliability('deliveries'),
      words: `${percent(value)} of finished work is found in the tracker`,
      note: wilsonNote(linked, known.length, 'changes and documents'),
      evidence: evidenceOf(known),
    });
  },
} as const satisfies SignalUnit;
