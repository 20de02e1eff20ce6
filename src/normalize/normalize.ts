import type { Collection } from '../model/observation.ts';
import type { Decisions } from '../model/policy.ts';
import type { Catalogue } from '../model/product.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { WorkspaceConfig } from '../model/workspace-config.ts';
import { byKind } from './by-kind.ts';
import { rateGaps, zoneGaps } from './condition-gaps.ts';
import { effectivePrivacy, withheldGaps } from './effective-privacy.ts';
import { filesOf } from './files.ts';
import { moneySections } from './money/money-sections.ts';
import { spendGaps } from './money/spend-gaps.ts';
import { teamsOf } from './people/people.ts';
import { peopleSection } from './people/people-section.ts';
import { reconciliationSection } from './reconciliation/reconciliation-section.ts';
import { sectionGaps } from './section-gaps.ts';
import { toolSection } from './tools/tool-section.ts';
import { usageSections } from './usage/usage-sections.ts';
import { workSections } from './work/work-sections.ts';

export interface NormalizeInput {
  readonly collection: Collection;
  readonly config: WorkspaceConfig;
  /** With the answers of `decisions.names` already in it. */
  readonly catalogue: Catalogue;
  readonly decisions: Decisions;
}

/**
 * Observations -> snapshot: who is who, which names are one tool, what counts once, what is missing. Every row of every
 * source is in exactly one bucket of the reconciliation, or InternalError is thrown. Pure; indices and order depend on
 * the order of the collection and on public names alone, never on the key of the pseudonyms.
 */
export function normalize(input: NormalizeInput): Snapshot {
  const { collection, config, catalogue } = input;
  const { organisation, period, privacy } = config;
  const kinds = byKind(collection.observations);
  const fileOf = filesOf(collection.sources);
  const who = peopleSection(collection, config, kinds);
  const names = toolSection(input, kinds, fileOf);
  const money = moneySections(organisation.currency, kinds, names, fileOf);
  const reconciliation = reconciliationSection(collection, kinds, names, money.spend, fileOf);
  const gaps = [
    ...collection.gaps,
    ...sectionGaps(kinds, collection.sources, collection.gaps),
    ...names.gaps,
    ...zoneGaps(who.people),
    ...rateGaps(reconciliation.unconverted),
    ...spendGaps(kinds.spend, collection.sources, period),
    ...withheldGaps(privacy),
  ];
  return {
    schema: 'unsprawl/snapshot@1',
    organisation,
    period,
    asOf: config.as_of ?? period.end,
    fiscalYearStart: config.fiscal_year_start,
    privacy: effectivePrivacy(privacy),
    sources: collection.sources,
    gaps,
    rejected: collection.rejected,
    reconciliation,
    openNames: names.openNames,
    capabilities: [...catalogue.capabilities],
    teams: teamsOf(who.people, period),
    people: who.people,
    tools: names.tools,
    ...usageSections(config, kinds, who, names.place, fileOf),
    ...money,
    ...workSections({ collection, config, kinds, who, names, fileOf }),
  };
}
