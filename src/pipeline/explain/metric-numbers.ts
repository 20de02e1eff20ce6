import type { Audit } from '../../model/audit/audit.ts';
import type { AuditCapability, ToolPair } from '../../model/audit/structure.ts';
import { toolName } from './explanation.ts';
import { agrees, amount, percentOf, plain } from './numbers.ts';
import { pairId } from './pair.ts';

/** Numbers put into the formula of a metric, from what the document shows. */
export type Numbers = (audit: Audit, value: number) => readonly string[];

/** Mean over capabilities, weighed by active people; the sum only where every part of it is shown. */
function overJobs(figure: (capability: AuditCapability) => number | null): Numbers {
  return ({ capabilities }, value) => {
    const rows = capabilities.map((job) => ({ name: job.name, value: figure(job), people: peopleOf(job) }));
    const told = rows.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]));
    const full = told.flatMap((row) =>
      row.people === null || row.people === 0 ? [] : [{ ...row, people: row.people }],
    );
    const weight = full.reduce((sum, { people }) => sum + people, 0);
    const total = full.reduce((sum, row) => sum + row.people * row.value, 0);
    const mean = `${plain(total)}/${plain(weight)} = ${plain(value)} (sum of people x figure / sum of people, ${full.length} jobs)`;
    const isWhole = told.every(({ people }) => people !== null) && weight > 0 && agrees(total / weight, value);
    return [
      isWhole
        ? `With the numbers: ${mean}.`
        : 'Of some jobs the number of people is withheld, so the sum cannot be shown.',
      ...told
        .filter(({ people }) => people !== 0)
        .map(
          (row) => `${row.name}: ${plain(row.value)}, people ${row.people === null ? 'withheld' : plain(row.people)}`,
        ),
    ];
  };
}

/** Active people of the tools of a job; null where one of them is withheld. */
function peopleOf({ tools }: AuditCapability): number | null {
  if (tools.some(({ users }) => users === 'suppressed')) return null;
  return tools.reduce((sum, { users }) => sum + (typeof users === 'number' ? users : 0), 0);
}

/** Mean over pairs, weighed by the smaller annual cost. */
function overPairs(figure: (pair: ToolPair) => number | null): Numbers {
  return (audit, value) => {
    const cost = new Map(audit.tools.map(({ id, spend }) => [id, spend.annual]));
    const rows = audit.pairs.flatMap((pair) => {
      const [a, b, own] = [cost.get(pair.a) ?? null, cost.get(pair.b) ?? null, figure(pair)];
      if (a === null || b === null || own === null) return [];
      return [{ id: pairId(pair), weight: a.minor < b.minor ? a : b, value: own }];
    });
    const weight = rows.reduce((sum, row) => sum + Math.max(0, row.weight.minor), 0);
    const total = rows.reduce((sum, row) => sum + Math.max(0, row.weight.minor) * row.value, 0);
    return [
      weight > 0 && agrees(total / weight, value)
        ? `With the numbers: sum of ${rows.length} products / ${amount({ minor: weight, currency: audit.currency })} = ${plain(value)}.`
        : 'Of some pairs the shared people are withheld, so the sum cannot be shown.',
      ...rows.map((row) => `${row.id}: ${plain(row.value)}, smaller cost ${amount(row.weight)}`),
    ];
  };
}

function seatUse({ tools }: Audit, value: number): readonly string[] {
  const bought = tools.filter(({ seats }) => (seats.purchased ?? 0) > 0);
  const known = bought.flatMap(({ name, seats: { active, purchased } }) =>
    typeof active === 'number' && purchased !== null ? [{ name, active, purchased }] : [],
  );
  const withheld = bought.filter(({ seats }) => seats.active === 'suppressed').map(({ name }) => name);
  const [active, purchased] = [known.reduce((n, t) => n + t.active, 0), known.reduce((n, t) => n + t.purchased, 0)];
  return [
    purchased > 0 && agrees(active / purchased, value)
      ? `With the numbers: ${active}/${purchased} = ${plain(value)}.`
      : 'Of some tools the active seats are withheld, so the sum cannot be shown.',
    ...known.map((tool) => `${tool.name}: ${tool.active}/${tool.purchased}`),
    ...(withheld.length === 0 ? [] : [`Withheld: ${withheld.join(', ')}.`]),
  ];
}

