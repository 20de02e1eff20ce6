import type { FileProfile } from '../profile.ts';

export const templateHomes = {
  meta: {
    id: 'template-homes',
    title: 'Declared single sources',
    template: 'homes',
    provides: ['homes'],
    columns: [
      {
        name: 'object_type',
        required: true,
        holds: 'text',
        help: 'Kind of object, such as policy, specification, decision.',
        synonyms: ['object'],
        hints: ['type', 'kind', 'document type', 'objektart', 'dokumentart', "type d'objet", 'tipo de objeto', 'soort'],
      },
      {
        name: 'home',
        required: true,
        holds: 'text',
        help: 'The one tool in which it is meant to live.',
        synonyms: ['home tool'],
        hints: ['tool', 'location', 'system', 'ablage', 'ablageort', 'emplacement', 'ubicación', 'locatie'],
      },
    ],
    reliability: 0.6,
    tells: 'Where each kind of object is meant to live.',
    cannotTell: 'Where it really lives.',
  },
  read: (row) => [
    { kind: 'home', at: row.at(), objectType: row.required.text('object_type'), home: row.required.text('home') },
  ],
} as const satisfies FileProfile;
