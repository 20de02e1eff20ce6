import { low } from '../../scoring/shape.ts';
import { figure, percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const manualHandoffs = {
  meta: {
    id: 'C3.4',
    title: 'Hand-offs done by hand',
    construct: 'C3',
    unit: 'ratio',
    shape: low(0.1, 0.6),
    grade: 'D',
    weight: 1,
    formula: 'weekly hand-offs between pairs of tools that no live integration covers / weekly hand-offs',
    reference: 'METHOD 1 C3.4, 2.6',
    source: 'integrations (template integrations) with weekly_handoffs',
    requires: ['integrations'],
    privacy: 'none',
    personDay: false,
    windowed: false,
  },
  measure: ({ snapshot, structure, facts }: SignalInput) => {
    const { manualHandoffShare: value, manualMinutesPerWeek: minutes, nodes, noData } = structure.integrations;
    if (value === null) return notConnected('No hand-offs between tools are declared, so the need is unknown.');
    return measured({
      value,
      coverage: nodes.length / Math.max(1, nodes.length + noData.length),
      reliability: facts.reliability('integrations'),
      words: `${percent(value)} of the hand-offs between tools are done by hand`,
      note: minutes === null ? null : `About ${figure(minutes / 60)} hours a week.`,
      evidence: evidenceOf(snapshot.integrations),
    });
  },
} as const satisfies SignalUnit;
