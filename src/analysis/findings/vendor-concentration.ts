import type { AuditCapability, AuditTool } from '../../model/audit/structure.ts';
import { byName, makeFinding } from './make-finding.ts';
import type { FindingContext, FindingRule, StatedFinding } from './rule.ts';
import { insideSentence, listWords } from './words.ts';

/** METHOD 4.6: one vendor lock-in. */
const SHARE = 0.6;
/** Of fewer jobs, or of fewer tools with a known cost, a share says nothing. */
const ENOUGH = 5;
const SHOWN = 6;

export const vendorConcentration = {
  meta: {
    id: 'vendor-concentration',
    title: 'One vendor holds most of what matters',
    condition:
      'More than 60 % of the jobs for which one tool per company is the norm are done in tools of one vendor (the tool with most of the activity; at least 5 jobs of which it is known). Where activity is not known: more than 60 % of the known annual cost, of at least 5 tools.',
    reference: 'METHOD 4.6',
    step: 4,
  },
  find(context) {
    const jobs = byJobs(context);
    if (jobs !== null) return jobs === 'nobody' ? [] : [jobs];
    const spend = bySpend(context);
    return spend === null ? [] : [spend];
  },
} satisfies FindingRule;

interface Held {
  readonly capability: AuditCapability;
  readonly tool: AuditTool;
  readonly vendor: string;
}

/** null = too few jobs of which the holder is known, so cost has to stand in. */
function byJobs({ sections }: FindingContext): StatedFinding | 'nobody' | null {
  const jobs = sections.capabilities.filter(({ oneHome, tools }) => oneHome === 'strong' && tools.length > 0);
  const held = jobs.flatMap((capability) => holderOf(capability, sections.tools) ?? []);
  if (held.length < ENOUGH) return null;
  const top = largest(held.map(({ vendor }) => ({ vendor, amount: 1 })));
  if (top === null || top.share <= SHARE) return 'nobody';
  const own = held.filter(({ vendor }) => vendor === top.vendor);
  const names = own.map(({ capability }) => insideSentence(capability.name));
  const unknown = jobs.length - held.length;
  return concentrated(
    top.vendor,
    `${top.vendor} holds ${own.length} of ${held.length} jobs that belong in one place (${Math.round(top.share * 100)} %)`,
    [
      `In its tools: ${listWords([...names.slice(0, SHOWN), ...(names.length > SHOWN ? [`${names.length - SHOWN} more`] : [])])}.`,
      ...(unknown === 0 ? [] : [`Of ${unknown} more such jobs it is not known who holds them.`]),
    ],
    own.map(({ tool }) => tool),
  );
}

/** The tool with most of the activity; the only one where none is known; null = nobody can say, or no vendor. */
function holderOf(capability: AuditCapability, tools: readonly AuditTool[]): Held | null {
  const active = capability.tools.find(({ activityShare }) => (activityShare ?? 0) > 0);
  const only = capability.tools.length === 1 ? capability.tools[0] : undefined;
  const tool = tools.find(({ id }) => id === (active ?? only)?.tool);
  return tool === undefined || tool.vendor === null ? null : { capability, tool, vendor: tool.vendor };
}

function bySpend({ sections }: FindingContext): StatedFinding | null {
  const paid = sections.tools.flatMap((tool) =>
    tool.spend.annual === null || tool.spend.annual.minor <= 0 ? [] : [{ tool, amount: tool.spend.annual.minor }],
  );
  if (paid.length < ENOUGH) return null;
  const top = largest(paid.map(({ tool, amount }) => ({ vendor: tool.vendor, amount })));
  if (top === null || top.share <= SHARE) return null;
  const own = paid.filter(({ tool }) => tool.vendor === top.vendor).map(({ tool }) => tool);
  return concentrated(
    top.vendor,
    `${top.vendor} takes ${Math.round(top.share * 100)} % of the known annual cost of tools`,
    [
      `By cost, since too little is known of who works where; the cost of ${paid.length} of ${sections.tools.length} tools is known.`,
    ],
    own,
  );
}

/** The vendor with the largest sum and its share of all, unknown vendors among them; the first by name of equal ones. */
function largest(
  rows: readonly { readonly vendor: string | null; readonly amount: number }[],
): { readonly vendor: string; readonly share: number } | null {
  const sums = new Map<string, number>();
  for (const { vendor, amount } of rows) if (vendor !== null) sums.set(vendor, (sums.get(vendor) ?? 0) + amount);
  const all = rows.reduce((total, { amount }) => total + amount, 0);
  const [first] = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first === undefined || all === 0 ? null : { vendor: first[0], share: first[1] / all };
}

function concentrated(
  vendor: string,
  title: string,
  because: readonly string[],
  tools: readonly AuditTool[],
): StatedFinding {
  const answer = `If ${vendor} raises prices or fails, that much is hit at once: an exit clause and an export that is tested twice a year.`;
  return makeFinding(
    { rule: 'vendor-concentration', title, severity: 'look', because: [...because, answer] },
    byName([...new Set(tools)]),
  );
}
