import type { PeopleCount } from '../../model/audit/figures.ts';
import type { AuditTool, Seats, Structure, ToolPair } from '../../model/audit/structure.ts';
import { withoutFigures } from '../protect-pair.ts';
import { SEAT_CELLS } from '../seat-row.ts';

type IsGone = (id: string) => boolean;

function hide<Count extends PeopleCount | undefined>(isGone: boolean, count: Count): Count | 'suppressed' {
  return isGone && count !== null && count !== undefined ? 'suppressed' : count;
}

function seatsWithout(seats: Seats, at: string, isGone: IsGone): Seats {
  const cells = Object.fromEntries(SEAT_CELLS.map((cell) => [cell, hide(isGone(`${at}.${cell}`), seats[cell])]));
  const next = { ...seats, ...cells } as Seats;
  const { neverUsed, sensitivity, byTeam, unknownBecause } = seats;
  if (neverUsed !== undefined) next.neverUsed = hide(isGone(`${at}.neverUsed`), neverUsed);
  if (sensitivity !== undefined)
    next.sensitivity = sensitivity.map((row) => {
      const path = `${at}.sensitivity.${row.thresholdDays}`;
      const [active, inactive] = [
        hide(isGone(`${path}.active`), row.active),
        hide(isGone(`${path}.inactive`), row.inactive),
      ];
      const [unknown, grace] = [hide(isGone(`${path}.unknown`), row.unknown), hide(isGone(`${path}.grace`), row.grace)];
      // Active, grace and unknown make up what is recommended.
      const tells = [active, unknown, grace].includes('suppressed');
      return { ...row, active, inactive, unknown, grace, recommended: hide(tells, row.recommended) };
    });
  if (byTeam !== undefined)
    next.byTeam = byTeam.map((row) => {
      const path = `${at}.byTeam.${row.team}`;
      const counts = { active: row.active, inactive: row.inactive, unknown: row.unknown };
      const shown = Object.entries(counts).map(([state, count]) => [state, hide(isGone(`${path}.${state}`), count)]);
      return { ...row, ...Object.fromEntries(shown) };
    });
  if ([next.active, next.grace, next.unknown].includes('suppressed')) next.recommended = hide(true, next.recommended);
  if (next.unknown === 'suppressed' && unknownBecause !== undefined) delete next.unknownBecause;
  return next;
}

function toolWithout(tool: AuditTool, isGone: IsGone): AuditTool {
  const at = `tools.${tool.id}`;
  return {
    ...tool,
    users: hide(isGone(`${at}.users`), tool.users),
    seats: seatsWithout(tool.seats, `${at}.seats`, isGone),
  };
}

function pairWithout(pair: ToolPair, isGone: IsGone): ToolPair {
  const areUsersGone = [pair.a, pair.b].some((tool) => isGone(`tools.${tool}.users`));
  const isSharedGone = isGone(`pairs.${pair.a}+${pair.b}.shared`) || (areUsersGone && pair.shared !== 0);
  return withoutFigures(pair, { users: areUsersGone, shared: isSharedGone && typeof pair.shared === 'number' });
}

/** The structure with these figures withheld, and with them every figure that is made of one. */
export function withoutFiguresOf(structure: Structure, gone: ReadonlySet<string>): Structure {
  if (gone.size === 0) return structure;
  const isGone = (id: string) => gone.has(id);
  const { sso } = structure.people;
  return {
    ...structure,
    tools: structure.tools.map((tool) => toolWithout(tool, isGone)),
    capabilities: structure.capabilities.map((capability) => ({
      ...capability,
      tools: capability.tools.map((entry) => ({
        ...entry,
        users: hide(isGone(`tools.${entry.tool}.users`), entry.users),
      })),
    })),
    pairs: structure.pairs.map((pair) => pairWithout(pair, isGone)),
    people: {
      ...structure.people,
      teams: structure.people.teams.map(({ id, size }) => ({
        id,
        size: hide(isGone(`people.teams.${id}.size`), size),
      })),
      sso: isGone('people.sso.byUserApp') ? { ...sso, byUserApp: null } : sso,
    },
  };
}
