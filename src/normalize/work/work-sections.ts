import type { Collection } from '../../model/observation.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { WorkspaceConfig } from '../../model/workspace-config.ts';
import type { ByKind } from '../by-kind.ts';
import type { FileOf } from '../files.ts';
import type { PeopleSection } from '../people/people-section.ts';
import type { ToolSection } from '../tools/tool-section.ts';
import { documentsOf, homesOf, homeTools } from './homes.ts';
import { integrationsOf } from './integrations.ts';
import { meetingsOf } from './meetings.ts';
import { decisionsOf, workItemsOf } from './records.ts';
import { messagesOf, needsOf, surveyOf } from './team-figures.ts';

interface Context {
  readonly collection: Collection;
  readonly config: WorkspaceConfig;
  readonly kinds: ByKind;
  readonly who: PeopleSection;
  readonly names: ToolSection;
  readonly fileOf: FileOf;
}

type WorkSections = Pick<
  Snapshot,
  'integrations' | 'meetings' | 'messages' | 'documents' | 'workItems' | 'decisions' | 'homes' | 'needs' | 'survey'
>;

/** How work flows: what is joined, met about, written, tracked, decided and said. */
export function workSections({ collection, config, kinds, who, names, fileOf }: Context): WorkSections {
  const { indexer, team, people } = who;
  const homeTool = homeTools(names.resolve, new Set(names.tools.map((tool) => tool.id)));
  const records = { sources: collection.sources, fileOf, indexer, team };
  const afterHoursAllowed = config.privacy.profile === 'standard';
  return {
    integrations: integrationsOf(kinds.integration, names.place, config.period.end, fileOf),
    meetings: meetingsOf(kinds.meeting, indexer, people, fileOf),
    messages: messagesOf(kinds.messages, team, fileOf, afterHoursAllowed),
    documents: documentsOf(kinds.document, homeTool, indexer, fileOf),
    workItems: workItemsOf(kinds['work-item'], records),
    decisions: decisionsOf(kinds.decision, records),
    homes: homesOf(kinds.home, homeTool, fileOf),
    needs: needsOf(kinds.need, team, fileOf),
    survey: surveyOf(kinds['survey-answer'], team, fileOf),
  };
}
