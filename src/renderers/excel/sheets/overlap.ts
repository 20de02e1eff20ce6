import { formula, text } from '../cells.ts';
import { FIRST_ROW } from '../sheet.ts';
import type { SheetMaker } from './context.ts';

export const capabilities: SheetMaker = ({ audit, toolName }) => ({
  name: 'Capabilities',
  title: 'Which jobs are spread over several tools',
  note: 'Effective tools: 1 = one tool does the job. Beta: 1 = every team uses the same mix. Higher = more spread.',
  columns: [
    { header: 'Capability', kind: 'text' },
    { header: 'Norm', kind: 'text' },
    { header: 'Mode', kind: 'text' },
    { header: 'Tools with activity', kind: 'long text' },
    { header: 'Tools without known activity', kind: 'long text' },
    { header: 'Pattern', kind: 'text' },
    { header: 'Effective tools (D1)', kind: 'decimal', bar: true },
    { header: 'Fragmentation', kind: 'decimal' },
    { header: 'Alpha', kind: 'decimal' },
    { header: 'Beta', kind: 'decimal' },
    { header: 'Normalised divergence', kind: 'decimal' },
    { header: 'Usage known', kind: 'share' },
    { header: 'Deliberate until', kind: 'text' },
  ],
  rows: audit.capabilities.map((capability, index) => {
    const row = FIRST_ROW + index;
    const { d1 } = capability.effectiveTools;
    return [
      text(capability.name),
      capability.oneHome,
      capability.mode,
      text(capability.tools.map((entry) => toolName(entry.tool)).join(', ')),
      text(capability.withoutActivity.map(toolName).join(', ')),
      capability.pattern,
      d1,
      formula(
        `IF(AND(ISNUMBER(G${row}),N(G${row})>0),100*(1-1/G${row}),"")`,
        d1 === null || d1 === 0 ? '' : 100 * (1 - 1 / d1),
      ),
      capability.alpha,
      capability.beta,
      capability.normalisedDivergence,
      capability.coverage,
      capability.intended === null ? '' : capability.intended.expires,
    ];
  }),
  whenEmpty: 'No capability is known. An inventory or usage supplies it.',
});

/** C·O and C·(1−O) are formulas of the two factors (METHOD 2.4). */
export const pairs: SheetMaker = ({ audit, toolName }) => ({
  name: 'Pairs',
  title: 'Which tools overlap: duplicate seats or parallel tools',
  note: 'Duplicate seats = capability similarity x shared people; parallel tools = capability similarity x people not shared.',
  columns: [
    { header: 'Tool A', kind: 'text' },
    { header: 'Tool B', kind: 'text' },
    { header: 'Job', kind: 'text' },
    { header: 'Capability similarity', kind: 'decimal' },
    { header: 'User overlap', kind: 'decimal' },
    { header: 'Duplicate seats', kind: 'decimal', bar: true },
    { header: 'Parallel tools', kind: 'decimal', bar: true },
    { header: 'A covered by B', kind: 'decimal' },
    { header: 'B covered by A', kind: 'decimal' },
    { header: 'Jaccard', kind: 'decimal' },
    { header: 'Lift', kind: 'decimal' },
  ],
  rows: audit.pairs.map((pair, index) => {
    const row = FIRST_ROW + index;
    const { capabilitySimilarity: c, userOverlap: o } = pair;
    return [
      text(toolName(pair.a)),
      text(toolName(pair.b)),
      text(pair.capability),
      c,
      o,
      formula(`IF(ISNUMBER(E${row}),D${row}*E${row},"")`, o === null ? '' : c * o),
      formula(`IF(ISNUMBER(E${row}),D${row}*(1-E${row}),"")`, o === null ? '' : c * (1 - o)),
      pair.containmentAB,
      pair.containmentBA,
      pair.jaccard,
      pair.lift,
    ];
  }),
  whenEmpty: 'No two tools share a job, or usage by person is not known.',
});

export const integrations: SheetMaker = ({ audit, toolName }) => {
  const { edges } = audit.integrations;
  return {
    name: 'Integrations',
    title: 'What is joined and what is carried by hand',
    note: 'Weekly hand-offs are the need; a live edge covers it, a stale or manual one does not.',
    columns: [
      { header: 'From', kind: 'text' },
      { header: 'To', kind: 'text' },
      { header: 'State', kind: 'text' },
      { header: 'Weekly hand-offs', kind: 'number', bar: true },
    ],
    rows: edges.map((edge) => [text(toolName(edge.from)), text(toolName(edge.to)), edge.state, edge.weeklyHandoffs]),
    whenEmpty: 'No integration is known. The template integrations supplies edges and hand-offs.',
  };
};
