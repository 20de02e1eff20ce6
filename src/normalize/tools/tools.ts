import type { Capability } from '../../model/capability.ts';
import type { Evidence, Gap } from '../../model/evidence.ts';
import type { SourceRecord } from '../../model/observation.ts';
import type { Decisions } from '../../model/policy.ts';
import { type Listing, SourceKind, type Tool } from '../../model/snapshot.ts';
import { textOrder } from '../../util/text-order.ts';
import { fold } from '../fold.ts';
import { sortedUnique } from '../in-order.ts';
import { type Declared, readDeclared, unknownCapabilityGap } from './declared-capabilities.ts';
import type { ToolDraft } from './drafts.ts';
import { suitesPresent, withSuites } from './suites.ts';

interface Context {
  readonly capabilities: readonly Capability[];
  readonly overrides: Decisions['overrides'];
  readonly sources: readonly SourceRecord[];
}

/** METHOD 6a.17. What is seen in neither the inventory nor a contract is shadow, wherever else it was seen. */
function listingOf(seenIn: ReadonlySet<SourceKind>): Listing {
  if (seenIn.has('inventory')) return 'listed';
  return seenIn.has('contract') ? 'unlisted' : 'shadow';
}

/** Of one name the last row that declares any, since a later file knows more; several names of a tool add up. */
function inventoryCapabilities(draft: ToolDraft): readonly string[] {
  const byName = new Map<string, readonly string[]>();
  for (const { tool, capabilities } of draft.inventory) {
    if (capabilities !== null && capabilities.length > 0) byName.set(fold(tool.name), capabilities);
  }
  return [...byName.values()].flat();
}

function declaredOf(draft: ToolDraft, { capabilities, overrides }: Context): Declared {
  const names = new Set([draft.identity.id, draft.identity.name, ...draft.rawNames].map(fold));
  const override = overrides.findLast((entry) => entry.capabilities !== undefined && names.has(fold(entry.tool)));
  const inventory = readDeclared(inventoryCapabilities(draft), capabilities);
  if (override?.capabilities === undefined) return inventory;
  const decided = readDeclared(Object.keys(override.capabilities), capabilities);
  const strengths = new Map(Object.entries(override.capabilities).map(([id, strength]) => [fold(id), strength]));
  const vector = Object.fromEntries(
    Object.entries(decided.vector).map(([id, strength]) => [id, strengths.get(fold(id)) ?? strength]),
  );
  return { vector, unknown: sortedUnique([...inventory.unknown, ...decided.unknown]) };
}

/** The last inventory row that says anything: a later file knows more. */
function lastSaid(draft: ToolDraft, field: 'department' | 'purpose' | 'status' | 'vendor'): string | null {
  return draft.inventory.findLast((row) => row[field] !== null)?.[field] ?? null;
}

function inSourceOrder(evidence: readonly Evidence[], sources: readonly SourceRecord[]): Evidence[] {
  const order = new Map(sources.map((source, position) => [source.id, position]));
  const position = (at: Evidence) => order.get(at.source) ?? sources.length;
  const unique = new Map(evidence.map((at) => [`${at.source}\u0000${at.row}`, at]));
  return [...unique.values()].sort((a, b) => position(a) - position(b) || (a.row ?? 0) - (b.row ?? 0));
}

function toolOf(draft: ToolDraft, declared: Declared, sources: readonly SourceRecord[]): Tool {
  const { id, name, product, entry, vendor } = draft.identity;
  const isDeclared = Object.keys(declared.vector).length > 0;
  const capabilities = isDeclared ? declared.vector : (entry?.capabilities ?? {});
  const origin = Object.keys(capabilities).length > 0 ? 'catalogue' : 'unknown';
  return {
    id,
    name,
    product,
    vendor: vendor ?? lastSaid(draft, 'vendor') ?? [...draft.vendors][0] ?? null,
    rawNames: sortedUnique(draft.rawNames),
    formerNames: sortedUnique(draft.formerNames),
    capabilities,
    capabilityOrigin: isDeclared ? 'declared' : origin,
    traits: entry?.traits ?? {},
    sso: entry?.sso ?? null,
    scim: entry?.scim ?? null,
    billingKind: entry?.billingKind ?? null,
    suite: null,
    members: [],
    instances: sortedUnique(draft.instances),
    seenIn: SourceKind.options.filter((kind) => draft.seenIn.has(kind)),
    listing: listingOf(draft.seenIn),
    department: lastSaid(draft, 'department'),
    purpose: lastSaid(draft, 'purpose'),
    status: lastSaid(draft, 'status'),
    evidence: inSourceOrder(draft.evidence, sources),
  };
}

/** Tools by id, each with at most `EVIDENCE_PER_TOOL` places of evidence, and a gap for capabilities nobody knows. */
export function toolsOf(drafts: ReadonlyMap<string, ToolDraft>, context: Context): { tools: Tool[]; gaps: Gap[] } {
  const gaps: Gap[] = [];
  const tools: Tool[] = [];
  for (const draft of [...drafts.values()].sort((a, b) => textOrder(a.identity.id, b.identity.id))) {
    const declared = declaredOf(draft, context);
    tools.push(toolOf(draft, declared, context.sources));
    if (declared.unknown.length > 0) gaps.push(unknownCapabilityGap(draft.identity, declared.unknown));
  }
  return { tools: withSuites(tools, suitesPresent(drafts)), gaps };
}
