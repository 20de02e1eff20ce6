import type { AuditTool } from '../../model/audit/structure.ts';
import { AsyncTrait, type AsyncTraits, type Capability } from '../../model/capability.ts';
import type { Tool } from '../../model/snapshot.ts';
import { sum } from '../metrics/sum.ts';

const WORTH = { yes: 1, limited: 0.5, no: 0 } as const;
const NEEDED = 4;

/** Mean over the traits known, 0..1, from four known on; sync-only tools have no fit (METHOD 6a.25). */
export function asyncFit(
  tool: Pick<Tool, 'traits' | 'capabilities'>,
  capabilities: readonly Capability[],
): AuditTool['asyncFit'] {
  const values = AsyncTrait.options.flatMap((trait) => worthOf(tool.traits, trait));
  const facts = { known: values.length, of: AsyncTrait.options.length };
  if (isSyncOnly(tool, capabilities)) return { ...facts, score: null, note: 'Live by nature: async fit is not asked.' };
  if (values.length < NEEDED) {
    return { ...facts, score: null, note: `${values.length} of ${facts.of} traits known, ${NEEDED} are needed.` };
  }
  return { ...facts, score: sum(values) / values.length, note: `Mean of ${values.length} of ${facts.of} traits.` };
}

function worthOf(traits: AsyncTraits, trait: AsyncTrait): readonly number[] {
  const value = traits[trait];
  return value === undefined ? [] : [WORTH[value]];
}

/** What it is bought for is all synchronous, such as video meetings or telephony. */
function isSyncOnly({ capabilities }: Pick<Tool, 'capabilities'>, known: readonly Capability[]): boolean {
  const bought = known.filter(({ id }) => capabilities[id] === 3);
  return bought.length > 0 && bought.every(({ mode }) => mode === 'sync');
}
