import type { Snapshot } from '../../src/model/snapshot.ts';
import { at, withSource } from './snapshot.ts';

type Section =
  | 'responses'
  | 'deliveries'
  | 'requests'
  | 'boards'
  | 'wikiWeeks'
  | 'onboarding'
  | 'processes'
  | 'rollouts'
  | 'writing';

/** Rows of a section as a test states them, all of the same place. */
export function withRows<Name extends Section>(
  snapshot: Snapshot,
  section: Name,
  rows: readonly Omit<Snapshot[Name][number], 'evidence'>[],
): Snapshot {
  const more = rows.map((row) => ({ ...row, evidence: at }));
  return withSource({ ...snapshot, [section]: [...snapshot[section], ...more] }, section);
}
