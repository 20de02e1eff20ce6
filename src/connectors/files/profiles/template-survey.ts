import type { FileProfile, RowReader } from '../profile.ts';

const RANGE = /^(\d+)\s*(?:[-\u2013\u2014]|to|bis)\s*(\d+)$/i;

/** From a highest answer of 100 on a scale is read as beginning at 0, as percentages do. */
const FROM_ZERO = 100;

/** The highest answer, from `5` or from `1-5`. On a scale that begins elsewhere the mean would be read wrongly. */
function highestAnswer(row: RowReader): number | null {
  const range = RANGE.exec(row.text('scale') ?? '');
  if (range === null) return row.decimal('scale');
  const [low, high] = [Number(range[1]), Number(range[2])];
  if (high <= low) return row.reject('scale', 'ends where it begins or before');
  const lowest = high >= FROM_ZERO ? 0 : 1;
  return low === lowest ? high : row.reject('scale', `does not begin at ${lowest}; give the mean on a scale that does`);
}

export const templateSurvey = {
  meta: {
    id: 'template-survey',
    title: 'Survey answers per team',
    template: 'survey',
    provides: ['survey'],
    columns: [
      {
        name: 'question',
        required: true,
        holds: 'text',
        help: 'Text of the question; it may begin with the signal id.',
        hints: ['item', 'frage', 'question posée', 'pregunta', 'vraag'],
      },
      {
        name: 'team',
        required: true,
        holds: 'text',
        help: 'Team that answered.',
        synonyms: ['team name'],
        hints: ['department', 'group', 'abteilung', 'équipe', 'equipo', 'afdeling'],
      },
      {
        name: 'answers_n',
        required: false,
        holds: 'count',
        help: 'Number of answers; a row without it is read but never shown.',
        synonyms: ['answers', 'responses'],
        hints: ['n', 'count', 'antworten', 'anzahl', 'réponses', 'respuestas', 'antwoorden'],
      },
      {
        name: 'mean',
        required: false,
        holds: 'decimal',
        help: 'Mean of the answers; a row without it cannot be used.',
        synonyms: ['average'],
        hints: ['score', 'mittelwert', 'moyenne', 'media', 'gemiddelde', 'durchschnitt'],
      },
      {
        name: 'scale',
        required: false,
        holds: 'decimal',
        help: 'Highest answer, such as 5 or 7; 1-5 and 1 to 5 say the same. The lowest is 1, or 0 up to 100.',
        synonyms: ['scale max'],
        hints: ['max', 'skala', 'échelle', 'escala', 'schaal'],
      },
      {
        name: 'signal',
        required: false,
        holds: 'text',
        help: 'Signal id such as P1.1.',
        synonyms: ['signal id'],
        hints: ['id', 'code'],
      },
    ],
    reliability: 0.6,
    tells: 'What people say about their work.',
    cannotTell: 'What they do.',
  },
  read: (row) => [
    {
      kind: 'survey-answer',
      at: row.at(),
      question: row.required.text('question'),
      team: row.required.text('team'),
      answersN: row.count('answers_n'),
      // Without a mean the row says nothing.
      mean: row.required.decimal('mean'),
      scale: highestAnswer(row),
      signal: row.text('signal'),
    },
  ],
} as const satisfies FileProfile;
