import type { FileProfile } from '../profile.ts';

export const templateOnboarding = {
  meta: {
    id: 'template-onboarding',
    title: 'Pages that people open when they join',
    template: 'onboarding',
    provides: ['onboarding'],
    columns: [
      {
        name: 'email',
        required: true,
        holds: 'person',
        help: 'Address of the person who joined; it becomes a pseudonym when the file is read.',
        synonyms: ['e-mail', 'email address', 'work email', 'e-mail-adresse'],
        hints: ['new joiner', 'neue mitarbeiterin', 'neuer mitarbeiter', 'adresse e-mail', 'correo electrónico'],
      },
      {
        name: 'required_pages',
        required: true,
        holds: 'count',
        help: 'Pages that somebody who joins is meant to read.',
        synonyms: ['pages required', 'pflichtseiten'],
        hints: ['pages obligatoires', 'páginas obligatorias', 'verplichte paginas'],
      },
      {
        name: 'opened_by_day_14',
        required: true,
        holds: 'count',
        help: 'Of these, pages opened by the 14th day.',
        synonyms: ['pages opened by day 14', 'geöffnet bis tag 14'],
        hints: ['opened pages', 'pages ouvertes', 'páginas abiertas'],
      },
    ],
    reliability: 0.85,
    tells: 'Whether those who join find what they are meant to read.',
    cannotTell: 'Whether it was read, and whether it helped.',
  },
  read: (row) => {
    const requiredPages = row.required.count('required_pages');
    const openedPages = row.required.count('opened_by_day_14');
    if (openedPages > requiredPages) row.reject('opened_by_day_14', 'is more than the required pages');
    return [{ kind: 'onboarding', at: row.at(), person: row.required.person('email'), requiredPages, openedPages }];
  },
} as const satisfies FileProfile;
