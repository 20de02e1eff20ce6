import type { Consolidation } from '../model/audit/consolidation.ts';
import type { Structure } from '../model/audit/structure.ts';
import type { Transition } from '../model/audit/transition.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { daysBetween } from '../util/day-arithmetic.ts';
import { textOrder } from '../util/text-order.ts';
import { CAPACITY } from './pack-waves.ts';
import type { DatedMove } from './schedule.ts';

type Risk = Transition['risks'][number];

export interface RiskInput {
  readonly snapshot: Snapshot;
  readonly structure: Structure;
  readonly consolidation: Consolidation;
  readonly moves: readonly DatedMove[];
  readonly bufferDays: number;
}

type Seed = Omit<Risk, 'tools'> & { readonly tools: (input: RiskInput) => readonly string[] | null };

/** One vendor above this share of the jobs that belong in one place is a lock-in (METHOD 4.6). */
const LOCK_IN_SHARE = 0.6;
/** This part of a team's capacity in one wave is close to full. */
const NEARLY_FULL = 0.75;
const MANY_RETIRED = 3;

/** The register of METHOD 4.6; `tools` says for which tools a risk applies, null = not at all. */
const SEEDS: readonly Seed[] = [
  {
    id: 'missed-notice',
    risk: 'A notice window is missed and a term renews',
    trigger: 'Fewer days to the deadline than the decision buffer, or the date is already past',
    response: 'Escalate, negotiate a short extension, book the term in the bridge',
    probability: 'high',
    impact: 'one term of cost',
    tools: noticeAtRisk,
  },
  {
    id: 'notice-unknown',
    risk: 'The notice period is not known and 90 days were assumed',
    trigger: 'No notice period in the contract list',
    response: 'Read the contract before the assumed date',
    probability: 'medium',
    impact: 'one term of cost',
    tools: ({ structure }) =>
      some(structure.tools.filter(({ contract }) => contract?.noticeState === 'assumed').map(({ name }) => name)),
  },
  {
    id: 'power-users',
    risk: 'A few people do most of the work in a tool that goes',
    trigger: 'The busiest twentieth makes more than half of the activity',
    response: 'Interview them first and run the pilot with them',
    probability: 'medium',
    impact: 'the move stalls',
    tools: (input) => some(migrated(input)),
  },
  {
    id: 'integration-breaks',
    risk: 'An integration breaks in silence',
    trigger: 'Events on the connection fall by more than 80 %',
    response: 'Test it with a made-up event before and after the cut-over; roll back',
    probability: 'medium',
    impact: 'work is lost or done twice',
    tools: integrated,
  },
  {
    id: 'double-running',
    risk: 'Both tools run on for good',
    trigger: 'The parallel run lasts 30 days longer than planned',
    response: 'A hard read-only date, announced at the start',
    probability: 'high',
    impact: 'the saving does not come',
    tools: (input) => some(migrated(input)),
  },
  {
    id: 'shortfall',
    risk: 'A function is missed in the new tool',
    trigger: 'The pilot rates it below the quality floor',
    response: 'Keep an exception with an owner and an expiry date',
    probability: 'medium',
    impact: 'people go around the tool',
    tools: ({ consolidation, structure }) =>
      some(consolidation.decisions.filter(({ lost }) => lost.length > 0).map(({ tool }) => nameIn(structure, tool))),
  },
  {
    id: 'data-loss',
    risk: 'Records under a legal hold are lost in the move',
    trigger: 'Counts or checksums of the export differ',
    response: 'Stop at the gate; nothing is deleted before the export is proven',
    probability: 'low',
    impact: 'legal',
    tools: (input) => some(migrated(input)),
  },
  {
    id: 'shadow-return',
    risk: 'A retired tool comes back on somebody’s card',
    trigger: 'More than 5 % of its former users are active in it after the cut-over',
    response: 'Find the need that is not met and meet it; do not punish',
    probability: 'medium',
    impact: 'knowledge is split again',
    tools: (input) => some(migrated(input)),
  },
  {
    id: 'saturation',
    risk: 'A team has to take in more change than it can',
    trigger: 'The load of a wave comes near the capacity of a team',
    response: 'Move the wave',
    probability: 'medium',
    impact: 'delays, and resistance to the next move',
    tools: saturating,
  },
  {
    id: 'lock-in',
    risk: 'One vendor holds most of what the organisation cannot do without',
    trigger: 'One vendor has more than 60 % of the jobs that belong in one place',
    response: 'An exit clause, and an export tested twice a year',
    probability: 'medium',
    impact: 'price rises without an alternative',
    tools: lockedIn,
  },
  {
    id: 'over-consolidation',
    risk: 'Too much is pressed into one tool',
    trigger: 'Satisfaction or local decisions fall after a wave',
    response: 'Give choice back within a baseline',
    probability: 'low',
    impact: 'trust',
    tools: ({ moves }) => {
      const retired = moves.filter(({ movement }) => movement.decision.verdict === 'retire');
      return retired.length >= MANY_RETIRED ? retired.map(({ movement }) => movement.tool.name) : null;
    },
  },
  {
    id: 'surveillance',
    risk: 'The audit is seen as watching people',
    trigger: 'More people opt out, or questions to the works council',
    response: 'Show the field list and the group threshold; reduce what is read',
    probability: 'medium',
    impact: 'trust',
    tools: ({ snapshot }) => (snapshot.accounts.length > 0 || snapshot.usageDays.tool.length > 0 ? [] : null),
  },
];

