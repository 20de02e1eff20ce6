import type { FileProfile } from '../profile.ts';

export const templateRequests = {
  meta: {
    id: 'template-requests',
    title: 'Requests and their approvals',
    template: 'requests',
    provides: ['requests'],
    columns: [
      {
        name: 'id',
        required: true,
        holds: 'text',
        help: 'Number or key of the request.',
        synonyms: ['request number', 'antragsnummer'],
        hints: ['request', 'ticket', 'antrag', 'nummer', 'demande', 'solicitud', 'aanvraag'],
      },
      {
        name: 'team',
        required: false,
        holds: 'text',
        help: 'Team that asked.',
        synonyms: ['team name'],
        hints: ['department', 'abteilung', 'équipe', 'equipo', 'afdeling'],
      },
      {
        name: 'closed',
        required: false,
        holds: 'day',
        help: 'Day on which it was done or refused; empty = open.',
        synonyms: ['closed at', 'closed on', 'abgeschlossen am'],
        hints: ['resolved', 'erledigt', 'clôturé', 'cerrado', 'afgesloten'],
      },
      {
        name: 'approval_steps',
        required: true,
        holds: 'count',
        help: 'Distinct approvals that it went through; 0 = none.',
        synonyms: ['approvals', 'number of approvals', 'genehmigungsschritte'],
        hints: ['freigabestufen', 'approbations', 'aprobaciones', 'goedkeuringen'],
      },
      {
        name: 'amount',
        required: false,
        holds: 'amount',
        help: 'What it was about in money.',
        synonyms: ['request amount', 'betrag'],
        hints: ['value', 'montant', 'importe', 'bedrag'],
      },
      {
        name: 'currency',
        required: false,
        holds: 'currency',
        help: "Code such as EUR; empty = the organisation's.",
        synonyms: ['währung'],
        hints: ['devise', 'moneda', 'munt'],
      },
    ],
    reliability: 1,
    tells: 'How many approvals a request needs, also where little is at stake.',
    cannotTell: 'Approvals asked for outside the system.',
  },
  read: (row, { currency }) => [
    {
      kind: 'request',
      at: row.at(),
      id: row.required.text('id'),
      team: row.text('team'),
      closed: row.day('closed'),
      approvalSteps: row.required.count('approval_steps'),
      amount: row.amount('amount', row.currency('currency') ?? currency),
    },
  ],
} as const satisfies FileProfile;
