import { high } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const integrationCoverage = {
  meta: {
    id: 'P4.3',
    title: 'Hand-offs carried by an integration',
    construct: 'P4',
    unit: 'ratio',
    shape: high(0.3, 0.85),
    grade: 'D',
    weight: 1,
    formula: 'weekly hand-offs between pairs of tools with a live integration / weekly hand-offs',
    reference: 'METHOD 1 P4.3, 2.6, 6a.8',
    source: 'integrations (template integrations) with weekly_handoffs',
    requires: ['integrations'],
    privacy: 'none',
    personDay: false,
    windowed: false,
  },
  measure: ({ snapshot, structure, facts }: SignalInput) => {
    const { direct, path } = structure.integrations.needCoverage;
    if (direct === null) return notConnected('No hand-offs between tools are declared, so the need is unknown.');
    const { nodes, noData } = structure.integrations;
    return measured({
      value: direct,
      coverage: nodes.length / Math.max(1, nodes.length + noData.length),
      reliability: facts.reliability('integrations'),
      words: `${percent(direct)} of the hand-offs between tools run over a live integration`,
      note: path === null ? null : `${percent(path)} with one tool in between.`,
      evidence: evidenceOf(snapshot.integrations),
    });
  },
} as const satisfies SignalUnit;
