import { monday } from '../monday.ts';
import type { FileProfile, RowReader } from '../profile.ts';

/** Threads answered with a link are some of the threads. */
function linkedAnswers(row: RowReader, questionThreads: number | null): number | null {
  const linked = row.count('linked_answers');
  const tooMany = linked !== null && questionThreads !== null && linked > questionThreads;
  return tooMany ? row.reject('linked_answers', 'is more than the question threads') : linked;
}

export const templateMessages = {
  meta: {
    id: 'template-messages',
    title: 'Messages per team and week',
    template: 'messages',
    provides: ['messages'],
    columns: [
      {
        name: 'week',
        required: true,
        holds: 'day',
        help: 'Monday of the week.',
        synonyms: ['week start', 'week of'],
        hints: ['date', 'woche', 'semaine', 'semana', 'kalenderwoche'],
      },
      {
        name: 'team',
        required: true,
        holds: 'text',
        help: 'Team that wrote them.',
        synonyms: ['team name'],
        hints: ['department', 'group', 'abteilung', 'équipe', 'equipo', 'afdeling'],
      },
      {
        name: 'public_channel',
        required: false,
        holds: 'count',
        help: 'Messages in public channels.',
        synonyms: ['public channel messages'],
        hints: ['public', 'öffentliche kanäle', 'canaux publics', 'canales públicos', 'openbare kanalen'],
      },
      {
        name: 'private_channel',
        required: false,
        holds: 'count',
        help: 'Messages in private channels.',
        synonyms: ['private channel messages'],
        hints: ['private', 'private kanäle', 'canaux privés', 'canales privados', 'privékanalen'],
      },
      {
        name: 'direct',
        required: false,
        holds: 'count',
        help: 'Direct messages.',
        synonyms: ['direct messages'],
        hints: ['dm', 'dms', 'direktnachrichten', 'messages directs', 'mensajes directos', 'directe berichten'],
      },
      {
        name: 'threaded_replies',
        required: false,
        holds: 'count',
        help: 'Replies in threads.',
        synonyms: ['thread replies'],
        hints: ['threads'],
      },
      {
        name: 'after_hours',
        required: false,
        holds: 'count',
        help: 'Messages outside working time.',
        hints: ['outside hours', 'after hours messages'],
      },
      {
        name: 'replies',
        required: false,
        holds: 'count',
        help: 'Messages that answer another within 30 minutes in the channel, in threads or not.',
        synonyms: ['quick replies'],
        hints: ['antworten innerhalb von 30 minuten'],
      },
      {
        name: 'in_bursts',
        required: false,
        holds: 'count',
        help: 'Messages in runs of at least 6 within 120 seconds by 2 or 3 people.',
        synonyms: ['messages in bursts'],
        hints: ['bursts'],
      },
      {
        name: 'question_threads',
        required: false,
        holds: 'count',
        help: 'Threads that begin with a question.',
        synonyms: ['threads with a question'],
        hints: ['fragen', 'preguntas', 'vragen'],
      },
      {
        name: 'linked_answers',
        required: false,
        holds: 'count',
        help: 'Of these, threads in which a reply links a document.',
        synonyms: ['answers with a link'],
        hints: ['links in answers'],
      },
      {
        name: 'repeated_questions',
        required: false,
        holds: 'count',
        help: 'Questions much like one of the 90 days before; used only where privacy.opt_in holds D4.4.',
        synonyms: ['questions asked again'],
        hints: ['wiederholte fragen', 'questions répétées', 'preguntas repetidas'],
      },
      {
        name: 'work_comments',
        required: false,
        holds: 'count',
        help: 'Comments on issues, code reviews and documents.',
        synonyms: ['comments on work'],
        hints: ['comments', 'kommentare', 'commentaires', 'comentarios', 'opmerkingen'],
      },
    ],
    oneOf: [
      'public_channel',
      'private_channel',
      'direct',
      'threaded_replies',
      'after_hours',
      'replies',
      'in_bursts',
      'question_threads',
      'linked_answers',
      'repeated_questions',
      'work_comments',
    ],
    reliability: 0.85,
    tells: 'How much is written, and how openly.',
    cannotTell: 'What is written, and by whom.',
  },
  read: (row) => {
    const questionThreads = row.count('question_threads');
    return [
      {
        kind: 'messages',
        at: row.at(),
        week: monday(row),
        team: row.required.text('team'),
        publicChannel: row.count('public_channel'),
        privateChannel: row.count('private_channel'),
        direct: row.count('direct'),
        threadedReplies: row.count('threaded_replies'),
        replies: row.count('replies'),
        afterHours: row.count('after_hours'),
        inBursts: row.count('in_bursts'),
        questionThreads,
        linkedAnswers: linkedAnswers(row, questionThreads),
        repeatedQuestions: row.count('repeated_questions'),
        workComments: row.count('work_comments'),
      },
    ];
  },
} as const satisfies FileProfile;
