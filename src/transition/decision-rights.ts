import type { Transition } from '../model/audit/transition.ts';

/** Who drives and who approves, by kind of decision: roles, drafted for the organisation to fill (METHOD 4.5). */
export const DECISION_RIGHTS: Transition['decisionRights'] = [
  {
    domain: 'Adding a tool',
    driver: 'Team lead who needs it',
    approver: 'Owner of the capability',
    rule: 'Allowed where no tool in use does the job; otherwise a written exception with an owner and an expiry date.',
  },
  {
    domain: 'Giving up or replacing a tool',
    driver: 'Owner of the tool',
    approver: 'Head of operations',
    rule: 'The decision record is open for comment for five working days; teams that lose it contribute.',
  },
  {
    domain: 'Seats, plans and renewals',
    driver: 'Owner of the tool',
    approver: 'Head of finance',
    rule: 'Decided by the go/no-go day, two weeks before notice is due.',
  },
  {
    domain: 'How a team works inside its tools',
    driver: 'Team lead',
    approver: 'The team',
    rule: 'Inside the charter and the declared homes, the team decides alone.',
  },
  {
    domain: 'Homes of documents and records',
    driver: 'Owner of the kind of object',
    approver: 'Head of operations',
    rule: 'One home per kind; a copy elsewhere is a link.',
  },
  {
    domain: 'Access, security and personal data',
    driver: 'IT and security',
    approver: 'Managing director',
    rule: 'Works council and data protection are asked before anything new is measured.',
  },
];
