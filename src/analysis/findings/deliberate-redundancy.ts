import { byName, makeFinding } from './make-finding.ts';
import type { FindingRule } from './rule.ts';
import { listWords } from './words.ts';

export const deliberateRedundancy = {
  meta: {
    id: 'deliberate-redundancy',
    title: 'Several tools for one job, kept on purpose',
    condition:
      'The policy declares it with an owner, a reason and an expiry that has not passed, and at least two of its tools are there. They are then no duplicates and no silo; after the expiry they are again.',
    reference: 'METHOD 2.5',
    step: 4,
  },
  find({ exceptions, sections }) {
    return exceptions.flatMap(({ tools: ids, owner, reason, expires, expired }) => {
      const tools = byName(sections.tools.filter((tool) => ids.has(tool.id)));
      if (expired || tools.length < 2) return [];
      const title = `${listWords(tools.map((tool) => tool.name))} are kept side by side on purpose until ${expires}`;
      const because = [`Owner: ${owner}. Reason: ${reason}`];
      return [makeFinding({ rule: 'deliberate-redundancy', title, severity: 'note', because }, tools)];
    });
  },
} satisfies FindingRule;
