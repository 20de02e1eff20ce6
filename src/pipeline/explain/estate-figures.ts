import { chapman } from '../../analysis/metrics/capture-recapture.ts';
import type { Audit } from '../../model/audit/audit.ts';
import { type Explanation, fromAudit, located, same, toolName } from './explanation.ts';
import { gradeLine } from './grades.ts';
import { agrees, count, known, percentOf, plain } from './numbers.ts';
import { constructsOf } from './signal.ts';

/** Rows of the signals that rest on the same records. */
function rowsOf(audit: Audit, ids: readonly string[]): Explanation['evidence'] {
  const signals = constructsOf(audit).flatMap((construct) => construct.signals);
  return located(
    audit,
    signals.filter(({ id }) => ids.includes(id)).flatMap(({ evidence }) => evidence),
  );
}

/** The graph of integrations, relative to need (METHOD 2.6). */
export const integrations = fromAudit(
  'integrations',
  () => ['integrations'],
  (id, audit) => {
    if (!same(id, 'integrations')) return null;
    const { nodes, edges, isolated, articulation, components, density, modularity, noData } = audit.integrations;
    const names = (ids: readonly string[]) => ids.map((tool) => toolName(audit, tool)).join(', ') || 'none';
    const live = edges.filter(({ state }) => state === 'live');
    const links = new Set(
      live.filter(({ from, to }) => from !== to).map(({ from, to }) => [from, to].sort().join('\n')),
    );
    const n = nodes.length;
    const possible = (n * (n - 1)) / 2;
    return {
      id: 'integrations',
      kind: 'integrations',
      title: 'Integrations between tools',
      lines: [
        `Nodes: ${n} tools named in any integration or need; edges: ${live.length} live, ${edges.filter(({ state }) => state === 'stale').length} silent for 30 days, ${edges.filter(({ state }) => state === 'manual').length} by hand. ${noData.length} tools have no integration data: unknown, not isolated.`,
        `Separate parts: ${known(components)}; without a live integration: ${names(isolated)}.`,
        `Single points of failure, whose loss splits a part: ${names(articulation)}.`,
        ...busiest(audit),
        ...needLines(audit),
        density !== null && possible > 0 && agrees(links.size / possible, density)
          ? `Density: ${links.size} of ${plain(possible)} possible = ${plain(density)}; joining everything is no goal.`
          : `Density: ${known(density)}; joining everything is no goal.`,
        `Modularity: ${known(modularity)}, descriptive only.`,
        gradeLine('D', 'METHOD 2.6, 6a.8'),
      ],
      evidence: rowsOf(audit, ['P4.3', 'C3.4']),
      inputs: edges.map(({ from, to, state, weeklyHandoffs }) => ({
        name: `${toolName(audit, from)} - ${toolName(audit, to)} (${state})`,
        value: weeklyHandoffs,
      })),
    };
  },
);

const BUSIEST = 5;

function busiest(audit: Audit): string[] {
  const hubs = audit.integrations.nodes
    .filter(({ betweenness }) => betweenness > 0)
    .sort((a, b) => b.betweenness - a.betweenness || (a.tool < b.tool ? -1 : 1))
    .slice(0, BUSIEST);
  if (hubs.length === 0) return [];
  return [
    `Shortest paths that run through a tool: ${hubs.map(({ tool, betweenness }) => `${toolName(audit, tool)} ${plain(betweenness)}`).join(', ')}.`,
  ];
}

function needLines({ integrations: graph }: Audit): string[] {
  const { needCoverage, manualHandoffShare, manualMinutesPerWeek, edges } = graph;
  if (needCoverage.direct === null) return ['Need: no volume of hand-offs is known, so coverage is unknown, not 1.'];
  const total = edges.reduce((sum, { weeklyHandoffs }) => sum + (weeklyHandoffs ?? 0), 0);
  const byHand = manualMinutesPerWeek === null ? null : manualMinutesPerWeek / 6;
  const share =
    byHand !== null && manualHandoffShare !== null && total > 0 && agrees(byHand / total, manualHandoffShare)
      ? `${plain(byHand)} of ${plain(total)} hand-offs a week = `
      : '';
  return [
    `Need covered, weighted by hand-offs: ${percentOf(needCoverage.direct)} directly, ${needCoverage.path === null ? 'unknown' : percentOf(needCoverage.path)} within two steps; of pairs ${needCoverage.pairs === null ? 'unknown' : percentOf(needCoverage.pairs)}.`,
    `By hand: ${share}${manualHandoffShare === null ? 'unknown' : percentOf(manualHandoffShare)}; x 6 minutes = ${known(manualMinutesPerWeek)} minutes a week.`,
  ];
}

