import { capability } from './capability.ts';
import { change } from './change.ts';
import { group, plan } from './consolidation.ts';
import { construct } from './construct.ts';
import { decision } from './decision.ts';
import { integrations, messageNoise, shadow, singleSource } from './estate-figures.ts';
import type { Explainer } from './explanation.ts';
import { figure } from './figures.ts';
import { finding } from './finding.ts';
import { fragmentationPart } from './fragmentation-part.ts';
import { legacyTrait } from './legacy-trait.ts';
import { metric } from './metric.ts';
import { overall, sensitivity } from './overall.ts';
import { pair } from './pair.ts';
import { gap, notAssessed, source } from './records.ts';
import { signal } from './signal.ts';
import { team } from './team.ts';
import { tool } from './tool.ts';
import { transition } from './transition.ts';

/** Every kind of id, in the order in which one wins that several share. */
export const explainers: readonly Explainer[] = [
  finding,
  decision,
  tool,
  capability,
  pair,
  figure,
  signal,
  construct,
  overall,
  metric,
  integrations,
  singleSource,
  shadow,
  messageNoise,
  legacyTrait,
  fragmentationPart,
  sensitivity,
  team,
  source,
  gap,
  group,
  plan,
  transition,
  change,
  notAssessed,
];
