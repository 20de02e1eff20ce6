import { low } from '../../scoring/shape.ts';
import { weightedFigure } from '../capability-weights.ts';
import { percent } from '../phrases.ts';
import { measured, notConnected } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const betweenTeams = {
  meta: {
    id: 'C3.3',
    title: 'Teams that use other tools for the same job',
    construct: 'C3',
    unit: 'ratio',
    shape: low(0.1, 0.7),
    grade: 'D',
    weight: 1,
    formula:
      'sum over capabilities of share of activity x normalised divergence between teams, after permutation correction',
    reference: 'METHOD 1 C3.3, 2.5, Annex A',
    source: 'sign-ins or accounts (templates events, usage) and people list with teams',
    requires: ['tools', 'accounts', 'people'],
    privacy: 'usage',
    personDay: false,
    windowed: true,
  },
  measure: ({ structure, facts }: SignalInput) => {
    const divergence = weightedFigure(structure, facts.activityWeights(), (c) => c.normalisedDivergenceCorrected);
    if (divergence === null) return notConnected('No capability has activity of two teams in the window.');
    return measured({
      value: divergence.value,
      coverage: divergence.coverage,
      reliability: facts.reliability('accounts', 'usageDays'),
      people: facts.toolUsers(),
      words: `knowing the team tells ${percent(divergence.value)} of which tool is used for a job`,
    });
  },
} as const satisfies SignalUnit;