/** Share of objects in their declared home (METHOD 2.8). */
export const singleSource = fromAudit(
  'single-source',
  () => ['single-source'],
  (id, audit) => {
    if (!same(id, 'single-source')) return null;
    const { byType, state, index, byVolume, duplicateRate, note } = audit.singleSource;
    const types = byType.filter(({ home, total }) => home !== null && total > 0);
    return {
      id: 'single-source',
      kind: 'single-source',
      title: 'Single-source index',
      lines: [
        'Formula: mean over kinds of record of the share in the declared home x (1 - duplicate rate); kinds weigh equally.',
        `State: ${state}. ${note}`,
        ...byType.map(({ type, home, inHome, total, share }) =>
          home === null
            ? `${type}: ${total} records, no declared home; left out.`
            : `${type}: home ${home}, ${inHome}/${total} = ${share === null ? 'unknown' : plain(share)}.`,
        ),
        ...indexLines({ types, index, byVolume, duplicateRate }),
        gradeLine('D', 'METHOD 2.8, 6a.12'),
      ],
      evidence: rowsOf(audit, ['P4.4']),
      inputs: types.map(({ type, share }) => ({ name: type, value: share })),
    };
  },
);

function indexLines({
  types,
  index,
  byVolume,
  duplicateRate,
}: Pick<Audit['singleSource'], 'index' | 'byVolume' | 'duplicateRate'> & {
  readonly types: Audit['singleSource']['byType'];
}): string[] {
  if (index === null) return ['Index: undefined without a declared home for a kind of record that was seen.'];
  const shares = types.map(({ inHome, total }) => inHome / total);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const computed = mean * (1 - (duplicateRate ?? 0));
  const duplicates = duplicateRate === null ? '' : ` x (1 - ${plain(duplicateRate)})`;
  const [inHome, total] = [types.reduce((n, t) => n + t.inHome, 0), types.reduce((n, t) => n + t.total, 0)];
  return [
    agrees(computed, index)
      ? `Index: (${shares.map(plain).join(' + ')})/${shares.length}${duplicates} = ${plain(index)}.`
      : `Index: ${plain(index)}.`,
    ...(byVolume === null
      ? []
      : [
          agrees(inHome / total, byVolume)
            ? `By volume: ${inHome}/${total} = ${plain(byVolume)}.`
            : `By volume: ${plain(byVolume)}.`,
        ]),
  ];
}

/** Tools outside inventory and contracts, and the part nobody has seen (METHOD 2.8). */
export const shadow = fromAudit(
  'shadow',
  () => ['shadow'],
  (id, audit) => {
    if (!same(id, 'shadow')) return null;
    const { share, note } = audit.people.shadow;
    const found = audit.tools.filter(({ listing }) => listing === 'shadow');
    const all = audit.tools.length;
    return {
      id: 'shadow',
      kind: 'shadow',
      title: 'Tools in neither inventory nor contracts',
      lines: [
        share === null
          ? 'Share: unknown.'
          : `Share: ${found.length}/${all} = ${percentOf(share)}: ${found.map(({ name }) => name).join(', ') || 'none'}.`,
        ...unseenLines(audit),
        note,
        gradeLine('D', 'METHOD 2.8 (Chapman), 6a.17'),
      ],
      evidence: rowsOf(audit, ['C3.5']),
      inputs: [{ name: 'share', value: share }],
    };
  },
);

function unseenLines({ people: { shadow: found } }: Audit): string[] {
  const { bySource, estimatedTotal, unseen, standardError } = found;
  if (bySource === null || estimatedTotal === null) return ['The part that nobody has seen: not estimated.'];
  const { source1, source2, both } = bySource;
  const seen = chapman(bySource).seen;
  return [
    `Seen in sign-ins or grants ${source1}, in spend ${source2}, in both ${both}: ${source1} + ${source2} - ${both} = ${seen}.`,
    `Estimated in all: (${source1} + 1) x (${source2} + 1)/(${both} + 1) - 1 = ${plain(estimatedTotal)}; unseen ${plain(estimatedTotal)} - ${seen} = ${known(unseen)}, standard error ${known(standardError)}; a floor.`,
  ];
}

/** Messages for each person and week (METHOD 6a.28). */
export const messageNoise = fromAudit(
  'message-noise',
  () => ['message-noise'],
  (id, audit) => {
    if (!same(id, 'message-noise')) return null;
    const { selfDeclaredNoise, satisfaction } = audit;
    const { perPersonWeek, publicShare, afterHoursShare } = audit.messageNoise;
    const share = (value: number | null) => (value === null ? 'unknown or withheld' : percentOf(value));
    const say = (what: string, said: typeof selfDeclaredNoise) =>
      said === null ? [] : [`People say: ${what} ${plain(said.agreement)} of 100 (${count(said.answers)} answers).`];
    return {
      id: 'message-noise',
      kind: 'message-noise',
      title: 'Message noise',
      lines: [
        'Formula: messages in channels and direct messages / (people x weeks), bots removed.',
        `Per person and week: ${perPersonWeek === null ? 'unknown or withheld' : plain(perPersonWeek)}; in public channels ${share(publicShare)}, outside working hours ${share(afterHoursShare)}.`,
        ...say('messages tear us out of our work:', selfDeclaredNoise),
        ...say('we are content with our tools:', satisfaction),
        'Not scored; METHOD 6a.28.',
      ],
      evidence: rowsOf(audit, ['P4.1', 'P1.3']),
      inputs: [{ name: 'perPersonWeek', value: perPersonWeek }],
    };
  },
);
