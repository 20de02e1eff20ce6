import { addMonths } from '../../util/day-arithmetic.ts';
import { byName, makeFinding } from './make-finding.ts';
import type { FindingRule } from './rule.ts';
import { listWords } from './words.ts';

const MONTHS = 24;

export const redundancyWithoutExpiry = {
  meta: {
    id: 'redundancy-without-expiry',
    title: 'A deliberate redundancy that nobody ends',
    condition:
      'The policy declares several tools a deliberate redundancy, at least two of them are there, and the expiry has passed or lies more than 24 months after the as-of date.',
    reference: 'METHOD 2.5',
    step: 4,
  },
  find({ exceptions, sections, snapshot }) {
    const latest = addMonths(snapshot.asOf, MONTHS);
    return exceptions.flatMap(({ tools: ids, owner, reason, expires, expired }) => {
      const tools = byName(sections.tools.filter((tool) => ids.has(tool.id)));
      if (tools.length < 2 || (!expired && expires <= latest)) return [];
      const names = listWords(tools.map((tool) => tool.name));
      const title = expired
        ? `The exception that keeps ${names} side by side expired on ${expires}`
        : `${names} are kept side by side until ${expires}, more than ${MONTHS} months ahead`;
      const because = [
        `Owner: ${owner}. Reason: ${reason}`,
        expired
          ? 'They count as duplicates and silos again until the exception is renewed or one of them goes.'
          : 'An exception without a near date is not looked at again; give it one on which it is.',
      ];
      const severity = expired ? 'look' : 'note';
      return [makeFinding({ rule: 'redundancy-without-expiry', title, severity, because }, tools)];
    });
  },
} satisfies FindingRule;