function signOnByTool({ tools }: Audit, value: number): readonly string[] {
  const seen = tools.filter(({ sources }) => sources.includes('sign-in')).length;
  return agrees(seen / tools.length, value) ? [`With the numbers: ${seen}/${tools.length} = ${plain(value)}.`] : [];
}

function signOnBySpend({ tools, currency }: Audit, value: number): readonly string[] {
  const cost = (list: Audit['tools']) => list.reduce((sum, { spend }) => sum + (spend.annual?.minor ?? 0), 0);
  const [seen, all] = [cost(tools.filter(({ sources }) => sources.includes('sign-in'))), cost(tools)];
  if (all === 0 || !agrees(seen / all, value)) return [];
  return [
    `With the numbers: ${amount({ minor: seen, currency })} / ${amount({ minor: all, currency })} = ${plain(value)}.`,
  ];
}

/** A figure of which another id shows the whole working. */
function see(id: string): Numbers {
  return () => [`The numbers stand in \`explain ${id}\`.`];
}

function handoffs({ integrations }: Audit): readonly string[] {
  const total = integrations.edges.reduce((sum, { weeklyHandoffs }) => sum + (weeklyHandoffs ?? 0), 0);
  return [`${plain(total)} hand-offs a week are on record; the graph stands in \`explain integrations\`.`];
}

function isolatedPairs(audit: Audit): readonly string[] {
  const { isolated } = audit.integrations;
  return isolated.length === 0
    ? []
    : [`Without a live integration: ${isolated.map((id) => toolName(audit, id)).join(', ')}.`];
}

function personDays({ people }: Audit, value: number): readonly string[] {
  const { personDays: days, note } = people.contextSwitch;
  return [`${plain(value * days)} tools over ${plain(days)} person-days / ${plain(days)} = ${plain(value)}. ${note}`];
}

function shares({ measurements }: Audit): readonly string[] {
  const three = ['sign-on-by-tool', 'sign-on-by-user', 'sign-on-by-spend'].flatMap((id) => {
    const found = measurements.find((each) => each.id === id);
    return found?.state === 'measured' ? [`${id} ${percentOf(found.value)}`] : [];
  });
  return [`The three together: ${three.join(', ')}.`];
}

/** By metric id; one that is missing has no arithmetic beyond its formula. */
export const METRIC_NUMBERS: Readonly<Record<string, Numbers>> = {
  'effective-tools': overJobs(({ effectiveTools }) => effectiveTools.d1),
  'effective-tools-by-spend': overJobs(({ bySpend }) => bySpend.d1),
  concentration: overJobs(({ hhi }) => hhi),
  fragmentation: overJobs(({ fragmentation }) => fragmentation),
  'tools-within-teams': overJobs(({ alpha }) => alpha),
  'tools-between-teams': overJobs(({ beta }) => beta),
  'team-divergence': overJobs(({ normalisedDivergenceCorrected }) => normalisedDivergenceCorrected),
  'duplicate-seats': overPairs(({ duplicateSeats }) => duplicateSeats),
  'parallel-tools': overPairs(({ parallelTools }) => parallelTools),
  'seat-utilisation': seatUse,
  'sign-on-by-tool': (audit, value) => [...signOnByTool(audit, value), ...shares(audit)],
  'sign-on-by-spend': (audit, value) => [...signOnBySpend(audit, value), ...shares(audit)],
  'sign-on-by-user': shares,
  'shadow-share': see('shadow'),
  'unseen-tools': see('shadow'),
  'single-source-index': see('single-source'),
  'single-source-by-volume': see('single-source'),
  'integration-density': see('integrations'),
  'need-coverage': handoffs,
  'need-coverage-by-path': handoffs,
  'manual-handoff-share': (audit) => [...handoffs(audit), ...isolatedPairs(audit)],
  'manual-minutes': handoffs,
  'tools-per-person-day': personDays,
  'effective-deciders': see('P5.1'),
};
