import type { Structure } from '../model/audit/structure.ts';
import type { Policy } from '../model/policy.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { findAll } from './findings/registry.ts';
import { auditTools } from './structure/audit-tools.ts';
import { auditCapabilities } from './structure/capabilities.ts';
import { activityCube } from './structure/cube.ts';
import { integrationGraph } from './structure/integrations.ts';
import { exceptionsOf } from './structure/intended.ts';
import { toolPairs } from './structure/pairs.ts';
import { peopleSection } from './structure/people.ts';
import { singleSource } from './structure/single-source.ts';
import { estateUse } from './structure/tool-use.ts';

/** Permutations of people over teams that correct the divergence (METHOD 2.5). */
const DRAWS = 200;

/**
 * What the metrics say about the estate, exact and not yet suppressed: it must pass through privacy before anyone reads
 * it. The same snapshot, policy and seed give the same result.
 */
export function analyseStructure(snapshot: Snapshot, policy: Policy, { seed }: { readonly seed: number }): Structure {
  const use = estateUse(snapshot);
  const cube = activityCube(snapshot, use);
  const exceptions = exceptionsOf(policy, snapshot.tools, snapshot.asOf);
  const tools = auditTools(snapshot, policy, use);
  const permutations = { draws: DRAWS, seed };
  const sections = {
    tools,
    capabilities: auditCapabilities({ snapshot, cube, tools, exceptions, permutations }),
    pairs: toolPairs(snapshot, cube, use),
    integrations: integrationGraph(snapshot),
    singleSource: singleSource(snapshot),
    people: peopleSection(snapshot, tools, use),
  };
  return { ...sections, findings: findAll({ snapshot, policy, sections, use, cube, exceptions }) };
}
