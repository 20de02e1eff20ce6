import type { FileProfile, RowReader } from '../profile.ts';

/** Empty = still open. */
function answeredAfter(row: RowReader, asked: string): string | null {
  const answered = row.instant('answered');
  return answered !== null && answered < asked ? row.reject('answered', 'is before it was asked') : answered;
}

export const templateResponses = {
  meta: {
    id: 'template-responses',
    title: 'Questions and their first answers',
    template: 'responses',
    provides: ['responses'],
    columns: [
      {
        name: 'asked',
        required: true,
        holds: 'instant',
        help: "Date and time of the question, review or request; without a zone it is the organisation's.",
        synonyms: ['asked at', 'gefragt am'],
        hints: ['gestellt am', 'posée le', 'preguntado', 'gevraagd op'],
      },
      {
        name: 'answered',
        required: false,
        holds: 'instant',
        help: 'Date and time of the first answer by a human; empty = still open.',
        synonyms: ['answered at', 'beantwortet am'],
        hints: ['first reply', 'first response', 'répondue le', 'respondido', 'beantwoord op'],
      },
      {
        name: 'recipient',
        required: true,
        holds: 'person',
        help: 'Address of the person who was asked; it becomes a pseudonym when the file is read.',
        synonyms: ['recipient email', 'gefragte person'],
        hints: ['reviewer', 'asked person', 'personne interrogée', 'persona preguntada'],
      },
      {
        name: 'channel',
        required: false,
        holds: 'text',
        help: 'Such as chat, code review, issues.',
        synonyms: ['kanal'],
        hints: ['canal', 'kanaal'],
      },
      {
        name: 'bot',
        required: false,
        holds: 'yes-no',
        help: 'The answer came from a bot: yes or no; such a row is left out.',
        synonyms: ['is bot', 'answered by bot', 'antwort vom bot'],
        hints: ['automatic reply', 'automatisch'],
      },
    ],
    reliability: 1,
    tells: 'How long people wait for an answer.',
    cannotTell: 'Questions asked elsewhere, and whether an answer helped.',
  },
  read: (row) => {
    // METHOD 0.2: bots answer at another pace and are removed first.
    if (row.yesNo('bot') === true) row.reject('bot', 'was answered by a bot, not by a person');
    const asked = row.required.instant('asked');
    return [
      {
        kind: 'response',
        at: row.at(),
        asked,
        answered: answeredAfter(row, asked),
        recipient: row.required.person('recipient'),
        channel: row.text('channel'),
      },
    ];
  },
} as const satisfies FileProfile;
