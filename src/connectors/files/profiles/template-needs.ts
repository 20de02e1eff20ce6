import type { FileProfile } from '../profile.ts';

export const templateNeeds = {
  meta: {
    id: 'template-needs',
    title: 'What teams must be able to do',
    template: 'needs',
    provides: ['needs'],
    columns: [
      {
        name: 'team',
        required: true,
        holds: 'text',
        help: 'Team that needs it.',
        synonyms: ['team name'],
        hints: ['department', 'group', 'abteilung', 'équipe', 'equipo', 'afdeling'],
      },
      {
        name: 'capability',
        required: true,
        holds: 'text',
        help: 'Capability id (`unsprawl catalog` lists them).',
        hints: ['need', 'function', 'capabilities', 'fähigkeit', 'bedarf', 'besoin', 'necesidad', 'behoefte'],
      },
      {
        name: 'minimum_quality',
        required: false,
        holds: 'decimal',
        help: 'How well it must be done, 0 to 1.',
        hints: ['quality', 'minimum'],
      },
      {
        name: 'required_attributes',
        required: false,
        holds: 'list',
        help: 'Such as sso;scim, separated by ";".',
        synonyms: ['attributes'],
        hints: ['requirements'],
      },
    ],
    reliability: 0.6,
    tells: 'What each team cannot do without.',
    cannotTell: 'What people really use.',
  },
  read: (row) => [
    {
      kind: 'need',
      at: row.at(),
      team: row.required.text('team'),
      capability: row.required.text('capability'),
      minimumQuality: row.decimal('minimum_quality'),
      requiredAttributes: [...(row.list('required_attributes') ?? [])],
    },
  ],
} as const satisfies FileProfile;
