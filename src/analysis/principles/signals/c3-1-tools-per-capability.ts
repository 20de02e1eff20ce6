import { low } from '../../scoring/shape.ts';
import { spendWeights, weightedFigure } from '../capability-weights.ts';
import { figure } from '../phrases.ts';
import { measured, notConnected } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const toolsPerCapability = {
  meta: {
    id: 'C3.1',
    title: 'Effective tools for each job',
    construct: 'C3',
    unit: 'tools',
    shape: low(1.2, 3),
    grade: 'D',
    weight: 1,
    formula: 'sum over capabilities of share of activity x effective tools exp(entropy); beside it by share of spend',
    reference: 'METHOD 1 C3.1, 2.1, Annex A',
    source: 'sign-ins or accounts (templates events, usage)',
    requires: ['tools', 'accounts'],
    privacy: 'usage',
    personDay: false,
    windowed: true,
  },
  measure: ({ snapshot, structure, facts }: SignalInput) => {
    const byActivity = weightedFigure(structure, facts.activityWeights(), (c) => c.effectiveTools.d1);
    if (byActivity === null) return notConnected('No capability has activity in the window.');
    const bySpend = weightedFigure(structure, spendWeights(snapshot, structure), (c) => c.bySpend.d1);
    return measured({
      ...unseenRange(structure),
      value: byActivity.value,
      coverage: byActivity.coverage,
      reliability: facts.reliability('accounts', 'usageDays'),
      people: facts.toolUsers(),
      words: `each job is spread over ${figure(byActivity.value)} tools by use`,
      note: bySpend === null ? null : `By spend it is ${figure(bySpend.value)} tools.`,
    });
  },
} as const satisfies SignalUnit;

/** While the use of one tool is unknown, so are the shares of all: from one tool for each job to all that are listed. */
function unseenRange({ tools, capabilities }: Pick<SignalInput['structure'], 'tools' | 'capabilities'>) {
  if (tools.every((tool) => tool.users !== null)) return {};
  const listed = capabilities.map((capability) => capability.tools.length + capability.withoutActivity.length);
  return { range: [1, Math.max(1, ...listed)] as const };
}
