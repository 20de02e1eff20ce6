import { describe, expect, it } from 'vitest';
import type { AuditTool, Structure, ToolContract } from '../../../src/model/audit/structure.ts';
import { CalendarEntry } from '../../../src/model/audit/transition.ts';
import { Policy } from '../../../src/model/policy.ts';
import { calendarOf } from '../../../src/transition/calendar.ts';

const AS_OF = '2026-10-12';

const term = (fields: Partial<ToolContract> = {}): ToolContract => ({
  plan: null,
  start: null,
  end: '2026-12-31',
  noticeDays: 30,
  noticeDeadline: '2026-12-01',
  noticeState: 'known',
  autoRenew: true,
  minimumSeats: null,
  annual: null,
  ...fields,
});

/** Dates of one tool's contracts as kind, day, title and state. */
function entries(contract: ToolContract, furtherContracts?: ToolContract[]) {
  const tool = { id: 'slack', name: 'Slack', contract, ...(furtherContracts && { furtherContracts }) } as AuditTool;
  const calendar = calendarOf({ tools: [tool] } as unknown as Structure, Policy.parse({}), [], AS_OF);
  for (const entry of calendar) CalendarEntry.parse(entry);
  expect(new Set(calendar.map(({ id }) => id)).size).toBe(calendar.length);
  return calendar
    .filter((entry) => entry.tool === 'slack')
    .map(({ kind, date, title, state }) => [kind, date, title, state]);
}

describe('contracts in the calendar', () => {
  it('lists every contract of a tool under its plan', () => {
    const guests = term({ plan: 'Guests', end: '2027-03-31', noticeDeadline: '2027-03-01' });
    // The same days as the first one, and no plan: still an entry of its own.
    const unnamed = term();
    expect(entries(term({ plan: 'Core' }), [unnamed, guests])).toEqual([
      ['notice', '2026-12-01', 'Slack (Core): last day for notice', 'open'],
      ['notice', '2026-12-01', 'Slack (contract to 2026-12-31): last day for notice', 'open'],
      ['contract end', '2026-12-31', 'Slack (Core): the term ends', 'open'],
      ['contract end', '2026-12-31', 'Slack (contract to 2026-12-31): the term ends', 'open'],
      ['notice', '2027-03-01', 'Slack (Guests): last day for notice', 'open'],
      ['contract end', '2027-03-31', 'Slack (Guests): the term ends', 'open'],
    ]);
  });

  it('marks the dates of a term that is taken as renewed', () => {
    const renewed = term({ renewedFrom: '2025-12-31' });
    expect(entries(renewed)).toEqual([
      ['notice', '2026-12-01', 'Slack: last day for notice (renewal after 2025-12-31 assumed)', 'assumed'],
      ['contract end', '2026-12-31', 'Slack: the term ends (renewal after 2025-12-31 assumed)', 'assumed'],
    ]);
    const both = term({
      renewedFrom: '2025-12-31',
      noticeDays: 90,
      noticeDeadline: '2026-10-02',
      noticeState: 'assumed',
    });
    expect(entries(both)[0]).toEqual([
      'notice',
      '2026-10-02',
      'Slack: last day for notice (90 days assumed, renewal after 2025-12-31 assumed)',
      'assumed',
    ]);
    const late = term({ renewedFrom: '2025-12-31', noticeDeadline: '2026-10-02', noticeState: 'missed' });
    expect(entries(late)[0]?.[3]).toBe('missed');
  });

  it('says of a contract that is over and does not renew that it costs nothing more', () => {
    const over = term({ end: '2026-10-11', noticeDeadline: '2026-09-11', noticeState: 'missed', autoRenew: false });
    expect(entries(over)).toEqual([
      ['contract end', '2026-10-11', 'Slack: the term ended and does not renew: no future cost', 'past'],
    ]);
    expect(entries({ ...over, end: AS_OF })).toEqual([['contract end', AS_OF, 'Slack: the term ends', 'open']]);
  });
});
