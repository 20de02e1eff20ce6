import type { PersonRef } from '../../../model/observation.ts';
import { bareIdentifier } from '../cells/cell.ts';
import type { FileProfile, RowReader } from '../profile.ts';

/** An address joins the person to other sources; the login alone does not. Several addresses stand in one cell. */
function personOf(row: RowReader): PersonRef {
  const saml = row.text('GitHub com saml name');
  const emails = row.text('GitHub com verified domain emails') ?? row.text('Enterprise server primary emails');
  const address = [saml, ...(emails ?? '').split(/[\s,;]+/)].find((text) => text?.includes('@'));
  if (address !== undefined && address !== null) return row.identify(bareIdentifier(address));
  return row.person('GitHub com login') ?? row.reject('GitHub com login', 'is empty, and so are the addresses');
}

export const githubLicences = {
  meta: {
    id: 'github-licences',
    title: 'GitHub Enterprise: licence usage',
    provides: ['accounts'],
    columns: [
      {
        name: 'GitHub com login',
        required: true,
        holds: 'person',
        help: 'Login at GitHub.',
        synonyms: ['GitHub login'],
      },
      {
        name: 'License type',
        required: true,
        holds: 'text',
        help: 'Filled = a paid seat.',
        synonyms: ['Licence type'],
      },
      {
        name: 'GitHub com saml name',
        required: false,
        holds: 'text',
        help: 'Name in single sign-on, often the address.',
        synonyms: ['GitHub saml name'],
      },
      {
        name: 'GitHub com verified domain emails',
        required: false,
        holds: 'text',
        help: 'Work addresses.',
        synonyms: ['GitHub verified domain emails'],
      },
      {
        name: 'Enterprise server primary emails',
        required: false,
        holds: 'text',
        help: 'Addresses on the own server.',
      },
      {
        name: 'GitHub com member roles',
        required: false,
        holds: 'text',
        help: 'Roles; not kept.',
        synonyms: ['GitHub member roles'],
      },
    ],
    reliability: 0.85,
    tells: 'Who takes a GitHub seat.',
    cannotTell: 'When anybody was last active; people without an address cannot be joined to other sources.',
  },
  read: (row) => [
    {
      kind: 'account',
      at: row.at(),
      tool: { name: 'GitHub', nameKind: 'inventory' },
      person: personOf(row),
      lastActive: null,
      activeDays: null,
      assigned: row.text('License type') !== null,
      closed: false,
    },
  ],
} as const satisfies FileProfile;
