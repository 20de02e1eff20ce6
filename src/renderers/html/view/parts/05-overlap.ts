import type { AuditCapability } from '../../../../model/audit/structure.ts';
import { capabilityRows } from '../../../charts/capability-rows.ts';
import { pairBars } from '../../../charts/pair-bars.ts';
import { teamMatrix } from '../../../charts/team-matrix.ts';
import { byText, plural } from '../../../format/words.ts';
import type { Block, Part } from '../blocks.ts';
import { column, figure, none, numbers, people, table, words } from '../cells.ts';
import { type Context, missing, usageBasis } from '../context.ts';
import { pictured } from '../figure.ts';

const patternWords: Readonly<Record<AuditCapability['pattern'], string>> = {
  single: 'one tool',
  duplicate: 'duplicates: the same people use several',
  silo: 'silos: each team has its own',
  mixed: 'mixed: some duplicates, some silos',
  unknown: 'unknown: no activity is seen',
};

const ROWS = 20;

/** Most scattered first; jobs without activity last. */
function scattered(audit: Context['audit']): AuditCapability[] {
  return [...audit.capabilities].sort(
    (a, b) => (b.effectiveTools.d1 ?? -1) - (a.effectiveTools.d1 ?? -1) || byText((c: AuditCapability) => c.id)(a, b),
  );
}

function isSpread(capability: AuditCapability): boolean {
  return capability.oneHome !== 'free' && ['duplicate', 'silo', 'mixed'].includes(capability.pattern);
}

function lead(context: Context): string {
  const { audit, f } = context;
  const known = audit.capabilities.filter((c) => c.pattern !== 'unknown');
  if (known.length === 0) return 'Whether tools overlap cannot be told: no use of any tool is known.';
  const spread = scattered(audit).filter(isSpread);
  const worst = spread[0];
  if (worst === undefined)
    return `None of the ${known.length} ${plural(known.length, 'job')} with known use is spread over several tools.`;
  const intended = spread.filter((c) => c.intended !== null).length;
  const aside = intended > 0 ? `, ${intended} of them on purpose` : '';
  return `${spread.length} of ${known.length} jobs with known use ${plural(spread.length, 'is', 'are')} spread over several tools${aside}; the widest is ${worst.name} with ${f.number(worst.effectiveTools.d1, 1)} effective tools.`;
}

function jobTable(context: Context, list: readonly AuditCapability[]) {
  const { f } = context;
  return table(
    'Jobs and their tools',
    [
      column('Job'),
      column('Tools, most used first'),
      numbers('Effective tools'),
      column('Pattern'),
      numbers('Inside a team', 'alpha'),
      numbers('Between teams', 'beta'),
      numbers('Use known', '% of tools'),
    ],
    list.map((c) => [
      words(c.name, {
        sub:
          c.intended === null
            ? null
            : `on purpose until ${f.day(c.intended.expires)}${c.intended.expired ? ' (expired)' : ''}: ${c.intended.reason} (${c.intended.owner})`,
      }),
      words(
        c.tools
          .map((t) => `${context.tool(t.tool)} ${t.activityShare === null ? '' : f.share(t.activityShare)}`.trim())
          .join(', ') || null,
        {
          sub:
            c.withoutActivity.length > 0 ? `no activity seen: ${c.withoutActivity.map(context.tool).join(', ')}` : null,
        },
      ),
      figure(c.effectiveTools.d1, (v) => f.fixed(v, 2)),
      c.pattern === 'unknown' ? words(null) : words(patternWords[c.pattern]),
      figure(c.alpha, (v) => f.fixed(v, 2)),
      figure(c.beta, (v) => f.fixed(v, 2)),
      figure(c.coverage, (v) => f.share(v)),
    ]),
  );
}

function jobs(context: Context): Block {
  const { audit, f } = context;
  const list = scattered(audit);
  const drawn = list.filter((c) => c.tools.length > 0).slice(0, ROWS);
  const rows = drawn.map((c) => ({
    name: c.name,
    value:
      c.effectiveTools.d1 === null
        ? 'unknown'
        : `${f.number(c.effectiveTools.d1, 1)} ${plural(c.effectiveTools.d1, 'tool')}`,
    cells: c.tools.map((t) => ({
      tool: context.tool(t.tool),
      people: typeof t.users === 'number' ? t.users : null,
      words: `${f.count(t.users)} active people`,
    })),
  }));
  const more =
    list.length > drawn.length ? ` ${drawn.length} of ${list.length} jobs are drawn; the table has all.` : '';
  return pictured({
    id: 'jobs',
    title: 'Which jobs are scattered',
    reading: `One row per job, one cell per tool, as wide as the people active in it, most activity first. The figure at the end is the number of equally used tools that would spread the work as much.${more}`,
    basis: usageBasis(context),
    draw: (frame, text) => capabilityRows(frame, text, rows),
    table: jobTable(context, list),
  });
}

