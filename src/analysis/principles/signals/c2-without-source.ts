import { low } from '../../scoring/shape.ts';
import { notConnected } from '../reading.ts';
import type { SignalUnit } from '../signal-unit.ts';
import { WITHOUT_SOURCE } from '../without-source.ts';

export const nearDuplicates = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'C2.2',
    title: 'Near-duplicate pages',
    construct: 'C2',
    unit: 'ratio',
    shape: low(0.02, 0.2),
    grade: 'D',
    formula: 'pages in a cluster with 5-shingle similarity of 0.8 or more, beyond the first / pages',
    reference: 'METHOD 1 C2.2, Annex A',
    source: 'wiki connector that compares pages in place',
    privacy: 'none',
    windowed: false,
  },
  measure: () => notConnected('No source compares the text of pages.'),
} as const satisfies SignalUnit;

export const timeToFind = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'C2.5',
    title: 'Time to find',
    construct: 'C2',
    unit: 'min',
    shape: low(1, 8),
    grade: 'D',
    formula: 'median time from first query to last click in a search session',
    reference: 'METHOD 1 C2.5, Annex A',
    source: 'search analytics of the wiki',
  },
  measure: () => notConnected('No source tells how long searches take.'),
} as const satisfies SignalUnit;
