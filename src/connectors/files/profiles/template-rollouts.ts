import type { RawTool } from '../../../model/observation.ts';
import { knownWord } from '../known-word.ts';
import type { FileProfile, RowReader } from '../profile.ts';

const CHANGES = {
  charter: ['communication charter', 'charta', 'kommunikationscharta', 'charte', 'carta'],
  'new-tool': ['tool brought in', 'neues werkzeug', 'neues tool', 'nouvel outil', 'nueva herramienta', 'nieuwe tool'],
  'retired-tool': ['tool retired', 'abgelöstes werkzeug', 'abgelöstes tool', 'outil retiré', 'herramienta retirada'],
} as const;

function toolOf(row: RowReader): RawTool | null {
  const name = row.text('tool');
  return name === null ? null : { name, nameKind: 'inventory' };
}

function targetOf(row: RowReader): number | null {
  const hours = row.decimal('target');
  return hours !== null && hours < 0 ? row.reject('target', 'is below zero') : hours;
}

export const templateRollouts = {
  meta: {
    id: 'template-rollouts',
    title: 'Changes to tools and charter, with their dates',
    template: 'rollouts',
    provides: ['rollouts'],
    columns: [
      {
        name: 'change',
        required: true,
        holds: 'text',
        help: 'charter, new tool or retired tool.',
        synonyms: ['rollout', 'änderung'],
        hints: ['changement', 'cambio', 'wijziging'],
      },
      {
        name: 'date',
        required: true,
        holds: 'day',
        help: 'Day from which it held.',
        synonyms: ['rollout date', 'gültig ab'],
        hints: ['cut-over', 'go live', 'go-live', 'stichtag der umstellung'],
      },
      {
        name: 'tool',
        required: false,
        holds: 'text',
        help: 'Name of the tool that was brought in or retired.',
        synonyms: ['tool name', 'werkzeug'],
        hints: ['application', 'outil', 'herramienta', 'applicatie'],
      },
      {
        name: 'invited',
        required: false,
        holds: 'count',
        help: 'People invited to a new tool.',
        synonyms: ['people invited', 'eingeladen'],
        hints: ['invités', 'invitados', 'uitgenodigd'],
      },
      {
        name: 'target',
        required: false,
        holds: 'decimal',
        help: 'Meeting hours a person and week that a charter agrees on.',
        synonyms: ['target hours', 'zielstunden'],
        hints: ['objectif', 'objetivo', 'doel'],
      },
    ],
    oneOf: ['tool', 'invited', 'target'],
    reliability: 0.6,
    tells: 'When the way of working or the tools changed, and what was agreed.',
    cannotTell: 'Whether anything changed in practice.',
  },
  read: (row) => [
    {
      kind: 'rollout',
      at: row.at(),
      change: knownWord(row, 'change', CHANGES) ?? row.reject('change', 'is empty'),
      date: row.required.day('date'),
      tool: toolOf(row),
      invited: row.count('invited'),
      target: targetOf(row),
    },
  ],
} as const satisfies FileProfile;
