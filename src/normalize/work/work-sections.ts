import type { Collection } from '../../model/observation.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { WorkspaceConfig } from '../../model/workspace-config.ts';
import type { ByKind } from '../by-kind.ts';
import type { FileOf } from '../files.ts';
import type { Convert } from '../money/convert.ts';
import type { PeopleSection } from '../people/people-section.ts';
import type { ToolSection } from '../tools/tool-section.ts';
import { boardsOf, processesOf } from './boards.ts';
import { deliveriesOf, requestsOf } from './deliveries.ts';
import { documentsOf, homesOf } from './homes.ts';
import { integrationsOf } from './integrations.ts';
import { knownTools } from './known-tool.ts';
import { meetingsOf } from './meetings.ts';
import { decisionsOf, workItemsOf } from './records.ts';
import { onboardingOf, responsesOf } from './responses.ts';
import { rolloutsOf } from './rollouts.ts';
import { messagesOf, needsOf, surveyOf, wikiWeeksOf, writingOf } from './team-figures.ts';

interface Context {
  readonly collection: Collection;
  readonly config: WorkspaceConfig;
  readonly kinds: ByKind;
  readonly who: PeopleSection;
  readonly names: ToolSection;
  readonly fileOf: FileOf;
  readonly convert: Convert;
}

type WorkSections = Pick<
  Snapshot,
  | 'integrations'
  | 'meetings'
  | 'messages'
  | 'documents'
  | 'workItems'
  | 'decisions'
  | 'homes'
  | 'needs'
  | 'survey'
  | 'responses'
  | 'deliveries'
  | 'requests'
  | 'boards'
  | 'wikiWeeks'
  | 'onboarding'
  | 'processes'
  | 'rollouts'
  | 'writing'
>;

/** How work flows: what is joined, met about, written, tracked, decided and said. */
export function workSections({ collection, config, kinds, who, names, fileOf, convert }: Context): WorkSections {
  const { indexer, team, people } = who;
  const knownTool = knownTools(names.resolve, new Set(names.tools.map((tool) => tool.id)));
  const records = { sources: collection.sources, fileOf, indexer, team };
  return {
    integrations: integrationsOf(kinds.integration, names.place, config.period.end, fileOf),
    meetings: meetingsOf(kinds.meeting, indexer, people, fileOf),
    messages: messagesOf(kinds.messages, team, fileOf),
    documents: documentsOf(kinds.document, knownTool, indexer, fileOf),
    workItems: workItemsOf(kinds['work-item'], records),
    decisions: decisionsOf(kinds.decision, records),
    homes: homesOf(kinds.home, knownTool, fileOf),
    needs: needsOf(kinds.need, team, fileOf),
    survey: surveyOf(kinds['survey-answer'], team, fileOf),
    responses: responsesOf(kinds.response, records),
    deliveries: deliveriesOf(kinds.delivery, records),
    requests: requestsOf(kinds.request, records, convert, config.period.end),
    boards: boardsOf(kinds.board, records),
    wikiWeeks: wikiWeeksOf(kinds['wiki-week'], team, fileOf),
    onboarding: onboardingOf(kinds.onboarding, records),
    processes: processesOf(kinds.process, records),
    rollouts: rolloutsOf(kinds.rollout, knownTool, fileOf),
    writing: writingOf(kinds.writing, team, fileOf),
  };
}
