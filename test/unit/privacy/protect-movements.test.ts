import { describe, expect, it } from 'vitest';
import type { AuditTool, TeamSeats } from '../../../src/model/audit/structure.ts';
import { protectMovements } from '../../../src/privacy/protect-movements.ts';

const row = (team: string, active: number, inactive = 0): TeamSeats => ({ team, active, inactive, unknown: 0 });
const tool = (...byTeam: readonly TeamSeats[]) => ({ id: 't', seats: { byTeam } }) as unknown as AuditTool;
const rows = (now: AuditTool, before: AuditTool | undefined) => protectMovements(now, before, 5).seats.byTeam;
const others = '(other teams)';

describe('protectMovements', () => {
  it('lets a team join the others whose count moved by fewer than k people', () => {
    const now = tool(row('A', 22, 8), row('B', 40), row(others, 9));
    const before = tool(row('A', 23, 7), row('B', 32), row(others, 12));
    // A: 23 -> 22. B: 32 -> 40 are eight people. The others hold A and themselves: 22 + 9 and 8 + 0.
    expect(rows(now, before)).toEqual([row('B', 40), row(others, 31, 8)]);
  });

  it('never leaves one team alone among the others', () => {
    const now = tool(row('A', 22), row('B', 40), row('C', 12));
    const before = tool(row('A', 23), row('B', 40), row('C', 12));
    expect(rows(now, before)).toEqual([row('B', 40), row(others, 34)]);
    expect(rows(tool(row('A', 22), row('B', 40)), tool(row('A', 23), row('B', 40)))).toEqual([]);
  });

  it('leaves what did not move, moved by k, was not shown, or is all there is of the tool', () => {
    const stands: readonly (readonly [AuditTool, AuditTool | undefined])[] = [
      [tool(row('A', 20), row('B', 40)), tool(row('A', 20), row('B', 45))],
      [tool(row('A', 20), row('B', 40)), tool(row('C', 21))],
      [tool(row('A', 20), row('B', 40)), undefined],
      [tool(row('A', 20)), tool(row('A', 21))],
    ];
    for (const [now, before] of stands) expect(protectMovements(now, before, 5)).toBe(now);
  });
});
