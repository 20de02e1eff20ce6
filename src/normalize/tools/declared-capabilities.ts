import type { Capability, CapabilityVector } from '../../model/capability.ts';
import type { Gap } from '../../model/evidence.ts';
import { fold } from '../fold.ts';
import { sortedUnique } from '../in-order.ts';

export interface Declared {
  /** Empty = nothing that the taxonomy knows was declared. */
  readonly vector: CapabilityVector;
  /** As written, sorted. */
  readonly unknown: readonly string[];
}

/**
 * Declared capabilities replace the catalogue's (METHOD 6a.3). What a client declares is what the tool is there for,
 * hence strength 3. Ids count, and so do the taxonomy's names for them.
 */
export function readDeclared(texts: readonly string[], capabilities: readonly Capability[]): Declared {
  const ids = new Map(
    capabilities.flatMap((entry) => [
      [fold(entry.name), entry.id],
      [fold(entry.id), entry.id],
    ]),
  );
  const found = sortedUnique(texts.flatMap((text) => ids.get(fold(text)) ?? []));
  const unknown = sortedUnique(texts.filter((text) => !ids.has(fold(text))).map((text) => text.trim()));
  return { vector: Object.fromEntries(found.map((id) => [id, 3 as const])), unknown };
}

export function unknownCapabilityGap(
  tool: { readonly id: string; readonly name: string },
  ids: readonly string[],
): Gap {
  return {
    id: `unknown-capability-${tool.id}`,
    section: 'tools',
    title: `Declared capabilities of ${tool.name} that the catalogue does not know: ${ids.join(', ')}`,
    why: 'They are left out of every figure, since no other tool can be compared by them.',
    wouldSupply:
      'Ids of the capability taxonomy, as `unsprawl catalog` lists them, in the inventory or in decisions.yaml.',
  };
}
