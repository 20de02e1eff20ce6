import type { Audit } from '../model/audit/audit.ts';
import type { Profile } from '../model/audit/profile.ts';
import type { Structure } from '../model/audit/structure.ts';
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

/** Everything the report could not judge, with what would settle it; nothing is left out silently. */
export function notAssessed(snapshot: Snapshot, structure: Structure, profile: Profile): NotAssessed[] {
  const gaps = snapshot.gaps.map((gap) => ({
    id: gap.id,
    title: gap.title,
    why: gap.why,
    wouldSupply: gap.wouldSupply,
  }));
  return [...gaps, ...constructs(profile), ...tools(structure)];
}
