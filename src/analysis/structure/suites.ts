import type { CapabilityVector } from '../../model/capability.ts';
import type { Tool } from '../../model/snapshot.ts';

/** What a tool's activity can stand for, and whether that is only inferred. */
export interface CountedCapabilities {
  /** Strengths 2 and 3 of the capabilities that its activity is split over. */
  readonly vector: CapabilityVector;
  /** A suite seen without its members: which part was used is not known. */
  readonly inferred: boolean;
}

/** Bought for this many jobs at once, a product is a suite although no member of it was seen by name. Grade D. */
const SUITE_BREADTH = 5;

/**
 * A suite whose members are in the snapshot counts through them alone, so nothing is counted twice; a suite seen
 * without members counts for what it is bought for; any other tool for strengths 2 and 3 (METHOD 6a.18).
 */
export function countedCapabilities(tool: Tool, known: ReadonlySet<string>): CountedCapabilities {
  if (tool.members.length > 0) return { vector: {}, inferred: false };
  const inferred = isBroad(tool);
  const entries = Object.entries(tool.capabilities).filter(
    ([id, strength]) => known.has(id) && strength >= (inferred ? 3 : 2),
  );
  return { vector: Object.fromEntries(entries), inferred };
}

/** A suite and its member, or two members of one suite: parts of one purchase, never an overlap of tools. */
export function sameSuite(a: Tool, b: Tool): boolean {
  return a.suite === b.id || b.suite === a.id || (a.suite !== null && a.suite === b.suite);
}

function isBroad(tool: Tool): boolean {
  if (tool.capabilityOrigin !== 'catalogue') return false;
  return Object.values(tool.capabilities).filter((strength) => strength === 3).length >= SUITE_BREADTH;
}
