import { high } from '../../scoring/shape.ts';
import { notConnected } from '../reading.ts';
import type { SignalUnit } from '../signal-unit.ts';
import { WITHOUT_SOURCE } from '../without-source.ts';

export const freshStatus = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'D3.1',
    title: 'Status kept up to date',
    construct: 'D3',
    unit: 'ratio',
    shape: high(0.3, 0.8),
    grade: 'D',
    formula: 'open items with a change of status, assignee or field in the last 7 days / open items',
    reference: 'METHOD 1 D3.1, Annex A; visual management [R20]',
    source: 'issue tracker connector with change dates',
  },
  measure: () => notConnected('No source tells when an item was last changed.'),
} as const satisfies SignalUnit;

export const workInTracker = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'D3.2',
    title: 'Work found in the tracker',
    construct: 'D3',
    unit: 'ratio',
    shape: high(0.3, 0.9),
    grade: 'D',
    formula: 'merged changes and published documents with an item key / all of them',
    reference: 'METHOD 1 D3.2, Annex A',
    source: 'code-review and wiki connectors with item keys',
  },
  measure: () => notConnected('No source links finished work to items.'),
} as const satisfies SignalUnit;

export const openBoards = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'D3.3',
    title: 'Boards open to everybody',
    construct: 'D3',
    unit: 'ratio',
    shape: high(0.2, 0.8),
    grade: 'D',
    formula: 'boards or projects that the whole organisation can read / active boards',
    reference: 'METHOD 1 D3.3, Annex A',
    source: 'issue tracker connector with permissions',
    privacy: 'none',
  },
  measure: () => notConnected('No source tells who can read a board.'),
} as const satisfies SignalUnit;
