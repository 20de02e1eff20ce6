import type { Observation, ObservationOf } from '../model/observation.ts';

type Kind = Observation['kind'];

/** Observations sorted into one list per kind; inside a list the order of the collection is kept. */
export type ByKind = { readonly [K in Kind]: readonly ObservationOf<K>[] };

/** One pass over the collection. Every kind has a list, empty where no source supplied it. */
export function byKind(observations: readonly Observation[]): ByKind {
  const lists: Record<Kind, Observation[]> = {
    'tool-seen': [],
    account: [],
    'usage-event': [],
    'usage-log': [],
    contract: [],
    spend: [],
    integration: [],
    person: [],
    meeting: [],
    messages: [],
    document: [],
    'work-item': [],
    decision: [],
    home: [],
    need: [],
    'survey-answer': [],
    rate: [],
    response: [],
    delivery: [],
    request: [],
    board: [],
    'wiki-week': [],
    onboarding: [],
    process: [],
    rollout: [],
    writing: [],
  };
  for (const observation of observations) lists[observation.kind].push(observation);
  return lists as unknown as ByKind;
}
