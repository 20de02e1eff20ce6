import type { Metric } from '../metric.ts';
import { outcomeOf } from '../metric.ts';

export const singleSourceIndex = {
  meta: {
    id: 'single-source-index',
    title: 'Records in their agreed home',
    unit: '0..1',
    direction: 'higher is better',
    grade: 'D',
    formula: 'mean over kinds of record of the share in the agreed home',
    reference: 'METHOD 2.8, 6a.12',
    requires: ['homes', 'documents'],
  },
  measure: ({ structure }) =>
    outcomeOf(
      structure.singleSource.index,
      1,
      'Records of a kind with a declared home',
      'homes and documents (templates homes, documents)',
    ),
} as const satisfies Metric<'homes' | 'documents'>;
