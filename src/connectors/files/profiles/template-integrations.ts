import type { FileProfile } from '../profile.ts';

export const templateIntegrations = {
  meta: {
    id: 'template-integrations',
    title: 'Integrations between tools',
    template: 'integrations',
    provides: ['integrations'],
    columns: [
      {
        name: 'from',
        required: true,
        holds: 'text',
        help: 'Tool that the content comes from.',
        synonyms: ['from tool'],
        hints: ['source', 'von', 'quelle', 'quellsystem', 'origine', 'origen', 'bron', 'source system'],
      },
      {
        name: 'to',
        required: true,
        holds: 'text',
        help: 'Tool that it goes to.',
        synonyms: ['to tool'],
        hints: ['target', 'destination', 'nach', 'ziel', 'zielsystem', 'cible', 'destino', 'doel', 'target system'],
      },
      {
        name: 'kind',
        required: false,
        holds: 'text',
        help: 'Such as native, api, zapier; "manual" = people carry it over by hand.',
        hints: ['type', 'method', 'art', 'verbindung', 'méthode', 'método', 'soort'],
      },
      {
        name: 'last_seen',
        required: false,
        holds: 'day',
        help: 'Last day on which it ran.',
        synonyms: ['last run'],
        hints: ['last used', 'updated', 'letzter lauf', 'dernière exécution', 'última ejecución', 'laatst gezien'],
      },
      {
        name: 'weekly_handoffs',
        required: false,
        holds: 'count',
        help: 'How often a week work passes from the one to the other.',
        synonyms: ['handoffs per week'],
        hints: ['handoffs', 'volume', 'runs', 'übergaben pro woche', 'transferts par semaine', 'per week'],
      },
    ],
    // A mail log has from and to as well.
    oneOf: ['kind', 'last_seen', 'weekly_handoffs'],
    reliability: 0.6,
    tells: 'Which tools are joined, and where work is carried over by hand.',
    cannotTell: 'Joins that nobody listed.',
  },
  read: (row) => [
    {
      kind: 'integration',
      at: row.at(),
      from: { name: row.required.text('from'), nameKind: 'inventory' },
      to: { name: row.required.text('to'), nameKind: 'inventory' },
      type: row.text('kind')?.toLowerCase() ?? null,
      lastSeen: row.day('last_seen'),
      weeklyHandoffs: row.count('weekly_handoffs'),
    },
  ],
} as const satisfies FileProfile;
