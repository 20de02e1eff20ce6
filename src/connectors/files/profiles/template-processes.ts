import type { FileProfile, RowReader } from '../profile.ts';

/** A file without the column does not say that there is no procedure: what its other columns tell still counts. */
const NOT_STATED = 'not stated';

function procedureOf(row: RowReader): string | null {
  return row.has('procedure') ? row.text('procedure') : NOT_STATED;
}

export const templateProcesses = {
  meta: {
    id: 'template-processes',
    title: 'Critical processes and their procedures',
    template: 'processes',
    provides: ['processes'],
    columns: [
      {
        name: 'process',
        required: true,
        holds: 'text',
        help: 'A process that must not fail. List all of them, also those that nobody has written down.',
        synonyms: ['critical process', 'process name', 'prozess', 'kritischer prozess'],
        hints: ['processus', 'proceso', 'proces'],
      },
      {
        name: 'team',
        required: false,
        holds: 'text',
        help: 'Team that answers for it.',
        synonyms: ['team name'],
        hints: ['department', 'abteilung', 'équipe', 'equipo', 'afdeling'],
      },
      {
        name: 'procedure',
        required: false,
        holds: 'text',
        help: 'Where its written procedure lies, such as a page; empty = there is none.',
        synonyms: ['written procedure', 'verfahrensanweisung'],
        hints: ['runbook', 'verfahren', 'procédure', 'procedimiento'],
      },
      {
        name: 'current',
        required: false,
        holds: 'yes-no',
        help: 'The procedure is followed as it is written: yes or no.',
        synonyms: ['is current', 'up to date', 'aktuell'],
        hints: ['à jour', 'vigente', 'actueel'],
      },
      {
        name: 'reviewed',
        required: false,
        holds: 'day',
        help: 'Day on which the procedure was last reviewed.',
        synonyms: ['reviewed on', 'last reviewed', 'zuletzt geprüft'],
        hints: ['geprüft am', 'revu le', 'revisado', 'herzien op'],
      },
    ],
    oneOf: ['procedure', 'current', 'reviewed'],
    reliability: 0.6,
    tells: 'Which processes must not fail, and which of them are written down.',
    cannotTell: 'Processes that nobody thought of, and what people really do.',
  },
  read: (row) => [
    {
      kind: 'process',
      at: row.at(),
      name: row.required.text('process'),
      team: row.text('team'),
      procedure: procedureOf(row),
      current: row.yesNo('current'),
      reviewed: row.day('reviewed'),
    },
  ],
} as const satisfies FileProfile;
