import type { ObservationOf } from '../../model/observation.ts';
import type { Meeting, Person } from '../../model/snapshot.ts';
import { contentKey, splitAcrossFiles } from '../across-files.ts';
import type { FileOf } from '../files.ts';
import type { PersonIndexer } from '../people/person-index.ts';

type MeetingSeen = ObservationOf<'meeting'>;

/**
 * Series id where there is one; organiser and purpose where only the fact is known (METHOD 6a.9). The organiser goes
 * in by index, since a pseudonym would make the result depend on the key.
 */
function seriesOf({ series, recurring, purpose }: MeetingSeen, organizer: number): string | null {
  const isOnlyKnown = series === null ? recurring === true : /^(yes|y|true|1)$/i.test(series.trim());
  if (isOnlyKnown) return `organizer ${organizer}: ${purpose?.trim() ?? ''}`;
  return series !== null && /^unknown$/i.test(series.trim()) ? null : series;
}

function meetingOf(row: MeetingSeen, indexer: PersonIndexer, people: readonly Person[]): Meeting {
  const organizer = indexer.indexOf(row.organizer);
  const named = (row.attendees ?? []).map((ref) => indexer.indexOf(ref));
  const everybody = [...new Set([organizer, ...named])];
  // Who cannot be told from outside counts as a colleague: outside is a statement that needs a domain.
  const isGuest = (person: number) => people[person]?.internal === false;
  const { start, end, recurring, hasDocument, purpose, at } = row;
  return {
    start,
    end,
    organizer,
    attendees: row.attendees === null ? null : everybody.filter((person) => !isGuest(person)),
    outsiders: everybody.filter(isGuest).length,
    series: seriesOf(row, organizer),
    recurring,
    hasDocument,
    purpose,
    evidence: at,
  };
}

/** Meetings with internal attendees, the organiser among them; guests are only counted. */
export function meetingsOf(
  rows: readonly MeetingSeen[],
  indexer: PersonIndexer,
  people: readonly Person[],
  fileOf: FileOf,
): Meeting[] {
  return splitAcrossFiles(rows, fileOf, contentKey).kept.map((row) => meetingOf(row, indexer, people));
}
