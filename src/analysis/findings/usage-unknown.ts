import type { AuditTool } from '../../model/audit/structure.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { byName, makeFinding } from './make-finding.ts';
import type { FindingRule } from './rule.ts';
import { listWords } from './words.ts';

export const usageUnknown = {
  meta: {
    id: 'usage-unknown',
    title: 'Paid tools whose use no source sees',
    condition:
      'A contract or a payment names the tool, and no source tells who uses it. Shadow tools are stated as such; tools billed by use or as media spend have no seats to be idle.',
    reference: 'METHOD 0.2, 6a.13',
    step: 4,
  },
  find({ sections, snapshot }) {
    const billing = new Map(snapshot.tools.map((tool) => [tool.id, tool.billingKind]));
    const members = new Set(sections.tools.filter(({ users }) => users !== null).map(({ suite }) => suite));
    const open = byName(
      sections.tools.filter(
        (tool) => isPaid(tool) && hasSeats(tool, billing.get(tool.id)) && tool.users === null && !members.has(tool.id),
      ),
    );
    if (open.length === 0) return [];
    const names = open.map((tool) => tool.name);
    const title =
      open.length === 1
        ? `${names[0]} is paid for, and no source says who uses it`
        : `${open.length} tools are paid for, and no source says who uses them`;
    const because = [`Not counted as unused: ${listWords(names)}. A member or sign-in export would settle it.`];
    return [makeFinding({ rule: 'usage-unknown', title, severity: 'look', because }, open)];
  },
} satisfies FindingRule;

function isPaid({ listing, contract, spend }: AuditTool): boolean {
  return listing !== 'shadow' && (contract !== null || spend.period !== null);
}

function hasSeats({ seats }: AuditTool, billing: Snapshot['tools'][number]['billingKind'] | undefined): boolean {
  return (seats.purchased ?? 0) > 0 || billing === 'seats' || billing === null || billing === undefined;
}
