import type { Structure } from '../model/audit/structure.ts';
import type { Policy } from '../model/policy.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { findAll } from './findings/registry.ts';
import type { FindingContext, ScoredProfile } from './findings/rule.ts';
import { gatherFacts } from './principles/facts.ts';
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

interface Options {
  readonly seed: number;
}

/** The measured estate, and what findings about it are made from. */
export type Estate = Omit<FindingContext, 'profile'>;

/**
 * What the metrics say about the estate, exact and not yet suppressed: it must pass through privacy before anyone reads
 * it. The same snapshot, policy and seed give the same result.
 */
export function measureEstate(snapshot: Snapshot, policy: Policy, { seed }: Options): Estate {
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
  return { snapshot, policy, sections, use, cube, exceptions, facts: gatherFacts(snapshot) };
}

/** The estate with its findings, those about the way of working too where a profile is given. */
export function withFindings(estate: Estate, profile: ScoredProfile | null): Structure {
  return { ...estate.sections, findings: findAll({ ...estate, profile }) };
}

/** The estate and its findings from the tools alone, without the way of working. */
export function analyseStructure(snapshot: Snapshot, policy: Policy, options: Options): Structure {
  return withFindings(measureEstate(snapshot, policy, options), null);
}
