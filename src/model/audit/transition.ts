import { z } from 'zod';
import { Day } from '../calendar.ts';

export const Move = z.strictObject({
  id: z.string(),
  decision: z.string(),
  tool: z.string(),
  target: z.string().nullable(),
  verdict: z.string(),
  /** METHOD 4.1; null where no contract dates it. */
  start: Day.nullable(),
  goNoGo: Day.nullable(),
  noticeDeadline: Day.nullable(),
  cutOver: Day.nullable(),
  parallelEnds: Day.nullable(),
  contractEnd: Day.nullable(),
  teams: z.array(z.string()),
  load: z.number(),
  after: z.array(z.string()),
  note: z.string().nullable(),
});
export type Move = z.infer<typeof Move>;

export const Wave = z.strictObject({
  id: z.int().min(0),
  title: z.string(),
  from: Day.nullable(),
  to: Day.nullable(),
  moves: z.array(Move),
  gate: z.string(),
});
export type Wave = z.infer<typeof Wave>;

export const CalendarEntry = z.strictObject({
  id: z.string(),
  date: Day,
  kind: z.enum([
    'notice',
    'go-no-go',
    'cut-over',
    'parallel-run ends',
    'contract end',
    'review',
    'start',
    'redundancy expires',
  ]),
  tool: z.string().nullable(),
  title: z.string(),
  state: z.enum(['past', 'missed', 'open', 'assumed']),
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

/** One of the five steps as a gate (METHOD 4.4). */
export const StepGate = z.strictObject({
  step: z.int().min(1).max(5),
  title: z.string(),
  criterion: z.string(),
  value: z.string(),
  state: z.enum(['met', 'not met', 'not assessed']),
  actions: z.array(z.string()),
});

export const Transition = z.strictObject({
  steps: z.array(StepGate),
  waves: z.array(Wave),
  calendar: z.array(CalendarEntry),
  decisionRights: z.array(
    z.strictObject({ domain: z.string(), driver: z.string(), approver: z.string(), rule: z.string() }),
  ),
  charter: z.array(
    z.strictObject({
      channel: z.string(),
      tool: z.string().nullable(),
      use: z.string(),
      reply: z.string(),
      escalation: z.string(),
    }),
  ),
  homes: z.array(
    z.strictObject({
      objectType: z.string(),
      home: z.string().nullable(),
      proposed: z.string().nullable(),
      share: z.number().nullable(),
    }),
  ),
  training: z.array(
    z.strictObject({ topic: z.string(), audience: z.string(), when: Day.nullable(), measure: z.string() }),
  ),
  risks: z.array(
    z.strictObject({
      id: z.string(),
      risk: z.string(),
      trigger: z.string(),
      response: z.string(),
      tools: z.array(z.string()),
      probability: z.string(),
      impact: z.string(),
    }),
  ),
  documents: z.array(
    z.strictObject({ id: z.string(), title: z.string(), kind: z.string(), body: z.array(z.string()) }),
  ),
});
export type Transition = z.infer<typeof Transition>;
