import type { AuditCapability } from '../model/audit/structure.ts';
import type { TeamActivity, TeamUse } from './team-activity.ts';
import { mayTell, NOBODY, together } from './tellable-use.ts';

/** Figures beside an untold total: as many digits as leave open what it is. */
const DIGITS = 1000;

function coarse(value: number | null): number | null {
  return value === null ? null : Math.round(value * DIGITS) / DIGITS;
}

/** Where no use by person is at hand, a count of users that is withheld stands for too few of them. */
const TOO_FEW: TeamUse = { people: 1, days: 1, most: 1 };

function totalOf({ tool, users }: AuditCapability['tools'][number], activity: TeamActivity): TeamUse {
  const uses = activity.get(tool);
  if (uses !== undefined) return together([...uses.values()]);
  return users === 'suppressed' ? TOO_FEW : NOBODY;
}

/**
 * Tools whose share of the activity would tell of too few people, and the smallest others with them: shares add up to one,
 * so what is hidden has to be a group that may be told.
 */
function untoldShares(entries: AuditCapability['tools'], activity: TeamActivity, k: number): ReadonlySet<string> {
  const active = entries.map(({ tool }) => tool);
  const totals = new Map(entries.map((entry) => [entry.tool, totalOf(entry, activity)]));
  const untold = new Set(active.filter((tool) => !mayTell(totals.get(tool) ?? NOBODY, k)));
  const isClosed = () =>
    untold.size >= 2 && mayTell(together([...untold].map((tool) => totals.get(tool) ?? NOBODY)), k);
  while (untold.size > 0 && untold.size < active.length && !isClosed()) {
    const rest = active.filter((tool) => !untold.has(tool));
    untold.add(rest.reduce((least, tool) => (daysOf(totals, tool) < daysOf(totals, least) ? tool : least)));
  }
  return untold;
}

function daysOf(totals: ReadonlyMap<string, TeamUse>, tool: string): number {
  return totals.get(tool)?.days ?? 0;
}

/** A team of which too few people use the tools of the capability: its weight could be worked out from the divergence. */
function hasUntoldTeam(active: readonly string[], activity: TeamActivity, k: number): boolean {
  const byTeam = new Map<string | null, TeamUse>();
  for (const tool of active) {
    for (const [team, use] of activity.get(tool) ?? []) {
      byTeam.set(team, together([byTeam.get(team) ?? NOBODY, use]));
    }
  }
  return [...byTeam].some(([team, use]) => team !== null && !mayTell(use, k));
}

/**
 * Index figures without those that give back the activity of a group under k, or of one person who makes up most of it.
 * Simpson's unbiased estimator and the Miller-Madow correction tell how many days there are in all, the normalised
 * divergence tells how they fall on teams, and a share with all its digits is a fraction whose parts can be found.
 */
export function protectIndices(capability: AuditCapability, activity: TeamActivity, k: number): AuditCapability {
  const active = capability.tools.filter(({ activityShare }) => (activityShare ?? 0) > 0);
  const untold = active.length > 1 ? untoldShares(active, activity, k) : new Set<string>();
  const tools = active.map(({ tool }) => tool);
  const unsplit = hasUntoldTeam(tools, activity, k) ? withoutDivergence(capability) : capability;
  if (untold.size === 0) return unsplit;
  const { d0, d1, d2 } = unsplit.effectiveTools;
  return {
    ...unsplit,
    tools: unsplit.tools.map((entry) => ({
      ...entry,
      activityShare: untold.has(entry.tool) ? null : coarse(entry.activityShare),
    })),
    effectiveTools: { d0, d1: coarse(d1), d2: coarse(d2), d1MillerMadow: null },
    hhi: coarse(unsplit.hhi),
    hhiUnbiased: null,
    fragmentation: coarse(unsplit.fragmentation),
    gini: null,
    gamma: coarse(unsplit.gamma),
    alpha: coarse(unsplit.alpha),
    beta: coarse(unsplit.beta),
    normalisedDivergence: coarse(unsplit.normalisedDivergence),
    normalisedDivergenceCorrected: coarse(unsplit.normalisedDivergenceCorrected),
    variationOfInformation: null,
    teamTool: unsplit.teamTool
      .filter(({ tool }) => !untold.has(tool))
      .map((row) => ({ ...row, share: coarse(row.share) ?? 0 })),
  };
}

function withoutDivergence(capability: AuditCapability): AuditCapability {
  return {
    ...capability,
    normalisedDivergence: null,
    normalisedDivergenceCorrected: null,
    variationOfInformation: null,
  };
}
