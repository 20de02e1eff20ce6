import type { AuditTool } from '../../model/audit/structure.ts';
import type { Money } from '../../model/money.ts';
import { usageThreshold } from '../structure/group-threshold.ts';
import { moneyWords } from '../structure/money-words.ts';
import { makeFinding } from './make-finding.ts';
import type { FindingRule, StatedFinding } from './rule.ts';
import { hidesSmallGroup, roundedDown } from './small-groups.ts';

const SHARE = 0.25;
const SEATS = 5;

export const shelfware = {
  meta: {
    id: 'shelfware',
    title: 'Seats that are paid for and not used',
    condition: 'Usage is known, and inactive and spare seats are at least 5 and at least 25 % of those purchased.',
    reference: 'METHOD 6a.13',
    step: 4,
  },
  find({ sections, snapshot }) {
    return sections.tools.flatMap((tool) => idle(tool, usageThreshold(snapshot)) ?? []);
  },
} satisfies FindingRule;

function idle(tool: AuditTool, k: number): StatedFinding | null {
  const { purchased, spare, inactive, thresholdDays, unknown } = tool.seats;
  if (purchased === null || purchased === 0 || typeof inactive !== 'number' || tool.users === null) return null;
  const unused = inactive + (spare ?? 0);
  if (unused < SEATS || unused < SHARE * purchased) return null;
  const exact = !hidesSmallGroup(tool, k);
  const told = exact ? unused : roundedDown(inactive, k) + (spare ?? 0);
  const annual = tool.contract === null ? null : tool.spend.annual;
  const saving = annual === null ? null : costOf(annual, told, purchased);
  const open = typeof unknown === 'number' && unknown > 0 ? ['Seats of unknown use are not counted as unused.'] : [];
  const people = exact ? String(inactive) : `at least ${roundedDown(inactive, k)}`;
  return makeFinding(
    {
      rule: 'shelfware',
      title: `${exact ? '' : 'At least '}${told} of ${purchased} seats of ${tool.name} are paid for and not used`,
      severity: 'act',
      saving,
      because: [
        seatWords(spare, people, thresholdDays),
        ...(saving === null
          ? []
          : [`At the average price of a seat that is ${moneyWords(saving)} a year, before contract floors.`]),
        ...open,
      ],
    },
    [tool],
  );
}

function seatWords(spare: number | null, inactive: string, thresholdDays: number): string {
  const free = spare === null ? 'How many seats are assigned to nobody is not known' : `${spare} assigned to nobody`;
  return `${free}, ${inactive} assigned to people who were not active in the last ${thresholdDays} days of the period.`;
}

function costOf(annual: Money, seats: number, purchased: number): Money {
  return { minor: Math.round((annual.minor * seats) / purchased), currency: annual.currency };
}
