import type { FileProfile } from '../profile.ts';

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
        hints: ['item', 'frage'],
      },
      {
        name: 'team',
        required: true,
        holds: 'text',
        help: 'Team that answered.',
        synonyms: ['team name'],
        hints: ['department', 'group'],
      },
      {
        name: 'answers_n',
        required: false,
        holds: 'count',
        help: 'Number of answers; a row without it is read but never shown.',
        synonyms: ['answers', 'responses'],
        hints: ['n', 'count'],
      },
      {
        name: 'mean',
        required: false,
        holds: 'decimal',
        help: 'Mean of the answers; a row without it cannot be used.',
        synonyms: ['average'],
        hints: ['score', 'mittelwert'],
      },
      {
        name: 'scale',
        required: false,
        holds: 'decimal',
        help: 'Highest answer, such as 5 or 7.',
        synonyms: ['scale max'],
        hints: ['max'],
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
      scale: row.decimal('scale'),
      signal: row.text('signal'),
    },
  ],
} as const satisfies FileProfile;
