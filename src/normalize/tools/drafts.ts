import type { Evidence } from '../../model/evidence.ts';
import type { ObservationOf } from '../../model/observation.ts';
import type { SourceKind } from '../../model/snapshot.ts';
import type { PlaceName } from '../names/place-names.ts';
import type { ToolIdentity } from '../names/resolve-names.ts';
import type { Sighting } from '../names/sightings.ts';

/** Evidence kept per tool: enough to walk back to, without a row for every sign-in. */
export const EVIDENCE_PER_TOOL = 50;

type ToolSeen = ObservationOf<'tool-seen'>;

/** What all sightings of one tool say together. */
export interface ToolDraft {
  readonly identity: ToolIdentity;
  readonly rawNames: Set<string>;
  readonly formerNames: Set<string>;
  readonly instances: Set<string>;
  readonly vendors: Set<string>;
  readonly seenIn: Set<SourceKind>;
  /** Of the first `EVIDENCE_PER_TOOL` sightings, best described first. */
  readonly evidence: Evidence[];
  readonly inventory: ToolSeen[];
}

function draftOf(identity: ToolIdentity): ToolDraft {
  return {
    identity,
    rawNames: new Set(),
    formerNames: new Set(),
    instances: new Set(),
    vendors: new Set(),
    seenIn: new Set(),
    evidence: [],
    inventory: [],
  };
}

function note(draft: ToolDraft, sighting: Sighting, identity: ToolIdentity): void {
  draft.rawNames.add(sighting.raw.name.trim());
  draft.seenIn.add(sighting.seen);
  if (identity.formerName !== null) draft.formerNames.add(identity.formerName);
  if (identity.instance !== null) draft.instances.add(identity.instance);
  if (identity.vendor !== null) draft.vendors.add(identity.vendor);
  if (draft.evidence.length < EVIDENCE_PER_TOOL) draft.evidence.push(sighting.at);
}

/** Tool id -> draft, in the order of first sighting. */
export function draftTools(
  sightings: readonly Sighting[],
  place: PlaceName,
  inventory: readonly ToolSeen[],
): ReadonlyMap<string, ToolDraft> {
  const drafts = new Map<string, ToolDraft>();
  for (const sighting of sightings) {
    const identity = place(sighting).tool;
    if (identity === null) continue;
    const draft = drafts.get(identity.id) ?? draftOf(identity);
    drafts.set(identity.id, draft);
    note(draft, sighting, identity);
  }
  for (const row of inventory) {
    const identity = place({ raw: row.tool, proves: true }).tool;
    if (identity !== null) drafts.get(identity.id)?.inventory.push(row);
  }
  return drafts;
}
