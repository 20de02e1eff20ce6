import { wantsHome } from '../structure/single-source.ts';
import { makeFinding } from './make-finding.ts';
import type { FindingRule } from './rule.ts';
import { listWords, numberOf } from './words.ts';

export const noHome = {
  meta: {
    id: 'no-home',
    title: 'Records without an agreed home',
    condition:
      'Decisions, SOPs, project status, customer records or contracts were seen, and no home is declared for their kind.',
    reference: 'METHOD 2.8',
    step: 3,
  },
  find({ sections }) {
    const homeless = sections.singleSource.byType.filter(
      ({ type, home, total }) => home === null && total > 0 && wantsHome(type),
    );
    if (homeless.length === 0) return [];
    const objects = homeless.reduce((total, row) => total + row.total, 0);
    const kinds = numberOf(homeless.length, 'kind of record has', 'kinds of record have');
    return [
      makeFinding(
        {
          rule: 'no-home',
          title: `${kinds} no agreed home: ${listWords(homeless.map(({ type }) => type.replaceAll('_', ' ')))} (${numberOf(objects, 'record', 'records')})`,
          severity: 'look',
          because: ['Without a declared home nobody can say whether a record is where it belongs.'],
        },
        [],
      ),
    ];
  },
} satisfies FindingRule;
