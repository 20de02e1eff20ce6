import type { Collection } from '../model/observation.ts';
import type { Decisions } from '../model/policy.ts';
import type { Catalogue } from '../model/product.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { WorkspaceConfig } from '../model/workspace-config.ts';
import { type ByKind, byKind } from './by-kind.ts';
import { rateGaps, zoneGaps } from './condition-gaps.ts';
import { effectivePrivacy, withheldGaps } from './effective-privacy.ts';
import { type FileOf, filesOf } from './files.ts';
import { converter } from './money/convert.ts';
import { moneySections } from './money/money-sections.ts';
import { spendGaps } from './money/spend-gaps.ts';
import { teamsOf } from './people/people.ts';
import { type PeopleSection, peopleSection } from './people/people-section.ts';
import { permitted, withheldSections } from './permitted.ts';
import { reconciliationSection } from './reconciliation/reconciliation-section.ts';
import { sectionGaps } from './section-gaps.ts';
import { type ToolSection, toolSection } from './tools/tool-section.ts';
import { accountUse } from './usage/account-use.ts';
import {
  assertCounted,
  type CountedUsage,
  type LogNumbers,
  NOTHING_COUNTED,
  type NumberedEvent,
  numberedEvents,
  numbersOf,
  undatedRows,
} from './usage/counted-usage.ts';
import { eventsOnce, usageSections } from './usage/usage-sections.ts';
import { workSections } from './work/work-sections.ts';

export interface NormalizeInput {
  readonly collection: Collection;
  readonly config: WorkspaceConfig;
  /** With the answers of `decisions.names` already in it. */
  readonly catalogue: Catalogue;
  readonly decisions: Decisions;
}

/** Who and what is named, before anything is counted: the usage engine counts by these numbers. */
export interface Placed {
  readonly kinds: ByKind;
  readonly fileOf: FileOf;
  readonly who: PeopleSection;
  readonly names: ToolSection;
}

/** Observations -> who is who and which names are one tool. */
export function place(input: NormalizeInput): Placed {
  const { collection, config } = input;
  const observations = permitted(collection.observations, config.privacy);
  const kinds = byKind(observations);
  const fileOf = filesOf(collection.sources);
  return { kinds, fileOf, who: peopleSection(observations, config, kinds), names: toolSection(input, kinds, fileOf) };
}

/** What the usage engine needs to know: its logs and the events read row by row, under the numbers of the snapshot. */
export function usageToCount({ kinds, fileOf, who, names }: Placed): {
  readonly logs: readonly LogNumbers[];
  readonly events: readonly NumberedEvent[];
} {
  const numbers = new Map(names.tools.map(({ id }, position) => [id, position]));
  const context = { place: names.place, indexer: who.indexer, toolNumber: (id: string) => numbers.get(id) ?? -1 };
  return {
    logs: kinds['usage-log'].map((log) => numbersOf(log, context)),
    events: kinds['usage-log'].length === 0 ? [] : numberedEvents(eventsOnce(kinds, fileOf), context),
  };
}

/**
 * The snapshot: what counts once, what is missing. Every row of every source is in exactly one bucket of the
 * reconciliation, or InternalError is thrown. Pure; indices and order depend on the order of the collection and on
 * public names alone, never on the key of the pseudonyms.
 * @param counted what the usage engine made of the logs; null = there is no log, and events are counted here
 */
export function complete(
  input: NormalizeInput,
  { kinds, fileOf, who, names }: Placed,
  counted: CountedUsage | null,
): Snapshot {
  assertCounted(kinds, counted);
  const { config, catalogue } = input;
  const { organisation, period, privacy } = config;
  const usage = counted ?? NOTHING_COUNTED;
  const collection = { ...input.collection, rejected: [...input.collection.rejected, ...undatedRows(usage)] };
  const money = moneySections(organisation.currency, kinds, names, fileOf);
  const convert = converter(money.rates, organisation.currency);
  const reconciliation = reconciliationSection(collection, kinds, names, money.spend, fileOf, usage.undated);
  const gaps = [
    ...collection.gaps,
    ...sectionGaps(kinds, collection.sources, collection.gaps, withheldSections(privacy)),
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
    ...accountUse(collection.sources, kinds.account, names.place),
    gaps,
    rejected: collection.rejected,
    reconciliation,
    openNames: names.openNames,
    capabilities: [...catalogue.capabilities],
    teams: teamsOf(who.people, period),
    people: who.people,
    tools: names.tools,
    ...usageSections({ config, kinds, who, place: names.place, fileOf }, counted),
    ...money,
    ...workSections({ collection, config, kinds, who, names, fileOf, convert }),
  };
}

/** Observations -> snapshot in one step, where no log has to be counted. */
export function normalize(input: NormalizeInput): Snapshot {
  return complete(input, place(input), null);
}
