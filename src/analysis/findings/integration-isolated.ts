import { byName, makeFinding } from './make-finding.ts';
import type { FindingRule } from './rule.ts';
import { listWords } from './words.ts';

export const integrationIsolated = {
  meta: {
    id: 'integration-isolated',
    title: 'Tools that pass work on but are connected to nothing',
    condition:
      'Named in the integration list, as a need or with a silent connection, and without any live integration.',
    reference: 'METHOD 2.6, 6a.8',
    step: 4,
  },
  find({ sections }) {
    const isolated = new Set(sections.integrations.isolated);
    const tools = byName(sections.tools.filter((tool) => isolated.has(tool.id)));
    if (tools.length === 0) return [];
    const names = listWords(tools.map((tool) => tool.name));
    const title =
      tools.length === 1
        ? `${names} has no live integration, though work passes through it`
        : `${tools.length} tools have no live integration, though work passes through them: ${names}`;
    const because = ['Tools that the integration list does not name are unknown and not counted here.'];
    return [makeFinding({ rule: 'integration-isolated', title, severity: 'note', because }, tools)];
  },
} satisfies FindingRule;