/** Risks that apply here, with the tools that they apply to (empty = the programme as a whole). */
export function risksOf(input: RiskInput): Risk[] {
  return SEEDS.flatMap(({ tools, ...risk }) => {
    const named = tools(input);
    return named === null ? [] : [{ ...risk, tools: [...new Set(named)].sort(textOrder) }];
  });
}

function some(names: readonly string[]): readonly string[] | null {
  return names.length === 0 ? null : names;
}

function nameIn({ tools }: Structure, id: string): string {
  return tools.find((tool) => tool.id === id)?.name ?? id;
}

function migrated({ moves }: RiskInput): string[] {
  return moves.filter(({ movement }) => movement.isMigration).map(({ movement }) => movement.tool.name);
}

function noticeAtRisk({ structure, snapshot, bufferDays }: RiskInput): readonly string[] | null {
  const near = structure.tools.filter(({ contract }) => {
    if (contract === null || contract.autoRenew === false) return false;
    return contract.noticeState === 'missed' || daysBetween(snapshot.asOf, contract.noticeDeadline) < bufferDays;
  });
  return some(near.map(({ name }) => name));
}

function integrated({ moves, snapshot }: RiskInput): readonly string[] | null {
  const live = new Set(
    snapshot.integrations.filter(({ state }) => state === 'live').flatMap(({ from, to }) => [from, to]),
  );
  return some(
    moves.filter(({ movement: m }) => m.isMigration && live.has(m.tool.id)).map(({ movement }) => movement.tool.name),
  );
}

function saturating({ moves }: RiskInput): readonly string[] | null {
  const loads = new Map<string, { units: number; tools: string[] }>();
  for (const { movement, wave } of moves) {
    for (const [team, units] of movement.load) {
      const key = `${wave} ${team}`;
      const { units: before, tools } = loads.get(key) ?? { units: 0, tools: [] };
      loads.set(key, { units: before + units, tools: [...tools, movement.tool.name] });
    }
  }
  return some([...loads.values()].filter(({ units }) => units > CAPACITY * NEARLY_FULL).flatMap(({ tools }) => tools));
}

function lockedIn({ structure, consolidation }: RiskInput): readonly string[] | null {
  const retired = new Set(
    consolidation.decisions.filter(({ verdict }) => verdict === 'retire').map(({ tool }) => tool),
  );
  const holders = structure.capabilities
    .filter(({ oneHome }) => oneHome === 'strong')
    .flatMap(({ tools }) => {
      const first = tools.find(({ tool, activityShare }) => !retired.has(tool) && (activityShare ?? 0) > 0);
      const tool = structure.tools.find(({ id }) => id === first?.tool);
      return tool?.vendor == null ? [] : [tool];
    });
  const vendors = [...new Set(holders.map(({ vendor }) => vendor))];
  const dominant = vendors.find(
    (vendor) => holders.filter((tool) => tool.vendor === vendor).length > holders.length * LOCK_IN_SHARE,
  );
  if (dominant === undefined || holders.length < 2) return null;
  return holders.filter(({ vendor }) => vendor === dominant).map(({ name }) => name);
}