function matrix(context: Context, c: AuditCapability, index: number): Block {
  const { f } = context;
  const tools = c.tools.map((t) => t.tool).filter((tool) => c.teamTool.some((cell) => cell.tool === tool));
  const teams = [...new Set(c.teamTool.map((cell) => cell.team))].sort(byText((team) => team));
  const share = (team: string, tool: string) =>
    c.teamTool.find((cell) => cell.team === team && cell.tool === tool)?.share ?? null;
  const shown = (most: number) => {
    const columns = tools.slice(0, most);
    return {
      tools: columns.map(context.tool),
      teams: teams.slice(0, ROWS).map((team) => ({
        name: team,
        shares: columns.map((tool) => {
          const value = share(team, tool);
          return value === null ? null : { share: value, words: f.share(value) };
        }),
      })),
    };
  };
  return pictured({
    id: `matrix-${index + 1}`,
    title: `${c.name}: ${patternWords[c.pattern]}`,
    reading: `Share of each team's activity by tool. A team works with ${f.number(c.alpha, 2)} effective tools (alpha); between teams the factor is ${f.number(c.beta, 2)} (beta): 1 means all teams alike, ${f.number(c.effectiveTools.d1, 2)} would mean that no two teams share a tool.`,
    basis: `${usageBasis(context)} Teams below ${f.k} people have no row of their own.`,
    draw: (frame, text) => teamMatrix(frame, text, shown(frame.width < 480 ? 4 : 6)),
    table: table(
      `${c.name} by team and tool`,
      [column('Team'), ...tools.map((tool) => numbers(context.tool(tool), '% of activity'))],
      teams.map((team) => [
        words(team),
        ...tools.map((tool) => {
          const value = share(team, tool);
          return value === null ? { ...none(), number: true } : figure(value, (v) => f.share(v));
        }),
      ]),
    ),
  });
}

function pairs(context: Context): Block {
  const { audit, f } = context;
  const sorted = [...audit.pairs].sort(
    (a, b) =>
      b.capabilitySimilarity - a.capabilitySimilarity ||
      byText((p: (typeof audit.pairs)[number]) => `${p.a} ${p.b}`)(a, b),
  );
  const bars = sorted.slice(0, ROWS).map((pair) => ({
    name: `${context.tool(pair.a)} and ${context.tool(pair.b)}`,
    value:
      pair.shared === null
        ? 'people unknown'
        : `${f.count(pair.shared)}${pair.shared === 'suppressed' ? '' : ' shared'}`,
    similarity: pair.capabilitySimilarity,
    duplicate: pair.duplicateSeats,
    parallel: pair.parallelTools,
  }));
  const rows = sorted.map((pair) => [
    words(`${context.tool(pair.a)} and ${context.tool(pair.b)}`, { sub: context.capability(pair.capability) }),
    figure(pair.capabilitySimilarity, (v) => f.fixed(v, 2)),
    figure(pair.containmentAB, (v) => f.share(v)),
    figure(pair.containmentBA, (v) => f.share(v)),
    people(context, pair.shared),
    figure(pair.duplicateSeats, (v) => f.fixed(v, 2)),
    figure(pair.parallelTools, (v) => f.fixed(v, 2)),
  ]);
  return pictured({
    id: 'pairs',
    title: 'What overlaps with what',
    reading:
      'Each bar is as long as two tools are alike in what they do. The striped part is used by the same people, who pay twice; the dotted part by different people, who cannot see each other.',
    basis: `${usageBasis(context)} Likeness of 0 to 1 over the capabilities in use; ${f.number(audit.people.counted)} people counted.`,
    draw: (frame, text) => pairBars(frame, text, bars),
    table: table(
      'Pairs of tools for one job',
      [
        column('Pair'),
        numbers('Likeness', '0 to 1'),
        numbers('First covered by second'),
        numbers('Second covered by first'),
        numbers('Shared people'),
        numbers('Duplicate seats', '0 to 1'),
        numbers('Parallel tools', '0 to 1'),
      ],
      rows,
    ),
  });
}

/** Part 5: overlap and fragmentation, by job and by team. */
export function overlap(context: Context): Part {
  const { audit } = context;
  const what = 'No use of any tool is known.';
  const worst = scattered(audit)
    .filter((c) => isSpread(c) && c.teamTool.length > 0)
    .slice(0, 3);
  const blocks: Block[] = [
    audit.capabilities.some((c) => c.tools.length > 0)
      ? jobs(context)
      : missing(context, what, ['accounts', 'usage'], 'the template usage, or sign-ins of the identity provider'),
    ...worst.map((c, i) => matrix(context, c, i)),
    ...(audit.pairs.length > 0 ? [pairs(context)] : []),
  ];
  return { number: 5, heading: 'Overlap and fragmentation', lead: lead(context), summary: false, blocks };
}
