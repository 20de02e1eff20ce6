import type { AuditTool } from '../../model/audit/structure.ts';
import type { Snapshot, SourceKind } from '../../model/snapshot.ts';
import { usageThreshold } from '../structure/group-threshold.ts';
import { moneyWords } from '../structure/money-words.ts';
import { makeFinding } from './make-finding.ts';
import type { FindingRule } from './rule.ts';
import { hidesSmallGroup } from './small-groups.ts';
import { listWords, peopleWords } from './words.ts';

const SEEN: Readonly<Record<SourceKind, string>> = {
  inventory: 'the inventory',
  contract: 'contracts',
  spend: 'payments',
  'sign-in': 'sign-ins',
  grant: 'grants',
  account: 'account lists',
  integration: 'integrations',
};

export const shadowTool = {
  meta: {
    id: 'shadow-tool',
    title: 'A tool that nobody has listed',
    condition:
      'Seen in payments, sign-ins or grants and neither in the inventory nor in the contracts; a member of a listed suite is not one. Not stated where there is neither inventory nor contracts.',
    reference: 'METHOD 6a.17',
    step: 4,
  },
  find({ sections, snapshot }) {
    const listed = new Set(sections.tools.filter((tool) => tool.listing !== 'shadow').map((tool) => tool.id));
    const k = usageThreshold(snapshot);
    return sections.tools
      .filter((tool) => tool.listing === 'shadow' && listed.size > 0 && !isPartOf(tool, listed))
      .map((tool) =>
        makeFinding(
          {
            rule: 'shadow-tool',
            title: `${tool.name} stands in neither the inventory nor the contracts; it was seen in ${listWords(tool.sources.map((kind) => SEEN[kind]))}`,
            severity: 'look',
            because: [...useWords(tool, k), ...spendWords(tool, snapshot.spend)],
          },
          [tool],
        ),
      );
  },
} satisfies FindingRule;

function isPartOf({ suite }: AuditTool, listed: ReadonlySet<string>): boolean {
  return suite !== null && listed.has(suite);
}

function useWords(tool: AuditTool, k: number): readonly string[] {
  const { users } = tool;
  if (typeof users !== 'number') return ['How many people use it is not known.'];
  return [`Active in the period: ${peopleWords(users, k, !hidesSmallGroup(tool, k))}.`];
}

function spendWords({ id, spend }: AuditTool, lines: Snapshot['spend']): readonly string[] {
  if (spend.period === null) return [];
  if (spend.period.minor !== 0) return [`Booked in the period: ${moneyWords(spend.period)}.`];
  const days = lines.filter((line) => line.tool === id).map((line) => line.date);
  return [`Nothing was booked in the period; the last payment was on ${days.sort().at(-1) ?? 'an unknown day'}.`];
}
