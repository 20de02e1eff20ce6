import type { Metric } from '../metric.ts';
import { outcomeOf } from '../metric.ts';

export const singleSourceByVolume = {
  meta: {
    id: 'single-source-by-volume',
    title: 'Records in their agreed home, by volume',
    unit: '0..1',
    direction: 'higher is better',
    grade: 'D',
    formula: 'records in the agreed home / all records of kinds with a home',
    reference: 'METHOD 2.8, 6a.12',
    requires: ['homes', 'documents'],
  },
  measure: ({ structure }) =>
    outcomeOf(
      structure.singleSource.byVolume,
      1,
      'Records of a kind with a declared home',
      'homes and documents (templates homes, documents)',
    ),
} as const satisfies Metric<'homes' | 'documents'>;
