import { knownWord } from '../known-word.ts';
import type { FileProfile, RowReader } from '../profile.ts';

const TYPES = {
  change: ['merge', 'merged change', 'pull request', 'merge request', 'änderung', 'changement', 'cambio', 'wijziging'],
  document: ['page', 'published document', 'dokument', 'seite', 'documento', 'página', 'pagina'],
} as const;

/** Column absent = unknown; cell empty = it names no item. */
function hasItem(row: RowReader): boolean | null {
  return row.has('item') ? row.text('item') !== null : null;
}

export const templateDeliveries = {
  meta: {
    id: 'template-deliveries',
    title: 'Merged changes and published documents',
    template: 'deliveries',
    provides: ['deliveries'],
    columns: [
      {
        name: 'id',
        required: true,
        holds: 'text',
        help: 'Number or key of the change or document.',
        synonyms: ['delivery id', 'kennung'],
        hints: ['pull request', 'merge request', 'commit', 'nummer', 'numéro', 'número'],
      },
      {
        name: 'team',
        required: true,
        holds: 'text',
        help: 'Team that delivered it.',
        synonyms: ['team name'],
        hints: ['squad', 'repository', 'abteilung', 'équipe', 'equipo', 'afdeling'],
      },
      {
        name: 'date',
        required: true,
        holds: 'day',
        help: 'Day on which it was merged or published.',
        synonyms: ['delivered on', 'merged on', 'published on', 'geliefert am'],
        hints: ['merged at', 'published at', 'veröffentlicht am', 'livré le', 'entregado', 'geleverd op'],
      },
      {
        name: 'type',
        required: false,
        holds: 'text',
        help: 'change or document; empty = change.',
        synonyms: ['delivery type', 'art der lieferung'],
        hints: ['kind of delivery'],
      },
      {
        name: 'item',
        required: false,
        holds: 'text',
        help: 'Item of the tracker that it names; empty = none. Leave the column out where you do not know.',
        synonyms: ['work item', 'linked item', 'verknüpfter vorgang'],
        hints: ['linked issue', 'élément lié', 'elemento vinculado'],
      },
      {
        name: 'outside_approval',
        required: false,
        holds: 'yes-no',
        help: 'It waited for a body outside the team: yes or no.',
        synonyms: ['external approval', 'externe freigabe'],
        hints: ['approval board', 'approbation externe', 'aprobación externa', 'externe goedkeuring'],
      },
    ],
    oneOf: ['item', 'outside_approval'],
    reliability: 1,
    tells: 'What was finished, whether it was tracked, and whether it waited for others.',
    cannotTell: 'How much a delivery is worth, and how long it took.',
  },
  read: (row) => [
    {
      kind: 'delivery',
      at: row.at(),
      id: row.required.text('id'),
      team: row.required.text('team'),
      date: row.required.day('date'),
      type: knownWord(row, 'type', TYPES) ?? 'change',
      hasItem: hasItem(row),
      outsideApproval: row.yesNo('outside_approval'),
    },
  ],
} as const satisfies FileProfile;
