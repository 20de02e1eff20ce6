import type { FileProfile } from '../profile.ts';

export const templateBoards = {
  meta: {
    id: 'template-boards',
    title: 'Boards and who can read them',
    template: 'boards',
    provides: ['boards'],
    columns: [
      {
        name: 'name',
        required: true,
        holds: 'text',
        help: 'Name of the board or project.',
        synonyms: ['board', 'board name'],
        hints: ['tafel', 'tableau', 'tablero', 'bord'],
      },
      {
        name: 'team',
        required: false,
        holds: 'text',
        help: 'Team that works with it.',
        synonyms: ['team name'],
        hints: ['department', 'abteilung', 'équipe', 'equipo', 'afdeling'],
      },
      {
        name: 'active',
        required: false,
        holds: 'yes-no',
        help: 'Work goes on in it: yes or no.',
        synonyms: ['is active', 'aktiv'],
        hints: ['in use', 'actif', 'activo', 'actief'],
      },
      {
        name: 'open_to_all',
        required: true,
        holds: 'yes-no',
        help: 'Everybody in the organisation can read it: yes or no.',
        synonyms: ['readable by all', 'für alle lesbar'],
        hints: ['visible to all', 'offen für alle', 'ouvert à tous', 'abierto a todos', 'open voor iedereen'],
      },
    ],
    reliability: 1,
    tells: 'How much of the work everybody can look up.',
    cannotTell: 'Who really looks.',
  },
  read: (row) => [
    {
      kind: 'board',
      at: row.at(),
      name: row.required.text('name'),
      team: row.text('team'),
      active: row.yesNo('active'),
      openToAll: row.required.yesNo('open_to_all'),
    },
  ],
} as const satisfies FileProfile;
