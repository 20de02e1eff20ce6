import type { Audit } from '../model/audit/audit.ts';
import type { Profile } from '../model/audit/profile.ts';
import type { Structure, UnknownUse } from '../model/audit/structure.ts';
import type { Snapshot } from '../model/snapshot.ts';

type NotAssessed = Audit['notAssessed'][number];

function constructs(profile: Profile): readonly NotAssessed[] {
  return [...profile.principles, ...profile.differences, ...profile.challenges]
    .filter((construct) => construct.score === null)
    .map((construct) => ({
      id: construct.id,
      title: construct.title,
      why: `Insufficient evidence: ${Math.round(construct.coverage * 100)} % of the weight of its signals is known.`,
      wouldSupply: construct.wouldAddMost[0]?.source ?? 'See the signals of this construct.',
    }));
}

function tools(structure: Structure): readonly NotAssessed[] {
  return structure.tools
    .filter((tool) => tool.users === null)
    .map((tool) => ({
      id: `usage:${tool.id}`,
      title: `Usage of ${tool.name}`,
      why: 'No source sees who uses it; it is not counted as unused.',
      wouldSupply: `A member or sign-in export of ${tool.name}, or rows in the usage template.`,
    }));
}

const WHY_UNKNOWN: Readonly<Record<UnknownUse, string>> = {
  'no-source': 'no source lists who has a seat',
  'not-told': 'no source tells when some people used it',
  'sign-ins-only': 'of some people only sign-ins are known, and silence there proves no idle seat',
  'out-of-date':
    'the list of accounts misses more than the last third of the days that count: it is dated earlier, or nobody in it is active since',
};

/** Tools of which some use is known, and of some seats not whether they lie idle. */
function idleSeats(structure: Structure): readonly NotAssessed[] {
  return structure.tools.flatMap(({ id, name, users, seats: { unknownBecause = [] } }) =>
    users === null || unknownBecause.length === 0
      ? []
      : {
          id: `seats:${id}`,
          title: `Idle seats of ${name}`,
          why: `Counted as unknown: ${unknownBecause.map((reason) => WHY_UNKNOWN[reason]).join('; ')}.`,
          wouldSupply: `A list of accounts from ${name} itself with their last use, drawn after the period's end, or rows in the usage template.`,
        },
  );
}

/** Leave is no part of any input, so its grace is left to people. */
function leave(structure: Structure): readonly NotAssessed[] {
  const idle = structure.tools.some(({ seats }) => seats.inactive !== null && seats.inactive !== 0);
  if (!idle) return [];
  return [
    {
      id: 'leave',
      title: 'People on leave',
      why: 'No input tells who was on leave, so the seat of somebody who was away longer than the threshold counts as unused.',
      wouldSupply: 'The people team: ask who was away before a seat is taken back.',
    },
  ];
}

/** Everything the report could not judge, with what would settle it; nothing is left out silently. */
export function notAssessed(snapshot: Snapshot, structure: Structure, profile: Profile): NotAssessed[] {
  const gaps = snapshot.gaps.map((gap) => ({
    id: gap.id,
    title: gap.title,
    why: gap.why,
    wouldSupply: gap.wouldSupply,
  }));
  return [...gaps, ...constructs(profile), ...tools(structure), ...idleSeats(structure), ...leave(structure)];
}
