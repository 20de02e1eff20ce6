import { yesNoOf } from '../cells/yes-no.ts';
import type { FileProfile, RowReader } from '../profile.ts';

interface Series {
  readonly series: string | null;
  readonly recurring: boolean | null;
}

/** A series id, or yes or no where only the fact is known. Column absent = unknown; cell empty = a single meeting. */
function seriesOf(row: RowReader): Series {
  if (!row.has('recurring')) return { series: null, recurring: null };
  const text = row.text('recurring');
  if (text === null) return { series: null, recurring: false };
  const answer = yesNoOf(text);
  return answer === undefined ? { series: text, recurring: true } : { series: null, recurring: answer };
}

export const templateMeetings = {
  meta: {
    id: 'template-meetings',
    title: 'Meetings',
    template: 'meetings',
    provides: ['meetings'],
    columns: [
      {
        name: 'start',
        required: true,
        holds: 'instant',
        help: "Date and time, such as 2026-08-27T09:15:00Z; without a zone it is the organisation's.",
        synonyms: ['start time'],
        hints: ['begin', 'beginn', 'from', 'startzeit', 'anfang', 'début', 'inicio', 'aanvang', 'begintijd', 'starts'],
      },
      {
        name: 'end',
        required: true,
        holds: 'instant',
        help: 'As start.',
        synonyms: ['end time'],
        hints: ['ende', 'until', 'endzeit', 'fin', 'einde', 'eindtijd', 'ends'],
      },
      {
        name: 'organizer',
        required: true,
        holds: 'person',
        help: 'Address of the person who invited.',
        synonyms: ['organiser', 'organizer email', 'organiser email'],
        hints: ['host', 'owner', 'organisator', 'veranstalter', 'organisateur', 'organizador'],
      },
      {
        name: 'attendees',
        required: false,
        holds: 'people',
        help: 'Addresses separated by ";"; empty = nobody but the organiser.',
        synonyms: ['participants'],
        hints: ['guests', 'invitees', 'teilnehmer', 'teilnehmende', 'asistentes', 'participantes', 'deelnemers'],
      },
      {
        name: 'recurring',
        required: false,
        holds: 'text',
        help: 'Id of the series, or yes or no; empty = no.',
        synonyms: ['series', 'series id'],
        hints: ['recurrence', 'serie', 'wiederholung', 'récurrence', 'periodicidad', 'reeks'],
      },
      {
        name: 'has_document',
        required: false,
        holds: 'yes-no',
        help: 'An agenda or document is attached: yes or no.',
        synonyms: ['has attachment'],
        hints: ['document', 'agenda'],
      },
      {
        name: 'purpose',
        required: false,
        holds: 'text',
        help: 'Such as status, decision, planning. No titles of meetings are needed.',
        synonyms: ['meeting type'],
        hints: ['type', 'category', 'zweck', 'anlass', 'objet', 'motivo', 'doel', 'subject'],
      },
    ],
    reliability: 1,
    tells: 'Time that people spend together, and when.',
    cannotTell: 'Calls without an invitation, and who really came.',
  },
  read: (row) => {
    const start = row.required.instant('start');
    const end = row.required.instant('end');
    if (end < start) row.reject('end', 'is before the start');
    return [
      {
        kind: 'meeting',
        at: row.at(),
        start,
        end,
        organizer: row.required.person('organizer'),
        attendees: row.people('attendees'),
        ...seriesOf(row),
        hasDocument: row.yesNo('has_document'),
        purpose: row.text('purpose'),
      },
    ];
  },
} as const satisfies FileProfile;
