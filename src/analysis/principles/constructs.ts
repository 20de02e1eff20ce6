/** The constructs of METHOD 1, in the order of the report. */
export const constructs = [
  {
    id: 'P1',
    kind: 'principle',
    title: 'Time independence',
    question: 'Can people do their work at the hours that suit them?',
    rationale:
      'Work that needs everybody at once stops at the edge of a time zone. Few meetings, long free blocks and answers within a working day let it go on.',
  },
  {
    id: 'P2',
    kind: 'principle',
    title: 'Documentation-first',
    question: 'Is what people need to know written down, fresh and owned?',
    rationale:
      'A page can be read at any hour and by the next person too; knowledge that lives in heads has to be asked for.',
  },
  {
    id: 'P3',
    kind: 'principle',
    title: 'Outcome focus',
    question: 'Is work judged by its result rather than by being present?',
    rationale:
      'People who are not seen at work can only be led by agreed results, so the results have to be agreed first.',
  },
  {
    id: 'P4',
    kind: 'principle',
    title: 'Tool-mediated collaboration',
    question: 'Does the work happen in shared tools where others can follow it?',
    rationale: 'Open channels, connected tools and one home per kind of object make work visible without a meeting.',
  },
  {
    id: 'P5',
    kind: 'principle',
    title: 'Distributed decision-making',
    question: 'Can the people who know decide, without waiting for the hierarchy?',
    rationale: 'A decision that climbs waits at every level; clear rights close to the work take the wait away.',
  },
  {
    id: 'D1',
    kind: 'difference',
    title: 'Communication: meetings or writing',
    question: 'Is coordination written, or does it need a meeting?',
    rationale:
      'The industrial playbook relies on meetings and verbal updates, the asynchronous one on structured writing.',
  },
  {
    id: 'D2',
    kind: 'difference',
    title: 'Decisions: hierarchy or agreed rights',
    question: 'Are decisions made in a known frame and found again later?',
    rationale: 'Approvals through the hierarchy against roles agreed in advance, such as DACI or RACI.',
  },
  {
    id: 'D3',
    kind: 'difference',
    title: 'Visibility: presence or tools',
    question: 'Can one see how work stands without asking anybody?',
    rationale: 'Visibility by being seen in the office against visibility in tools and written output.',
  },
  {
    id: 'D4',
    kind: 'difference',
    title: 'Knowledge: in heads or in pages',
    question: 'Would the knowledge stay if a person left?',
    rationale: 'Tribal knowledge against wikis and playbooks that are kept.',
  },
  {
    id: 'C1',
    kind: 'challenge',
    title: 'Cultural resistance',
    question: 'Do old habits come back after a change?',
    rationale:
      'Teams that take presence for productivity fall back. It cannot be read off metadata; a pulse has to ask.',
  },
  {
    id: 'C2',
    kind: 'challenge',
    title: 'Documentation overload',
    question: 'Is more written than anybody can read and keep?',
    rationale: 'Without standards teams document everything, and nothing is found.',
  },
  {
    id: 'C3',
    kind: 'challenge',
    title: 'Tool fragmentation',
    question: 'Is one job spread over several tools that do not meet?',
    rationale: 'Silos, duplicate seats, hand-offs by hand, shadow tools and switching each have another remedy.',
  },
  {
    id: 'C4',
    kind: 'challenge',
    title: 'Low trust',
    question: 'Do people watch, copy in and approve because they do not trust?',
    rationale: 'Asynchronous work needs trust and openness. Behaviour is a weak sign of trust; a pulse has to ask.',
  },
] as const satisfies readonly ConstructEntry[];

export interface ConstructEntry {
  readonly id: string;
  readonly kind: 'principle' | 'difference' | 'challenge';
  readonly title: string;
  readonly question: string;
  /** Why it matters, in words that `explain` and the report share. */
  readonly rationale: string;
}

export type ConstructId = (typeof constructs)[number]['id'];

/** A challenge scores severity, so lower is better. */
export function isChallenge(id: string): boolean {
  return id.startsWith('C');
}
