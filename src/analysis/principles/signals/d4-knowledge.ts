import { high, low } from '../../scoring/shape.ts';
import { notConnected } from '../reading.ts';
import type { SignalUnit } from '../signal-unit.ts';
import { WITHOUT_SOURCE } from '../without-source.ts';
import { freshness, measureFreshness } from './p2-2-freshness.ts';

export const freshKnowledge = {
  meta: { ...freshness.meta, id: 'D4.1', construct: 'D4', reference: 'METHOD 1 D4.1, as P2.2' },
  measure: measureFreshness,
} as const satisfies SignalUnit;

export const busFactor = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'D4.2',
    title: 'Pages that one person keeps',
    construct: 'D4',
    unit: 'ratio',
    shape: low(0.15, 0.6),
    grade: 'D',
    formula: 'critical pages with at least 80 % of edits by one person / critical pages',
    reference: 'METHOD 1 D4.2, Annex A',
    source: 'wiki connector with edit history',
  },
  measure: () => notConnected('No source tells who edited a page how often.'),
} as const satisfies SignalUnit;

export const searchSuccess = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'D4.3',
    title: 'Searches that find',
    construct: 'D4',
    unit: 'ratio',
    shape: high(0.3, 0.7),
    grade: 'B',
    formula: 'search sessions with a click and no new query within 60 s / sessions',
    reference: 'METHOD 1 D4.3, Annex A; 55 % find it hard to track information down [R21]',
    source: 'search analytics of the wiki',
  },
  measure: () => notConnected('No source tells how searches end.'),
} as const satisfies SignalUnit;

export const repeatedQuestions = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'D4.4',
    title: 'Repeated questions',
    construct: 'D4',
    unit: 'ratio',
    shape: low(0.05, 0.25),
    grade: 'D',
    formula: 'questions that resemble one of the 90 days before (shingle similarity of 0.6 or more) / questions',
    reference: 'METHOD 1 D4.4, Annex A; off by default, METHOD 5',
    source: 'chat connector with questions compared in place, by choice of the organisation',
  },
  measure: () => notConnected('Off by default: comparing questions reads what people write.'),
} as const satisfies SignalUnit;

export const onboardingRead = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'D4.5',
    title: 'Onboarding pages read',
    construct: 'D4',
    unit: 'ratio',
    shape: high(0.3, 0.8),
    grade: 'D',
    formula: 'required onboarding pages opened by day 14 / required pages, mean over joiners',
    reference: 'METHOD 1 D4.5, Annex A',
    source: 'wiki connector with view analytics, and a list of required pages',
  },
  measure: () => notConnected('No source tells which pages joiners open.'),
} as const satisfies SignalUnit;
