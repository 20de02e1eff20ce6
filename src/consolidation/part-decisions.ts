import type { ToolDecision } from '../model/audit/consolidation.ts';
import type { Structure } from '../model/audit/structure.ts';
import type { Outcome } from './outcome.ts';

/** Parts of a suite have no decision of their own: it is the suite that is paid for. */
export function partDecisions(structure: Structure, outcome: Outcome): ToolDecision[] {
  const roots = new Set(outcome.estate.tools.map((tool) => tool.id));
  return structure.tools
    .filter((tool) => !roots.has(tool.id))
    .map((tool) => {
      const suite = outcome.estate.tools.find(({ id }) => id === outcome.estate.rootOf(tool.id));
      return {
        id: `D-${tool.id}`,
        tool: tool.id,
        verdict: 'keep',
        target: null,
        why: [`Part of ${suite?.name ?? 'a suite'}; it is decided and paid for there.`],
        lost: [],
        principle: null,
        step: null,
        unknown: null,
        costOfReversal: null,
        runnerUp: null,
        flipsIf: null,
        keepFrequency: null,
        undo: 'Nothing is changed.',
        decideBy: null,
        savingGross: null,
        oneOff: null,
        capability: null,
        peopleMoved: null,
        daci: {
          decision: `Decide ${tool.name} with ${suite?.name ?? 'its suite'}.`,
          due: null,
          reversibility: 'two-way',
          driver: `Owner of ${suite?.name ?? tool.name}`,
          approver: 'Head of operations',
          contributors: [],
          informed: [],
          options: [],
          reviewDate: null,
        },
      };
    });
}
