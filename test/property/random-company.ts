import fc from 'fast-check';
import { addDays } from '../../src/util/day-arithmetic.ts';
import type { CompanySpec, ToolSpec } from '../unit/consolidation/company.ts';

const AS_OF = '2026-10-12';
const JOBS = ['wiki', 'docs_coediting', 'team_chat', 'task_tracking', 'product_roadmap', 'personal_notes'] as const;
const strength = fc.constantFrom(1 as const, 2 as const, 3 as const);

const tool: fc.Arbitrary<Omit<ToolSpec, 'id'>> = fc
  .record({
    vector: fc.dictionary(fc.constantFrom(...JOBS), strength, { minKeys: 1, maxKeys: 3 }),
    annual: fc.option(fc.integer({ min: 0, max: 20_000 }), { freq: 6 }),
    seats: fc.option(fc.integer({ min: 1, max: 60 })),
    users: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { maxLength: 25 }), { freq: 6 }),
    term: fc.option(
      fc.record({ ends: fc.integer({ min: -200, max: 500 }), noticeDays: fc.integer({ min: 0, max: 120 }) }),
    ),
    autoRenew: fc.constantFrom(true, false, null),
    minimumSeats: fc.option(fc.integer({ min: 0, max: 30 })),
  })
  .map(({ seats, term, minimumSeats, autoRenew, ...rest }) => ({
    ...rest,
    autoRenew,
    ...(seats === null ? {} : { seats }),
    ...(minimumSeats === null ? {} : { minimumSeats }),
    ...(term === null ? {} : { end: addDays(AS_OF, term.ends), noticeDays: term.noticeDays }),
  }));

/** Small companies with whatever state their data may be in. */
export const randomCompany: fc.Arbitrary<CompanySpec> = fc
  .record({
    people: fc.array(fc.constantFrom('Design', 'Sales', 'Support', null), { minLength: 30, maxLength: 30 }),
    tools: fc.array(tool, { minLength: 1, maxLength: 8 }),
    edges: fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom('live' as const, 'manual' as const)), {
      maxLength: 6,
    }),
  })
  .map(({ people, tools, edges }) => ({
    asOf: AS_OF,
    people,
    tools: tools.map((each, at) => ({ ...each, id: `T${at}` })),
    integrations: edges
      .filter(([from, to]) => from !== to && from < tools.length && to < tools.length)
      .map(([from, to, state]) => [`T${from}`, `T${to}`, state, 10] as const),
  }));
