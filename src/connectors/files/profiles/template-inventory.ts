import type { FileProfile } from '../profile.ts';

export const templateInventory = {
  meta: {
    id: 'template-inventory',
    title: 'List of tools',
    template: 'inventory',
    provides: ['tools'],
    columns: [
      {
        name: 'name',
        required: true,
        holds: 'text',
        help: 'Name of the tool as people here call it.',
        synonyms: ['tool', 'tool name', 'application', 'application name', 'app', 'app name', 'software', 'product'],
        hints: ['title', 'system', 'anwendung', 'service'],
      },
      {
        name: 'vendor',
        required: false,
        holds: 'text',
        help: 'Who sells it.',
        synonyms: ['vendor name', 'supplier'],
        hints: ['provider', 'company', 'anbieter', 'hersteller'],
      },
      {
        name: 'owner_email',
        required: false,
        holds: 'person',
        help: 'Address of the person who answers for it.',
        synonyms: ['owner'],
        hints: ['business owner', 'responsible'],
      },
      {
        name: 'department',
        required: false,
        holds: 'text',
        help: 'Department that uses or owns it.',
        synonyms: ['group owner'],
        hints: ['team', 'group', 'abteilung', 'scope'],
      },
      {
        name: 'purpose',
        required: false,
        holds: 'text',
        help: 'What it is used for, in a few words.',
        synonyms: ['description'],
        hints: ['use', 'used for', 'zweck', 'comment', 'notes'],
      },
      {
        name: 'capabilities',
        required: false,
        holds: 'list',
        help: 'Capability ids separated by ";" (`unsprawl catalog` lists them); they replace those of the catalogue.',
        synonyms: ['capability'],
        hints: ['category', 'categories', 'functions'],
      },
      {
        name: 'status',
        required: false,
        holds: 'text',
        help: 'Such as active, trial, retiring.',
        hints: ['state', 'lifecycle'],
      },
      {
        name: 'url',
        required: false,
        holds: 'text',
        help: 'Address of the tool or its vendor.',
        synonyms: ['vendor url', 'website', 'link'],
        hints: ['domain', 'homepage'],
        extra: true,
      },
    ],
    // A list that has no more than names and departments may as well be a list of people.
    oneOf: ['vendor', 'owner_email', 'purpose', 'capabilities', 'url'],
    reliability: 0.6,
    tells: 'Which tools the organisation says it has.',
    cannotTell: 'Whether anybody uses them, and what they cost.',
  },
  read: (row) => {
    const capabilities = row.list('capabilities');
    return [
      {
        kind: 'tool-seen',
        at: row.at(),
        tool: { name: row.required.text('name'), nameKind: 'inventory' },
        origin: 'inventory',
        vendor: row.text('vendor'),
        url: row.text('url'),
        owner: row.person('owner_email'),
        department: row.text('department'),
        purpose: row.text('purpose'),
        capabilities: capabilities === null ? null : [...capabilities],
        status: row.text('status'),
      },
    ];
  },
} as const satisfies FileProfile;
